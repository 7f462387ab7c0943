import type { AnswerProps } from "./answer_props.ts";
import { ChoiceAnswer } from "./choice_answer.tsx";
import { TextAnswer } from "./text_answer.tsx";

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
