import type { StartExamAnswer } from "../../protocol/rest.ts";
import { paperOf } from "../exams/paper.ts";
import type { AttemptHead, AttemptRecord } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";

/** What whoever has joined is told. @param token Opens the attempt from now on. */
export function startAnswer(
  { attemptId }: AttemptRecord,
  head: AttemptHead,
  exam: Exam,
  token: string,
): StartExamAnswer {
  return { attempt_id: attemptId, session_token: token, deadline: head.deadline, exam: paperOf(exam) };
}
