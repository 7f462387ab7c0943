import type { StartExamAnswer } from "../../protocol/start_exam.ts";
import type { Attempts } from "./attempts.ts";
import { startAnswer } from "./start_answer.ts";
import type { RepeatableStart } from "./start_requests.ts";

/**
 * The answer of a join that was made before and whose answer got lost; null where it was not, or cannot be asked for again.
 *
 * @throws {Refusal} `conflict` where it is not given any more.
 */
export async function repeatStart(
  attempts: Attempts,
  request: RepeatableStart | null,
): Promise<StartExamAnswer | null> {
  const attemptId = request === null ? null : await attempts.startRequests.begun(request);
  if (request === null || attemptId === null) return null;
  const { record, head, exam } = await attempts.view(attemptId);
  return startAnswer(record, head, exam, request.tokenOf(attemptId));
}
