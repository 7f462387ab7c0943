import { isOver } from "../../protocol/exam.ts";
import { standingVerdict } from "../../protocol/standing_verdict.ts";
import { said } from "../../words/refusal.ts";
import { Refusal } from "../errors.ts";
import { reviewOf } from "../exams/review_state.ts";
import type { HeldVerdict } from "../store/snapshot_store.ts";
import { base, type Instruction, type Intervention } from "./interventions.ts";

/**
 * A reviewer's word on an attempt that is over.
 *
 * @param before What was said before, oldest first.
 */
export function verdictGiven(
  instruction: Instruction,
  given: Pick<HeldVerdict, "verdict" | "reasons" | "note">,
  before: readonly HeldVerdict[],
): Intervention {
  const { verdict, reasons, note } = given;
  return (head) => {
    if (!isOver(head.state)) throw new Refusal("wrong_state", said("cannot_review", { state: head.state }));
    const verdicts = [...before, { verdict, by: instruction.by }];
    const two = standingVerdict(verdicts, true);
    const standing = { one: verdict, two: two.verdict, proposedBy: two.proposedBy };
    return {
      entry: { kind: "verdict_given", ...base(instruction), verdict, reasons, note },
      head: { review: { ...reviewOf(head), ...standing } },
    };
  };
}

/** What somebody of the staff notes for the others. @param text Its salted hash. */
export function noted(instruction: Instruction, text: string): Intervention {
  return (head) => ({
    entry: { kind: "noted", ...base(instruction), text },
    head: { notes: (head.notes ?? 0) + 1 },
  });
}

/** The student's own words on the attempt. @param text Their salted hash. @param t Attempt time that they are about, ms. */
export function stated(now: number, text: string, t: number | null): Intervention {
  return (head) => {
    const review = reviewOf(head);
    return {
      entry: { kind: "stated", ...base({ by: "student", now, reason: null }), t, text },
      head: { review: { ...review, statements: review.statements + 1 } },
    };
  };
}
