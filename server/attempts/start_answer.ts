import type { StartExamAnswer } from "../../protocol/start_exam.ts";
import type { AttemptHead, AttemptRecord } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import { ownPaper } from "./own_closing.ts";

/** What whoever has joined is told; no question of an attempt that is over, which somebody comes back to. @param token Opens the attempt from now on. */
export function startAnswer(
  { attemptId }: AttemptRecord,
  head: AttemptHead,
  exam: Exam,
  token: string,
): StartExamAnswer {
  return { attempt_id: attemptId, session_token: token, deadline: head.deadline, exam: ownPaper({ head, exam }) };
}
