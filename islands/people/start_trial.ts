import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { type CallFailure, callStaff } from "../staff/staff_api.ts";
import { openStudentStorage } from "../student/student_storage.ts";
import { examPath } from "../student/tab_attempt.ts";

/**
 * Begins a trial of an exam and opens its page as a student has it.
 *
 * @returns Why it could not; null where it opens.
 */
export async function startTrial(examId: string, code: string): Promise<CallFailure | "no_storage" | null> {
  const path = `/api/exams/${examId}/trials`;
  const outcome = await callStaff({ method: "POST", path, answer: StartExamAnswer });
  if (!outcome.ok) return outcome.error;
  const { attempt_id, session_token, exam } = outcome.value;
  const { joined } = await openStudentStorage();
  const kept = await joined.put({
    ...{ attemptId: attempt_id, token: session_token, name: "", exam: exam.title, code },
    ...(exam.language !== undefined && { language: exam.language }),
  });
  if (!kept) return "no_storage";
  location.assign(examPath(attempt_id, exam.language));
  return null;
}
