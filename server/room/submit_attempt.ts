import { isOver } from "../../protocol/exam.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import { giveAnswers, keepAnswers, splitAnswers } from "../attempts/given_answers.ts";
import { effectiveDeadline } from "../attempts/effective_deadline.ts";
import { end } from "../attempts/interventions.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { Refusal } from "../errors.ts";

/** Appends the answers that were given along, and ends the attempt. */
export async function submitAttempt(attempt: LiveAttempt, answers: Answers | null, now: number): Promise<void> {
  const { head, exam, folded } = attempt;
  if (head.state === "waiting") throw new Refusal("wrong_state", "cannot_submit_waiting");
  const instruction = { by: "student", now, reason: null };
  const isInGrace = now <= effectiveDeadline(head, now) + exam.document.policy.grace_minutes * 60_000;
  // Of an attempt that has run out of time they are evidence, once.
  const isWanted = head.state === "expired"
    ? !folded.actions.some(({ kind }) => kind === "answered")
    : !isOver(head.state);
  if (answers !== null && isInGrace && isWanted) {
    const { left, open } = splitAnswers(answers, folded);
    // Of questions that were left behind they are evidence, in an entry of its own.
    if (left !== null) await attempt.intervene(keepAnswers(instruction, left, folded.sheet));
    await attempt.intervene(giveAnswers(instruction, open, folded.sheet));
  }
  if (isOver(attempt.head.state)) return;
  try {
    await attempt.intervene(end(instruction, "student"));
  } catch (error) {
    // Submitted twice at the same moment: the first one did it.
    if (!(error instanceof Refusal && error.code === "wrong_state")) throw error;
    await attempt.settled();
  }
}
