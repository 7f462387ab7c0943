import type { ExamDocumentAnswer } from "../../protocol/exam_document.ts";
import type { Exam } from "../store/exam_store.ts";

/** An exam as its authors get to see it: roster and staff have calls of their own. */
export function toldExam(
  { examId, state, revision = 1, document: { roster: _, staff: __, ...document } }: Exam,
): ExamDocumentAnswer {
  return { exam_id: examId, state, revision, document };
}
