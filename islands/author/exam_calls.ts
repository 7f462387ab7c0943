import { z } from "zod";
import { ExamStateAnswer, ExamSummary } from "../../protocol/exam_list.ts";
import { callStaff, type Outcome } from "../staff/staff_api.ts";

/** What is done to an exam as a whole. */
export type ExamDeed = "publish" | "close" | "reopen" | "duplicate" | "archive";

/** Does something to an exam as a whole. */
export function doToExam(examId: string, deed: ExamDeed) {
  return callStaff({ method: "POST", path: `/api/exams/${examId}/${deed}`, answer: ExamStateAnswer });
}

/** The exams that the account may see. @param withArchived Whether those that were archived are among them. */
export function listExams(withArchived: boolean): Promise<Outcome<ExamSummary[]>> {
  const path = withArchived ? "/api/exams?archived=true" : "/api/exams";
  return callStaff({ method: "GET", path, answer: z.array(ExamSummary) });
}
