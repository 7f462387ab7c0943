import type { Answer, PaperQuestion } from "../../protocol/exam.ts";
import type { ExamActions } from "./exam_actions.ts";

/** What the field of an answer is given. */
export interface AnswerProps<Question extends PaperQuestion = PaperQuestion> {
  question: Question;
  answer: Answer | undefined;
  /** BCP 47 tag of the exam, where it says in which language it is written. */
  language: string | undefined;
  actions: ExamActions;
  isDisabled: boolean;
}
