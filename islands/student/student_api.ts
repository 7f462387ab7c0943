import type { Answers } from "../../protocol/items/answer.ts";
import type { AttemptAnswer } from "../../protocol/attempt.ts";
import { object, text } from "../link/reader.ts";
import { readAttempt } from "./attempt_reader.ts";
import { call, callForFile, type Outcome } from "./student_call.ts";

/** The attempt as the server has it. */
export function getAttempt(token: string): Promise<Outcome<AttemptAnswer>> {
  return call("/api/attempt", readAttempt, { token });
}

/** Hands the exam in. @param answers Given where the server does not have them all yet. */
export function submitExam(token: string, answers?: Answers): Promise<Outcome<{ state: string }>> {
  return call("/submit_exam", object<{ state: string }>({ state: text }), { token, body: answers ? { answers } : {} });
}

/** Everything that was captured about the student, as a file. */
export function getCaptured(token: string): Promise<Outcome<Blob>> {
  return callForFile("/api/attempt/captured", token);
}

/** Puts own words beside what was recorded. @param t The moment that they are about, attempt time in ms; null for none. */
export function saySomething(token: string, text: string, t: number | null): Promise<Outcome<unknown>> {
  return call("/api/attempt/statement", (value) => value, { token, body: { text, ...(t !== null && { t }) } });
}
