import type { Accommodations } from "../../protocol/exam.ts";
import type { ExamDocument } from "../../protocol/exam_document.ts";

/** What of an exam says how long it takes. */
type Timed = Pick<ExamDocument, "duration_minutes" | "closes_at">;

/** Time that an attempt has beyond the exam's own, ms: a share of the exam's and minutes together. */
export function extraMs({ duration_minutes }: Pick<Timed, "duration_minutes">, given: Accommodations): number {
  const { extra_time_percent, extra_time_minutes = 0 } = given;
  return Math.round(duration_minutes * 60_000 * extra_time_percent / 100 + extra_time_minutes * 60_000);
}

/** Time of an attempt, ms: the exam's, and the extra time that the student is allowed. */
export function durationMs(exam: Timed, accommodations: Accommodations): number {
  return exam.duration_minutes * 60_000 + extraMs(exam, accommodations);
}

/**
 * When an attempt that begins at `startedAt` ends, ms since 1970. Whoever has extra time has it behind the closing time,
 * too, as in a hall where they stay when the others leave: the closing time is everybody else's end.
 */
export function deadlineOf(exam: Timed, accommodations: Accommodations, startedAt: number): number {
  const closesAt = exam.closes_at === undefined ? Infinity : Date.parse(exam.closes_at);
  return Math.min(startedAt + durationMs(exam, accommodations), closesAt + extraMs(exam, accommodations));
}
