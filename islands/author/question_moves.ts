import type { Question } from "../../protocol/items/registry.ts";
import type { Editor } from "./editor.ts";
import { joinNeighbours } from "./sections/section_moves.ts";
import { nextQuestionId, randomId } from "./new_ids.ts";

/** Puts a new question behind another one, or at the end, and opens it. @returns Its id. */
export function addQuestion(editor: Editor, question: Question, behind: string | null = null): string {
  editor.edit((exam) => {
    const at = behind === null ? exam.questions.length : exam.questions.findIndex(({ id }) => id === behind) + 1;
    return { ...exam, questions: exam.questions.toSpliced(at, 0, question) };
  }, "");
  editor.fresh.value = question.id;
  editor.go({ question: question.id, path: ["text"] });
  return question.id;
}

/** An id for a new question. Where students have answered, one that no question ever had. */
export function newQuestionId(editor: Editor): string {
  if (editor.state.value === "draft") return nextQuestionId(editor.usedIds);
  return `q-${randomId(editor.random)}`;
}

/** Puts a copy of a question behind it, and opens the copy. */
export function duplicateQuestion(editor: Editor, question: Question): void {
  addQuestion(editor, { ...question, id: newQuestionId(editor) }, question.id);
}

/** Takes a question out; undo brings it back. What is open then is the next one. */
export function removeQuestion(editor: Editor, id: string): void {
  const { questions } = editor.exam.value;
  const at = questions.findIndex((question) => question.id === id);
  const next = questions[at + 1] ?? questions[at - 1];
  editor.edit((exam) => ({ ...exam, questions: exam.questions.filter((question) => question.id !== id) }), "");
  if (editor.open.value === id) editor.open.value = null;
  if (next !== undefined) editor.focus.value = { question: next.id, path: ["head"] };
}

/** Moves a question. @param to Its place then, from 0. @returns Whether it moved. */
export function moveQuestion(editor: Editor, id: string, to: number): boolean {
  const { questions } = editor.exam.value;
  const from = questions.findIndex((question) => question.id === id);
  if (from < 0 || to < 0 || to >= questions.length || to === from) return false;
  editor.edit((exam) => {
    const rest = exam.questions.filter((question) => question.id !== id);
    const questions = rest.toSpliced(to, 0, exam.questions[from]);
    return { ...exam, questions: joinNeighbours(questions, to, to > from) };
  }, "");
  return true;
}
