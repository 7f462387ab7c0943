import type { AttemptAnswer } from "../../protocol/rest.ts";
import type { LinkWorld } from "../link/link_world.ts";
import { backoffMs } from "../link/backoff.ts";
import type { FailedCall } from "./student_call.ts";
import type { getAttempt } from "./student_api.ts";

/**
 * The attempt that a token opens, asked for until the server answers; null where the token opens nothing.
 *
 * @param onUnreachable Called after each try that the server did not answer.
 */
export async function loadAttempt(
  api: { getAttempt: typeof getAttempt },
  world: LinkWorld,
  token: string,
  onUnreachable: () => void,
): Promise<AttemptAnswer | null> {
  for (let failures = 0;; failures++) {
    const outcome = await api.getAttempt(token);
    if (outcome.ok) return outcome.value;
    const { status } = outcome.failure;
    if (status === 401 || status === 403 || status === 404) return null;
    onUnreachable();
    await patience(world, outcome.failure, failures);
  }
}

/** Waits before a call is made again: longer each time, but hardly where the call itself took its time to fail. */
export function patience(world: LinkWorld, { code }: FailedCall, failures: number): Promise<void> {
  const waitMs = backoffMs(code === "not_answered" ? 0 : failures, world.random());
  return new Promise((resolve) => void world.after(waitMs, resolve));
}
