import { isOver } from "../../protocol/exam.ts";
import type { AttemptHead } from "../store/attempt_record.ts";

/** Deadline once the attempt runs again: stopped time is given back, a break's as long as it was granted. */
export function runningDeadline(head: AttemptHead, now: number): number {
  if (head.stoppedAt === null) return head.deadline;
  return head.deadline + Math.max(0, Math.min(now, head.breakUntil ?? Infinity) - head.stoppedAt);
}

/**
 * The deadline as it stands now, for a clock on a page: while an attempt is stopped, it moves on with time, and a break is
 * counted in full from its beginning.
 */
export function effectiveDeadline(head: AttemptHead, now: number): number {
  return runningDeadline(head, head.breakUntil ?? now);
}

/** When an attempt is to be submitted, ms since 1970; null while nobody can say: paused, locked, over, or waiting for a proctor. */
export function dueAt(head: AttemptHead): number | null {
  if (head.state === "waiting") return head.waiting?.closesAt == null ? null : head.deadline;
  if (isOver(head.state) || (head.stoppedAt !== null && head.breakUntil === null)) return null;
  return effectiveDeadline(head, head.deadline);
}

/** A break of one's own counts as long as this at least, ms: many short ones would be time to write in. */
const LEAST_COUNTED_MS = 60_000;

/** Whatever ends a student's own break counts what was used of it. */
export function breakEnded(head: AttemptHead, now: number): Partial<AttemptHead> {
  if (!head.isOwnBreak || head.stoppedAt === null) return { breakUntil: null };
  const usedMs = Math.max(LEAST_COUNTED_MS, Math.min(now, head.breakUntil ?? now) - head.stoppedAt);
  return { breakUntil: null, isOwnBreak: false, breakUsedMs: (head.breakUsedMs ?? 0) + usedMs };
}
