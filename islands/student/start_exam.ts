import type { StartExamBody } from "../../protocol/rest.ts";
import { object, optional, text } from "../capture/reader.ts";
import { call, type Outcome } from "./student_call.ts";

/** What a join gives: the rest of the answer is asked for by the exam's page. */
export interface Joined {
  attempt_id: string;
  session_token: string;
  exam: { language?: string };
}

const readJoined = object<Joined>({
  attempt_id: text,
  session_token: text,
  exam: object<Joined["exam"]>({ language: optional(text) }),
});

/** Asks to sit an exam. Nothing is logged before this call, which carries the consent. */
export function startExam(body: StartExamBody): Promise<Outcome<Joined>> {
  return call("/start_exam", readJoined, { body });
}
