import type { Question, QuestionType } from "../../../protocol/items/registry.ts";
import type { Sentences } from "../../../words/words.ts";
import type { Random } from "../new_ids.ts";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";
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
import { trueFalse } from "./true_false.tsx";

/** The form of every type of question, in the order in which they are offered. A new one is its file and its line here. */
const AUTHOR_ITEMS: { readonly [Type in QuestionType]: AuthorItem<Type> } = {
  single_choice: singleChoice,
  multiple_choice: multipleChoice,
  true_false: trueFalse,
  short_text: shortText,
  essay,
  numeric,
  matching,
  ordering,
  cloze,
  code,
  file,
};

/** Types of questions, in the order in which they are offered. */
export const QUESTION_TYPES = Object.keys(AUTHOR_ITEMS).filter(isQuestionType);

function isQuestionType(type: string): type is QuestionType {
  return Object.hasOwn(AUTHOR_ITEMS, type);
}

/** A new question of a type. */
export function makeQuestion(
  type: QuestionType,
  id: string,
  words: Sentences["editorItems"],
  random: Random,
): Question {
  return AUTHOR_ITEMS[type].make(id, words, random);
}

/** The form of a question, whichever its type is. */
export function ItemForm({ question, ...props }: ItemFormProps<QuestionType>) {
  return formOf(question.type, { ...props, question });
}

function formOf<Type extends QuestionType>(type: Type, props: ItemFormProps<Type>) {
  const { Form } = AUTHOR_ITEMS[type];
  return <Form {...props} />;
}

/** What few questions of a type need; nothing where a type has none. */
export function MoreForm({ question, ...props }: ItemFormProps<QuestionType>) {
  return moreOf(question.type, { ...props, question });
}

function moreOf<Type extends QuestionType>(type: Type, props: ItemFormProps<Type>) {
  const { More } = AUTHOR_ITEMS[type];
  return More === undefined ? null : <More {...props} />;
}
