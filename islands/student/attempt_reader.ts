import type { AttemptAnswer, Paper } from "../../protocol/rest.ts";
import { dictionary, list, nullable, number, object, optional, type Reader, text } from "../link/reader.ts";
import { answer, attemptState, ended, risk, showRisk, standing, technology } from "../link/server_message.ts";
import { readQuestion } from "./items/registry.tsx";

type OwnRisk = NonNullable<AttemptAnswer["risk"]>;
type HowEnded = NonNullable<AttemptAnswer["ended"]>;

/** Reads what `GET /api/attempt` answers. @throws {TypeError} If it is something else. */
export const readAttempt: Reader<AttemptAnswer> = object<AttemptAnswer>({
  attempt_id: text,
  state: attemptState,
  student: object<{ name: string; number?: string }>({ name: text, number: optional(text) }),
  started_at: number,
  deadline: number,
  server_time: number,
  last_seq: number,
  last_t: optional(number),
  declared: optional(list(technology)),
  exam: object<Paper>({
    exam_id: text,
    title: text,
    language: optional(text),
    instructions: optional(text),
    questions: list(readQuestion),
  }),
  answers: dictionary(answer),
  receipt: text,
  last_hash: optional(nullable(text)),
  ...standing,
  show_risk: optional(showRisk),
  risk: optional(nullable(object<OwnRisk>(risk))),
  ended: optional(object<HowEnded>(ended)),
});
