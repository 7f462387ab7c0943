import type { Answer } from "../../protocol/items/answer.ts";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import type { AttemptAnswer, Paper } from "../../protocol/rest.ts";
import {
  dictionary,
  either,
  fieldOf,
  list,
  number,
  object,
  optional,
  type Reader,
  text,
  word,
} from "../capture/reader.ts";
import { attemptState } from "../capture/server_message.ts";

type Kind<Type extends PaperQuestion["type"]> = Extract<PaperQuestion, { type: Type }>;

const prompt = { id: text, text, points: number };
const choices = list(object<{ id: string; text: string }>({ id: text, text }));

const QUESTIONS: { [Type in PaperQuestion["type"]]: Reader<Kind<Type>> } = {
  single_choice: object<Kind<"single_choice">>({ ...prompt, type: word("single_choice"), choices }),
  multiple_choice: object<Kind<"multiple_choice">>({ ...prompt, type: word("multiple_choice"), choices }),
  true_false: object<Kind<"true_false">>({ ...prompt, type: word("true_false") }),
  numeric: object<Kind<"numeric">>({ ...prompt, type: word("numeric"), unit: optional(text) }),
  short_text: object<Kind<"short_text">>({ ...prompt, type: word("short_text"), max_characters: number }),
  essay: object<Kind<"essay">>({
    ...prompt,
    type: word("essay"),
    words: optional(object<{ min?: number; max?: number }>({ min: optional(number), max: optional(number) })),
  }),
};

const question: Reader<PaperQuestion> = (value) => {
  const type = fieldOf(value, "type");
  if (typeof type !== "string" || !Object.hasOwn(QUESTIONS, type)) {
    throw new TypeError("Cannot show a question of this type: reload the page");
  }
  return QUESTIONS[type as PaperQuestion["type"]](value);
};

const answer: Reader<Answer> = either(text, list(text));

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
  exam: object<Paper>({
    exam_id: text,
    title: text,
    language: optional(text),
    instructions: optional(text),
    questions: list(question),
  }),
  answers: dictionary(answer),
  receipt: text,
});
