import type { VNode } from "preact";
import type { Answer, Answers } from "../../../protocol/items/answer.ts";
import type { PaperQuestionOf, QuestionType } from "../../../protocol/items/registry.ts";
import type { Reader } from "../../link/reader.ts";
import type { AnswerActions } from "../exam_actions.ts";

/** What the field of an answer is given. */
export interface AnswerProps<Type extends QuestionType> {
  question: PaperQuestionOf<Type>;
  answer: Answer | undefined;
  /** All of the exam, by the ids of `answerIds`: for a question that is answered in several places. */
  answers: Answers;
  /** BCP 47 tag of the exam, where it says in which language it is written. */
  language: string | undefined;
  actions: AnswerActions;
  isDisabled: boolean;
}

/** What the student's page knows of a type of question. */
export interface StudentItem<Type extends QuestionType> {
  /** Reads a question of the paper as its schema does. */
  read: Reader<PaperQuestionOf<Type>>;
  /** Where it is answered. */
  Field: (props: AnswerProps<Type>) => VNode;
}
