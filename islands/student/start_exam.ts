import type { StartExamBody } from "../../protocol/start_exam.ts";
import { object, optional, text } from "../link/reader.ts";
import { forgetJoinRequest, joinRequestId, newJoinRequestId } from "./join_request.ts";
import { call, type Outcome } from "./student_call.ts";

/** What a join gives: the rest of the answer is asked for by the exam's page. */
export interface Joined {
  attempt_id: string;
  session_token: string;
  exam: { title: string; language?: string };
}

const readJoined = object<Joined>({
  attempt_id: text,
  session_token: text,
  exam: object<Joined["exam"]>({ title: text, language: optional(text) }),
});

/**
 * Asks to sit an exam. Nothing is logged before this call, which carries the consent. Where its answer gets lost, the same
 * call gives it again.
 *
 * @param code Of the exam.
 */
export async function startExam(code: string, body: StartExamBody): Promise<Outcome<Joined>> {
  const ask = (id: string) => call("/start_exam", readJoined, { body: { ...body, request_id: id } });
  let outcome = await ask(joinRequestId(code));
  if (!outcome.ok && outcome.failure.code === "conflict" && outcome.failure.path === "request_id") {
    outcome = await ask(newJoinRequestId(code));
  }
  if (outcome.ok) forgetJoinRequest(code);
  return outcome;
}
