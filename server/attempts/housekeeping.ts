import { isOver } from "../../protocol/exam.ts";
import { Refusal } from "../errors.ts";
import { keys } from "../store/keys.ts";
import type { Attempts } from "./attempts.ts";
import { end } from "./interventions.ts";
import type { LiveAttempt } from "./live_attempt.ts";

/** How long after its deadline an attempt that nobody serves is submitted by whoever looks, ms. */
export const ORPHAN_AFTER_MS = 3_000;

/** Attempts that one look submits, at most; the next look takes the rest. */
const MOST_AT_ONCE = 200;

/** Submits attempts of this instance whose time is up, with what they have. */
export function submitDue(attempts: Attempts, onFault: (what: string, error: unknown) => void): void {
  const now = attempts.now();
  for (const attempt of attempts.live()) {
    if (!isDue(attempt, now)) continue;
    attempt.intervene(end({ by: "system", now, reason: null }, "deadline"))
      .catch((error) => {
        // Somebody ended it in the same moment.
        if (!(error instanceof Refusal && error.code === "wrong_state")) onFault("Submitting at the deadline", error);
      });
  }
}

function isDue(attempt: LiveAttempt, now: number): boolean {
  const { head } = attempt;
  return !isOver(head.state) && head.stoppedAt === null && now >= head.deadline;
}

/**
 * Submits attempts whose time is up and that no instance has in memory. One instance at a time does this; where two
 * do, the second finds the attempt over.
 *
 * @returns How many were submitted.
 */
export async function submitOrphans(attempts: Attempts): Promise<number> {
  const until = attempts.now() - ORPHAN_AFTER_MS;
  const selector = { prefix: keys.deadlinePrefix(), end: [...keys.deadlinePrefix(), until] };
  let submitted = 0;
  for await (const { key } of attempts.kv.list(selector, { limit: MOST_AT_ONCE })) {
    const attemptId = String(key[2]);
    const stored = await attempts.stored(attemptId);
    const isStale = stored === null || isOver(stored.head.state) || stored.head.deadline !== key[1];
    if (isStale) {
      await attempts.kv.delete(key);
      continue;
    }
    const attempt = await attempts.open(attemptId);
    if (!isDue(attempt, attempts.now())) continue;
    await attempt.intervene(end({ by: "system", now: attempts.now(), reason: null }, "deadline"));
    submitted++;
  }
  return submitted;
}
