import type { AttemptAnswer } from "../../protocol/attempt.ts";
import type { LinkWorld } from "../link/link_world.ts";
import { backoffMs } from "../link/backoff.ts";
import type { FailedCall } from "./student_call.ts";
import type { getAttempt } from "./student_api.ts";

/**
 * The attempt that a token opens, asked for until the server answers; null where the token opens nothing. Where the server
 * is out of reach and this device has a copy, that one.
 *
 * @param onUnreachable Called after each try that the server did not answer.
 * @param kept The copy on this device.
 */
export async function loadAttempt(
  api: { getAttempt: typeof getAttempt },
  world: LinkWorld,
  token: string,
  onUnreachable: () => void,
  kept: () => Promise<AttemptAnswer | null> = () => Promise.resolve(null),
): Promise<{ attempt: AttemptAnswer; isKept: boolean } | null> {
  for (let failures = 0;; failures++) {
    const outcome = await api.getAttempt(token);
    if (outcome.ok) return { attempt: outcome.value, isKept: false };
    const { status } = outcome.failure;
    if (status === 401 || status === 403 || status === 404) return null;
    const copy = status === 0 || status >= 500 ? await kept() : null;
    if (copy !== null) return { attempt: copy, isKept: true };
    onUnreachable();
    await patience(world, outcome.failure, failures);
  }
}

/** Waits before a call is made again: longer each time, but hardly where the call itself took its time to fail. */
export function patience(world: LinkWorld, { code }: FailedCall, failures: number): Promise<void> {
  const waitMs = backoffMs(code === "not_answered" ? 0 : failures, world.random());
  return new Promise((resolve) => void world.after(waitMs, resolve));
}
