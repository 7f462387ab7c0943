import { MAX_NAME_CHARACTERS, MAX_STUDENT_NUMBER_CHARACTERS } from "../../protocol/limits.ts";
import { momentWithZone } from "../../words/times.ts";
import { type Speech, wordsOfPage } from "../components/speech.tsx";
import { failureText } from "./failure_text.ts";
import type { FailedCall } from "./student_call.ts";

/** What is wrong in the form that asks who sits an exam, by its fields; `form` is about none of them. */
export type JoinProblems = Partial<Record<"name" | "number" | "token" | "consent" | "form", string>>;

function notOpen(opensAt: string | undefined, speech: Speech): string {
  const { problems } = wordsOfPage(speech, "joinForms");
  if (opensAt === undefined) return problems.notOpen;
  return speech.speaker.say(problems.notOpenUntil, { at: momentWithZone(speech.speaker, Date.parse(opensAt)) });
}

/** Why somebody could not join, said where it can be mended. @param hasToken Whether a personal token was tried. */
export function joinProblems(failure: FailedCall, hasToken: boolean, speech: Speech): JoinProblems {
  const { token, name, number, problems } = wordsOfPage(speech, "joinForms");
  switch (failure.code) {
    case "token_used":
      return { token: token.used };
    case "unauthorized":
    case "not_found":
      if (hasToken) return { token: token.unknown };
      break;
    case "unknown_exam":
      return { form: problems.unknownExam };
    case "exam_not_open":
      return { form: notOpen(failure.opensAt, speech) };
    case "exam_closed":
      return { form: problems.closed };
    case "exam_full":
      return { form: problems.full };
    case "forbidden":
      return { form: problems.tokenOnly };
    case "rate_limited":
      return { form: problems.crowded };
  }
  if (failure.path.startsWith("student.name")) {
    return { name: speech.speaker.say(name.unusable, { most: MAX_NAME_CHARACTERS }) };
  }
  if (failure.path.startsWith("student.number")) {
    if (failure.code === "conflict") return { number: number.used };
    return { number: speech.speaker.say(number.unusable, { most: MAX_STUDENT_NUMBER_CHARACTERS }) };
  }
  return { form: failureText(failure, wordsOfPage(speech, "refused")) };
}
