import type { PaperQuestion, Question } from "../../protocol/items/registry.ts";
import { wholeExam } from "../exams/drawn_exam.ts";
import { type Exam, revisionOf } from "../store/exam_store.ts";
import { seenQuestions } from "./authored_texts.ts";
import { keyedQuestions } from "./keyed_questions.ts";
import type { Sheet } from "./sheets.ts";

/** A question that markers are shown. */
export interface ListedQuestion {
  question: Question;
  /** The exam with the document that it is of: the newest one that has it. */
  exam: Exam;
  /** As students saw it there. */
  seen: PaperQuestion | undefined;
}

/**
 * The questions of an exam as it is now, in their order, and behind them those that it no longer has and that attempts were
 * given: they wait for marks all the same. Where revisions differ, such a question is as the newest one that was sat has it.
 *
 * @param sheets Of the attempts that are marked.
 */
export function listedQuestions(newest: Exam, sheets: readonly Pick<Sheet, "exam">[]): ListedQuestion[] {
  const given = new Set(sheets.flatMap(({ exam }) => exam.document.questions.map(({ id }) => id)));
  const sat = new Map(sheets.map(({ exam }) => {
    const whole = wholeExam(exam);
    return [whole.document, whole];
  }));
  const listed = new Map(newest.document.questions.map((question) => [question.id, listedIn(newest, question)]));
  for (const exam of [...sat.values()].sort((a, b) => revisionOf(b) - revisionOf(a))) {
    for (const question of keyedQuestions(exam.document, newest.document)) {
      const { id } = question;
      if (given.has(id) && !listed.has(id)) listed.set(id, listedIn(exam, question));
    }
  }
  return [...listed.values()];
}

function listedIn(exam: Exam, question: Question): ListedQuestion {
  return { question, exam, seen: seenQuestions(exam).get(question.id) };
}
