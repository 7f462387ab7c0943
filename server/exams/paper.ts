import { PaperQuestion, type Question } from "../../protocol/exam.ts";
import type { Paper } from "../../protocol/rest.ts";
import type { Exam } from "../store/exam_store.ts";

/**
 * A question as a student may see it. Fields are named one by one: what is not named here stays on the server.
 */
export function paperQuestion(question: Question): PaperQuestion {
  const { id, text, points } = question;
  switch (question.type) {
    case "single_choice":
    case "multiple_choice":
      return {
        id,
        type: question.type,
        text,
        points,
        choices: question.choices.map((choice) => ({ id: choice.id, text: choice.text })),
      };
    case "true_false":
      return { id, type: question.type, text, points };
    case "numeric":
      return { id, type: question.type, text, points, ...(question.unit && { unit: question.unit }) };
    case "short_text":
      return { id, type: question.type, text, points, max_characters: question.max_characters };
    case "essay":
      return { id, type: question.type, text, points, ...(question.words && { words: question.words }) };
  }
}

/** What a student gets to see of an exam: no correct answer, no guidance, no policy, no other student. */
export function paperOf(exam: Exam): Paper {
  const { document } = exam;
  return {
    exam_id: exam.examId,
    title: document.title,
    ...(document.instructions && { instructions: document.instructions }),
    questions: document.questions.map(paperQuestion),
  };
}

/** Characters of text in the paper: as much can be pasted into an answer without being text from outside. */
export function paperCharacters(exam: Exam): number {
  const { document } = exam;
  let characters = (document.instructions ?? "").length;
  for (const question of document.questions) {
    characters += question.text.length;
    if ("choices" in question) { for (const choice of question.choices) characters += choice.text.length; }
  }
  return characters;
}
