import { isOver } from "../../protocol/exam.ts";
import type { ReviewState } from "../../protocol/review.ts";
import type { VerdictWord } from "../../protocol/verdict_word.ts";
import type { AttemptHead, ReviewSummary } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";

const NO_REVIEW: ReviewSummary = { one: null, two: null, proposedBy: null, statements: 0, assignedTo: null };

/** What a head says of the review of its attempt. */
export function reviewOf({ review }: Pick<AttemptHead, "review">): ReviewSummary {
  return review ?? NO_REVIEW;
}

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

type StateAndReview = Pick<AttemptHead, "state" | "review">;

export function standingReview(head: StateAndReview, newest: Pick<Exam, "document">): StandingReview {
  const { one, two, proposedBy, assignedTo } = reviewOf(head);
  const needsTwo = isByTwo(newest);
  const verdict = needsTwo ? two : one;
  const proposed_by = needsTwo ? proposedBy : null;
  const state = stateOf(head, verdict, proposed_by, assignedTo);
  return { state, verdict, proposed_by, assigned_to: assignedTo };
}

function stateOf(
  { state }: StateAndReview,
  verdict: VerdictWord | null,
  proposedBy: string | null,
  assignedTo: string | null,
): ReviewState {
  if (!isOver(state)) return "under_way";
  if (proposedBy !== null) return "second";
  if (verdict !== null && verdict !== "not_reviewed") return "done";
  return assignedTo === null ? "to_review" : "in_progress";
}
