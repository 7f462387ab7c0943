import type { Answers } from "../../protocol/items/answer.ts";
import { AnswerSheet, isAnswerEvent } from "../../protocol/items/answer_sheet.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import { createFold, foldEntry } from "../attempts/attempt_fold.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { placesOf } from "../attempts/forward_path.ts";
import { applyAnswers, type Instruction } from "../attempts/interventions.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import { questionIds } from "../attempts/load_attempt.ts";
import { Refusal } from "../errors.ts";
import type { Mutation } from "../store/mutation.ts";
import { openEnded } from "./late_work.ts";

/**
 * Applies what was handed over late and was written in time: before the end, and not while the attempt stood still. It is the
 * decision of whoever asks for it, and an entry of its own that says so; nothing of it counts as text from outside.
 *
 * @param line The audit log's.
 * @returns The questions whose answers it changed.
 * @throws {Refusal} `not_found`, `wrong_state` where nothing is to be applied, `unavailable`.
 */
export async function applyLateWork(
  attempts: Attempts,
  attemptId: string,
  instruction: Instruction,
  line: Mutation,
): Promise<string[]> {
  const attempt = await openEnded(attempts, attemptId);
  const answers = await answersWithLateWork(attempts, attempt);
  const questions = Object.keys(answers);
  if (questions.length === 0) throw new Refusal("wrong_state", "nothing_to_apply");
  await attempt.intervene(applyAnswers(instruction, answers), [line]);
  return questions;
}

/** The answers that late work changes, as they are with it. */
async function answersWithLateWork(attempts: Attempts, attempt: LiveAttempt): Promise<Answers> {
  const { attemptId, exam, head, record } = attempt;
  const questions = questionIds(exam);
  const folded = createFold(questions, placesOf(exam));
  const endedT = (head.endedAt ?? head.deadline) - record.startedAt;
  let late: CapturedEvent[] = [];
  for await (const { entry } of attempts.log.read(attemptId)) {
    const left = new Set(entry.kind === "batch" ? folded.path.keptOf(entry.events) : []);
    foldEntry(folded, entry, await attempts.contexts.require(entry.context));
    if (entry.kind === "answered" && entry.by !== "student") late = [];
    if (entry.kind !== "batch" || entry.handed_over_by === undefined) continue;
    const tooLate = new Set(folded.clock.keptOf(entry.events, entry.received_at, false));
    late.push(...entry.events.filter((event, index) => event.t <= endedT && !tooLate.has(index) && !left.has(index)));
  }
  const edits = late.filter(isAnswerEvent).filter(({ question }) => questions.has(question));
  const sheet = new AnswerSheet(questions);
  sheet.restore(folded.sheet.toAnswers(), null);
  for (const edit of edits) sheet.apply(edit, Infinity);
  const answers: Answers = {};
  for (const { question } of edits) answers[question] = sheet.get(question) ?? "";
  return answers;
}
