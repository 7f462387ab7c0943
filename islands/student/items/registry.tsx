import type { PaperQuestion, QuestionType } from "../../../protocol/items/registry.ts";
import { fieldOf } from "../../link/reader.ts";
import { cloze } from "./cloze.tsx";
import { code } from "./code.tsx";
import { essay } from "./essay.tsx";
import { file } from "./file.tsx";
import { matching } from "./matching.tsx";
import { multipleChoice } from "./multiple_choice.tsx";
import { numeric } from "./numeric.tsx";
import { ordering } from "./ordering.tsx";
import { shortText } from "./short_text.tsx";
import { singleChoice } from "./single_choice.tsx";
import type { AnswerProps, StudentItem } from "./student_item.ts";
import { trueFalse } from "./true_false.tsx";

/** What the student's page knows of every type of question. A new one is its file and its line here. */
const STUDENT_ITEMS: { readonly [Type in QuestionType]: StudentItem<Type> } = {
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

/** Reads a question of any type. @throws {TypeError} If it is none, or of a type that this page is too old for. */
export function readQuestion(value: unknown): PaperQuestion {
  const type = fieldOf(value, "type");
  if (!isQuestionType(type)) throw new TypeError("Cannot show a question of this type: reload the page");
  return STUDENT_ITEMS[type].read(value);
}

/** The field that a question is answered in. */
export function AnswerField(props: AnswerProps<QuestionType>) {
  return fieldFor(props.question.type, props);
}

function fieldFor<Type extends QuestionType>(type: Type, props: AnswerProps<Type>) {
  const { Field } = STUDENT_ITEMS[type];
  return <Field {...props} />;
}

function isQuestionType(type: unknown): type is QuestionType {
  return typeof type === "string" && Object.hasOwn(STUDENT_ITEMS, type);
}
