import { z } from "zod";
import type { Answer } from "./answer.ts";
import { cloze } from "./cloze.ts";
import { code } from "./code.ts";
import { essay } from "./essay.ts";
import { file } from "./file.ts";
import type { Item } from "./item.ts";
import { matching } from "./matching.ts";
import { multipleChoice } from "./multiple_choice.ts";
import { numeric } from "./numeric.ts";
import { ordering } from "./ordering.ts";
import { shortText } from "./short_text.ts";
import { singleChoice } from "./single_choice.ts";
import { trueFalse } from "./true_false.ts";

/** Every type of question. A new one is its file and its line here. */
const REGISTERED = {
  single_choice: singleChoice,
  multiple_choice: multipleChoice,
  true_false: trueFalse,
  numeric,
  short_text: shortText,
  essay,
  matching,
  ordering,
  cloze,
  code,
  file,
};

type Registered = typeof REGISTERED;
export type QuestionType = keyof Registered;
type ItemOf<Type extends QuestionType> = Item<Registered[Type]["question"], Registered[Type]["paper"]>;
type QuestionOf<Type extends QuestionType> = z.output<Registered[Type]["question"]>;
/** A question of one type as a student may see it. */
export type PaperQuestionOf<Type extends QuestionType> = z.output<Registered[Type]["paper"]>;

/** Every type of question by its name. */
export const ITEMS: { readonly [Type in QuestionType]: ItemOf<Type> } = REGISTERED;

const [first, ...others] = Object.values(REGISTERED);

/** A question as its author writes it, with its correct answers. */
export const Question = z.discriminatedUnion("type", [first.question, ...others.map((item) => item.question)]);
export type Question = z.infer<typeof Question>;

/** A question as a student may see it. */
export const PaperQuestion = z.discriminatedUnion("type", [first.paper, ...others.map((item) => item.paper)]);
export type PaperQuestion = z.infer<typeof PaperQuestion>;

/** What a student may see of a question. */
export function paperQuestion(question: Question): PaperQuestion {
  return toPaper(question.type, question);
}

/** The share of its points that an answer deserves, 0 to 1, or null where a person must mark it. Pure. */
export function markAnswer(question: Question, answer: Answer | undefined): number | null {
  return mark(question.type, question, answer);
}

function toPaper<Type extends QuestionType>(type: Type, question: QuestionOf<Type>): PaperQuestionOf<Type> {
  return ITEMS[type].toPaper(question);
}

function mark<Type extends QuestionType>(type: Type, question: QuestionOf<Type>, answer: Answer | undefined) {
  return ITEMS[type].mark(question, answer);
}
