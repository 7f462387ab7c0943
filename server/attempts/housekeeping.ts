import { Refusal } from "../errors.ts";
import type { Deadline } from "../store/deadline_store.ts";
import type { Attempts } from "./attempts.ts";
import { dueAt } from "./effective_deadline.ts";
import { end, type Intervention, resume } from "./interventions.ts";
import type { LiveAttempt } from "./live_attempt.ts";

/** How long after its deadline an attempt that nobody serves is submitted by whoever looks, ms. */
const ORPHAN_AFTER_MS = 3_000;

/** Attempts that one look submits, at most; the next look takes the rest. */
const MOST_PER_LOOK = 200;

/** Attempts that are submitted at the same time: each is a few round trips. */
const AT_ONCE = 20;

/** Ends breaks of this instance's attempts that are over. */
export function endBreaks(attempts: Attempts, onFault: (what: string, error: unknown) => void): void {
  const now = attempts.now();
  for (const attempt of attempts.live()) {
    const { breakUntil } = attempt.head;
    if (breakUntil === null || now < breakUntil) continue;
    carryOut("Ending a break", attempt, resume({ by: "system", now, reason: null }), onFault);
  }
}

/** Submits attempts of this instance whose time is up, with what they have. */
export function submitDue(attempts: Attempts, onFault: (what: string, error: unknown) => void): void {
  const now = attempts.now();
  for (const attempt of attempts.live()) {
    if (!isDue(attempt, now)) continue;
    carryOut("Submitting at the deadline", attempt, end({ by: "system", now, reason: null }, "deadline"), onFault);
  }
}

function carryOut(
  what: string,
  attempt: LiveAttempt,
  intervention: Intervention,
  onFault: (what: string, error: unknown) => void,
): void {
  attempt.intervene(intervention).catch((error) => {
    // Somebody did something else with it in the same moment.
    if (!(error instanceof Refusal && error.code === "wrong_state")) onFault(what, error);
  });
}

function isDue(attempt: LiveAttempt, now: number): boolean {
  const due = dueAt(attempt.head);
  return due !== null && now >= due;
}

/**
 * Submits attempts whose time is up and that no instance has in memory. One instance at a time does this, by a lease;
 * where two do, the second finds the attempt over.
 *
 * @returns How many were submitted.
 */
export async function submitOrphans(attempts: Attempts): Promise<number> {
  const until = attempts.now() - ORPHAN_AFTER_MS;
  const due = await attempts.stores.deadlines.listBefore(until, MOST_PER_LOOK);
  let submitted = 0;
  for (let first = 0; first < due.length; first += AT_ONCE) {
    const group = due.slice(first, first + AT_ONCE);
    const results = await Promise.allSettled(group.map((deadline) => submitOrphan(attempts, deadline)));
    for (const result of results) {
      if (result.status === "fulfilled") submitted += result.value ? 1 : 0;
      else if (!(result.reason instanceof Refusal)) throw result.reason;
    }
  }
  return submitted;
}

/** @returns Whether it was submitted here. */
async function submitOrphan(attempts: Attempts, deadline: Deadline): Promise<boolean> {
  const { attemptId } = deadline;
  const stored = await attempts.stored(attemptId);
  if (stored === null || dueAt(stored.head) !== deadline.deadlineMs) {
    await attempts.stores.commit([attempts.stores.deadlines.remove(deadline)]);
    return false;
  }
  const attempt = await attempts.open(attemptId);
  if (!isDue(attempt, attempts.now())) return false;
  await attempt.intervene(end({ by: "system", now: attempts.now(), reason: null }, "deadline"));
  return true;
}
