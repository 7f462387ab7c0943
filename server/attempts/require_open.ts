import { said } from "../../words/refusal.ts";
import { Refusal } from "../errors.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";

/**
 * Requires that an attempt still takes its student's batches: while it runs or stands still, and in the grace after its
 * deadline.
 *
 * @throws {Refusal} `submitted`, `past_deadline`
 */
export function requireOpen({ state, deadline, stoppedAt }: AttemptHead, exam: Exam, receivedAt: number): void {
  if (state === "submitted" || state === "terminated") throw new Refusal("submitted", said("attempt_over", { state }));
  const graceMs = exam.document.policy.grace_minutes * 60_000;
  if (stoppedAt === null && receivedAt > deadline + graceMs) throw new Refusal("past_deadline", "past_deadline");
}
