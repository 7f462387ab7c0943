import type { Attempts } from "../attempts/attempts.ts";
import type { Exam } from "../store/exam_store.ts";
import { keyedQuestions } from "./keyed_questions.ts";
import { isMarkedByTwo, settledMark } from "./two_markers.ts";

/**
 * Questions of an attempt whose marks nobody is told of yet: two mark them, and theirs are not settled.
 *
 * @param newest The exam as it is now.
 * @throws {Refusal} `not_found`
 */
export async function unsettledMarks(
  attempts: Attempts,
  attemptId: string,
  newest: Exam,
): Promise<ReadonlySet<string>> {
  if (newest.document.policy.marking?.second_marker !== true) return new Set();
  const { exam, folded } = await attempts.view(attemptId);
  const ids = keyedQuestions(exam.document, newest.document).flatMap((question) => {
    const held = folded.marks.get(question.id);
    const isUnsettled = held !== undefined && settledMark(held, isMarkedByTwo(newest, question)) === null;
    return isUnsettled ? [question.id] : [];
  });
  return new Set(ids);
}
