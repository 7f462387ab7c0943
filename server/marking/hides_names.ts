import type { Exam } from "../store/exam_store.ts";
import { isComplete } from "./mark_paper.ts";
import { marksOfSheet } from "./marks_of_attempt.ts";
import type { Sheet } from "./sheets.ts";

/**
 * Whether nobody is to be told whose marks and answers they are: the exam's policy asks for anonymous marking, and an answer waits
 * for a mark. Afterwards marks go to whom they are of. Of attempts whose answers were removed nothing is waited for.
 */
export function hidesNames(exam: Exam, sheets: readonly Sheet[]): boolean {
  if (exam.document.policy.marking?.anonymous !== true) return false;
  return sheets.some((sheet) => sheet.answers !== null && !isComplete(marksOfSheet(sheet, exam)));
}
