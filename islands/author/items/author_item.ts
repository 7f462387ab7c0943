import type { VNode } from "preact";
import type { QuestionType } from "../../../protocol/items/registry.ts";
import type { Sentences } from "../../../words/words.ts";
import type { QuestionOf } from "../authored_exam.ts";
import type { Random } from "../new_ids.ts";

/** What the form of a question is given. */
export interface ItemFormProps<Type extends QuestionType> {
  question: QuestionOf<Type>;
  /** BCP 47 tag of the exam, where it names one. */
  language: string | undefined;
  /** For ids that tell nothing. */
  random: Random;
  /** Takes the question over. @param place The field that was written in: one step of the history for each. */
  change: (question: QuestionOf<Type>, place: string) => void;
  /** What is wrong at a path from the question on, said; undefined where nothing is. */
  problem: (...path: (string | number)[]) => string | undefined;
  /** Id of the element in which a path is written: errors lead to it. */
  fieldId: (...path: (string | number)[]) => string;
}

/** What the editor knows of a type of question. */
export interface AuthorItem<Type extends QuestionType> {
  /** A new question, with nothing written in it. */
  make: (id: string, words: Sentences["editorItems"], random: Random) => QuestionOf<Type>;
  /** Where its answers are written; text and points of every question stand above it. */
  Form: (props: ItemFormProps<Type>) => VNode;
  /** What few of its questions need, behind "More". */
  More?: (props: ItemFormProps<Type>) => VNode;
}
