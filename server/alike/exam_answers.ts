import { isOver } from "../../protocol/exam.ts";
import type { Answer } from "../../protocol/items/answer.ts";
import { isAnswered } from "../../protocol/items/answer_form.ts";
import { answerTo } from "../../protocol/items/answer_ids.ts";
import { foldText } from "../../protocol/items/fold_text.ts";
import type { Question, QuestionType } from "../../protocol/items/registry.ts";
import { textsIn } from "../../protocol/items/texts_in.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { wholeExam } from "../exams/drawn_exam.ts";
import { paperOf } from "../exams/paper.ts";
import { marksOfSheet } from "../marking/marks_of_attempt.ts";
import { type Sheet, Sheets } from "../marking/sheets.ts";
import type { AnswerLine } from "../psychometrics/answer_table.ts";
import type { Exam } from "../store/exam_store.ts";

/** A text that was written as an answer. */
export interface WrittenAnswer {
  /** In the list of attempts. */
  person: number;
  question: string;
  text: string;
}

/** An exam's answers as they are compared: plain values that a thread can be given. */
export interface ExamAnswers {
  attemptIds: string[];
  /** Attempts that are over and whose answers were removed. */
  leftOut: number;
  /** Of attempts and the exam's questions, in their order. */
  lines: AnswerLine[];
  texts: WrittenAnswer[];
  /** What was shown to everybody. */
  shown: string[];
}

/** Types whose answers are the same or not, letter for letter or choice for choice. */
const COMPARED: ReadonlySet<QuestionType> = new Set<QuestionType>([
  "single_choice",
  "multiple_choice",
  "true_false",
  "numeric",
  "short_text",
  "matching",
  "ordering",
  "cloze",
]);

/** Types that are written at length. */
const WRITTEN: ReadonlySet<QuestionType> = new Set<QuestionType>(["essay", "code", "short_text"]);

/** Logs that are read at once, of attempts from before times were kept. */
const AT_ONCE = 8;

/** The answers, marks and times of the attempts that are over: nothing of their risk, and of nobody who only tried the exam. */
export async function examAnswers(attempts: Attempts, exam: Exam): Promise<ExamAnswers> {
  const sheets = new Sheets(attempts);
  const over = (await sheets.ofExam(exam.examId)).filter(({ head, record }) =>
    isOver(head.state) && record.trialOf === undefined
  );
  const compared = over.filter(({ answers }) => answers !== null);
  const questions = exam.document.questions.filter(({ type, points }) => COMPARED.has(type) && points > 0);
  const ids = new Set(exam.document.questions.map(({ id }) => id));
  const table = new AnswerTable(questions);
  const lines: AnswerLine[] = [];
  for (let first = 0; first < compared.length; first += AT_ONCE) {
    lines.push(
      ...await Promise.all(
        compared.slice(first, first + AT_ONCE).map(async (sheet) => {
          const time = await sheets.timeOf(sheet, ids);
          return table.lineOf(sheet, exam, (question) => time.of(question));
        }),
      ),
    );
  }
  return {
    attemptIds: compared.map(({ attemptId }) => attemptId),
    leftOut: over.length - compared.length,
    lines,
    texts: compared.flatMap(writtenIn),
    shown: shownIn(exam, compared),
  };
}

/** Numbers answers as they come: the same number is the same answer. */
class AnswerTable {
  readonly #questions: readonly { question: Question; known: Map<string, number> }[];

  constructor(questions: readonly Question[]) {
    this.#questions = questions.map((question) => ({ question, known: new Map() }));
  }

  lineOf(sheet: Sheet, exam: Exam, msOf: (question: string) => number): AnswerLine {
    const marks = new Map(marksOfSheet(sheet, exam).map((mark) => [mark.question, mark]));
    const cells = this.#questions.map(({ question, known }) => {
      const mark = marks.get(question.id);
      const answer = answerTo(question, sheet.answers ?? {});
      if (mark === undefined || mark.points === null || answer === undefined || !isAnswered(answer)) {
        return { answer: null, score: null, logSeconds: null };
      }
      const form = comparedForm(question, answer);
      const number = known.get(form) ?? known.size;
      known.set(form, number);
      const ms = msOf(question.id);
      const score = mark.points >= mark.max ? 1 as const : 0 as const;
      return { answer: number, score, logSeconds: ms > 0 ? Math.log(ms / 1_000) : null };
    });
    return {
      answers: cells.map(({ answer }) => answer),
      scores: cells.map(({ score }) => score),
      logSeconds: cells.map(({ logSeconds }) => logSeconds),
    };
  }
}

/** What two answers have in common that say the same: case, spaces and the order of choices do not count, but where it is the answer. */
function comparedForm({ type }: Question, answer: Answer): string {
  if (typeof answer === "string") return foldText(answer);
  const parts = answer.map((part) => foldText(part));
  return JSON.stringify(type === "ordering" ? parts : parts.sort());
}

function writtenIn({ exam, answers }: Sheet, person: number): WrittenAnswer[] {
  return exam.document.questions.flatMap((question) => {
    const answer = WRITTEN.has(question.type) ? answerTo(question, answers ?? {}) : undefined;
    return typeof answer === "string" && answer !== "" ? [{ person, question: question.id, text: answer }] : [];
  });
}

/** Texts of every paper that one of these attempts had. */
function shownIn(exam: Exam, sheets: readonly Sheet[]): string[] {
  const papers = new Set([exam, ...sheets.map((sheet) => sheet.exam)].map((one) => wholeExam(one)));
  return [
    ...new Set([...papers].flatMap((whole) => {
      const { title, instructions = "", instructions_html: html, sections = [], questions } = paperOf(whole);
      return [title, ...textsIn([{ text: instructions, html }, sections, questions])];
    })),
  ];
}
