import type { Sentences } from "../../words/words.ts";
import type { FailedCall } from "./student_call.ts";

/** Why a call came to nothing: the server's own words where it gave any. */
export function failureText({ code, message }: FailedCall, words: Sentences["refused"]): string {
  if (message !== null) return message;
  return code === "unreachable" || code === "not_answered" ? words[code] : words.unexpected;
}
