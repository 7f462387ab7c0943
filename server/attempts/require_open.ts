import { said } from "../../words/refusal.ts";
import { Refusal } from "../errors.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";

/**
 * Requires that an attempt still takes its student's batches: while it runs or stands still, and in the grace after its
 * deadline. One that was not let in takes none: there is nothing yet that could be captured.
 *
 * @throws {Refusal} `submitted`, `past_deadline`, `wrong_state`
 */
export function requireOpen(
  { state, deadline, stoppedAt, waiting }: AttemptHead,
  exam: Exam,
  receivedAt: number,
): void {
  if (state === "submitted" || state === "terminated") throw new Refusal("submitted", said("attempt_over", { state }));
  if (waiting !== undefined) throw new Refusal("wrong_state", "not_admitted");
  const graceMs = exam.document.policy.grace_minutes * 60_000;
  if (stoppedAt === null && receivedAt > deadline + graceMs) throw new Refusal("past_deadline", "past_deadline");
}
