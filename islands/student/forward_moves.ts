import { isAnswered } from "../../protocol/items/answer_form.ts";
import { answerTo } from "../../protocol/items/answer_ids.ts";
import type { ExamModel } from "./exam_model.ts";
import type { Upload } from "./file_uploads.ts";

/** Indices of the questions that are left for good, and of those that have no answer, or a file still on its way. */
export interface LeftBehind {
  all: number[];
  open: number[];
  sending: number[];
}

/** What going on to a question leaves behind, in an exam that goes forward only. */
export function leftBehind(
  { questions, answers, current }: Pick<ExamModel, "questions" | "answers" | "current">,
  to: number,
  uploads: readonly Pick<Upload, "question">[],
): LeftBehind {
  const all = questions.value.map((_, index) => index).slice(current.value, to);
  return {
    all,
    open: all.filter((index) => !isAnswered(answerTo(questions.value[index], answers.value))),
    sending: all.filter((index) => uploads.some(({ question }) => question === questions.value[index].id)),
  };
}

/**
 * Whether to ask before going on: once what it means, and again wherever something would be left without an answer.
 * Whoever is past the first question has been asked.
 */
export function mustAsk(model: Parameters<typeof leftBehind>[0], to: number, uploads: readonly Upload[]): boolean {
  const { open, sending } = leftBehind(model, to, uploads);
  return model.current.value === 0 || open.length > 0 || sending.length > 0;
}

/** Where a page goes on: at the furthest question that this device or the server knows of. */
export function furthestIndex(
  questions: readonly { id: string }[],
  ids: readonly (string | null | undefined)[],
): number {
  return Math.max(0, ...ids.map((id) => questions.findIndex((question) => question.id === id)));
}
