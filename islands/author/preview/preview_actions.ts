import type { Answers } from "../../../protocol/items/answer.ts";
import type { AnswerActions } from "../../student/exam_actions.ts";

/** What the fields of answers do in a preview: they answer, and nothing is captured, sent or kept. */
export function previewActions(put: (change: (answers: Answers) => Answers) => void): AnswerActions {
  return {
    edit: (question, after) => put((answers) => ({ ...answers, [question]: after })),
    select: (question, choices) => put((answers) => ({ ...answers, [question]: [...choices] })),
    field: () => () => {},
  };
}
