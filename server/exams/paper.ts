import { countWords } from "../../protocol/items/count_words.ts";
import { paperQuestion } from "../../protocol/items/registry.ts";
import { textsIn } from "../../protocol/items/texts_in.ts";
import type { Paper } from "../../protocol/paper.ts";
import { drawnPaper } from "./drawn_paper.ts";
import { wholeExam } from "./drawn_exam.ts";
import type { Exam } from "../store/exam_store.ts";
import { renderPaper } from "./text/render_paper.ts";

const RENDERED = new WeakMap<Exam, Paper>();

/**
 * What a student gets to see of an exam: no correct answer, no guidance, no policy, no other student. Texts that are
 * Markdown come with their HTML beside them.
 */
export function paperOf(exam: Exam): Paper {
  const whole = wholeExam(exam);
  if (whole !== exam) return drawnPaper(paperOf(whole), exam);
  if (exam.document.text_format !== "markdown") return writtenPaper(exam);
  let paper = RENDERED.get(exam);
  if (paper === undefined) {
    paper = renderPaper(writtenPaper(exam));
    RENDERED.set(exam, paper);
  }
  return paper;
}

function writtenPaper(exam: Exam): Paper {
  const { document } = exam;
  return {
    exam_id: exam.examId,
    title: document.title,
    ...(document.language && { language: document.language }),
    ...(document.instructions && { instructions: document.instructions }),
    ...(document.sections?.length && { sections: document.sections }),
    ...(document.navigation === "forward" && { navigation: document.navigation }),
    questions: document.questions.map(paperQuestion),
  };
}

const COUNTED = new WeakMap<Exam, number>();

/** Characters of text that are seen in the paper: as much can be pasted into an answer without being text from outside. */
export function paperCharacters(exam: Exam): number {
  let characters = COUNTED.get(exam);
  if (characters === undefined) {
    const { instructions = "", instructions_html: html, sections = [], questions } = paperOf(exam);
    characters = textsIn([{ text: instructions, html }, sections, questions]).reduce(
      (sum, text) => sum + text.length,
      0,
    );
    COUNTED.set(exam, characters);
  }
  return characters;
}

const WORDS = new WeakMap<Exam, Readonly<Record<string, number>>>();

/** Words that stand in each question, choices included, by its id: as much there is to read before it can be answered. */
export function questionWords(exam: Exam): Readonly<Record<string, number>> {
  let words = WORDS.get(exam);
  if (words === undefined) {
    words = Object.fromEntries(
      paperOf(exam).questions.map((question) => [
        question.id,
        textsIn(question).reduce((sum, text) => sum + countWords(text), 0),
      ]),
    );
    WORDS.set(exam, words);
  }
  return words;
}
