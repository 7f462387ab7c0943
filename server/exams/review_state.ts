import { isOver } from "../../protocol/exam.ts";
import type { ReviewState } from "../../protocol/review.ts";
import type { VerdictWord } from "../../protocol/verdict_word.ts";
import { reviewOf } from "../attempts/review_words.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";

/** How the review of an attempt stands, by its head and the exam's policy of today. */
export interface StandingReview {
  state: ReviewState;
  verdict: VerdictWord | null;
  proposed_by: string | null;
  assigned_to: string | null;
}

/** Whether a violation counts only once another person has confirmed it. The exam as it is now decides. */
export function isByTwo({ document: { policy } }: Pick<Exam, "document">): boolean {
  return policy.review?.second_person === true;
}

export function standingReview(head: AttemptHead, newest: Pick<Exam, "document">): StandingReview {
  const { one, two, proposedBy, assignedTo } = reviewOf(head);
  const needsTwo = isByTwo(newest);
  const verdict = needsTwo ? two : one;
  const proposed_by = needsTwo ? proposedBy : null;
  const state = stateOf(head, verdict, proposed_by, assignedTo);
  return { state, verdict, proposed_by, assigned_to: assignedTo };
}

function stateOf(
  { state }: AttemptHead,
  verdict: VerdictWord | null,
  proposedBy: string | null,
  assignedTo: string | null,
): ReviewState {
  if (!isOver(state)) return "under_way";
  if (proposedBy !== null) return "second";
  if (verdict !== null && verdict !== "not_reviewed") return "done";
  return assignedTo === null ? "to_review" : "in_progress";
}
