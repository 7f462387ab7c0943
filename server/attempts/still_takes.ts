import { isOver } from "../../protocol/exam.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";

/**
 * Whether an attempt still takes its student's work: while it is under way, and after its time ran out for as long as its grace lasts.
 *
 * @param exam Of the revision that the attempt was begun under.
 */
export function stillTakes(
  { state, deadline }: Pick<AttemptHead, "state" | "deadline">,
  { document: { policy } }: Pick<Exam, "document">,
  now: number,
): boolean {
  return !isOver(state) || (state === "expired" && now <= deadline + policy.grace_minutes * 60_000);
}
