import type { AttemptView } from "../attempts/attempts.ts";
import type { Exam } from "../store/exam_store.ts";
import { keyedQuestions } from "./keyed_questions.ts";
import { isMarkedByTwo } from "./two_markers.ts";

/** Whether all marks of an answer are told to everybody who marks: where one marks, and once both of two marks are in. */
export function seesAllMarks(
  { exam, folded }: Pick<AttemptView, "exam" | "folded">,
  newest: Exam,
  id: string,
): boolean {
  const question = keyedQuestions(exam.document, newest.document).find((one) => one.id === id);
  return question === undefined || !isMarkedByTwo(newest, question) || folded.marks.get(id)?.second !== undefined;
}
