import type { Answer } from "../../protocol/items/answer.ts";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import { ChoiceAnswer } from "./choice_answer.tsx";
import type { ExamActions } from "./exam_actions.ts";
import { TextAnswer } from "./text_answer.tsx";

export interface AnswerProps<Question extends PaperQuestion = PaperQuestion> {
  question: Question;
  answer: Answer | undefined;
  /** BCP 47 tag of the exam, where it says in which language it is written. */
  language: string | undefined;
  actions: ExamActions;
  isDisabled: boolean;
}

/** The field that a question is answered in. */
export function AnswerField({ question, ...rest }: AnswerProps) {
  switch (question.type) {
    case "single_choice":
    case "multiple_choice":
    case "true_false":
      return <ChoiceAnswer question={question} {...rest} />;
    default:
      return <TextAnswer question={question} {...rest} />;
  }
}
