import { isOver } from "../../protocol/exam.ts";
import { answerTo } from "../../protocol/items/answer_ids.ts";
import { choicesOf, isAnswered, textOf } from "../../protocol/items/answer_form.ts";
import { answerLines, keyLines } from "../../protocol/items/answer_lines.ts";
import { countWords } from "../../protocol/items/count_words.ts";
import type { PaperQuestion, Question } from "../../protocol/items/registry.ts";
import { shownAnswer, shownKey } from "../../protocol/items/shown_answer.ts";
import type { MarkedAnswer, MarkedQuestion, Marking } from "../../protocol/marking.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { Refusal } from "../errors.ts";
import type { Exam } from "../store/exam_store.ts";
import { authoredHtml, seenQuestions } from "./authored_texts.ts";
import { keyedQuestions } from "./keyed_questions.ts";
import { type ListedQuestion, listedQuestions } from "./listed_questions.ts";
import { toldMarks } from "./marks_of_attempt.ts";
import { regradesOf } from "./regrades.ts";
import type { Sheet, Sheets } from "./sheets.ts";
import { isOpenMark, toldPlaces, type ViewedMark, viewedMarks } from "./viewed_marks.ts";
import { namelessChoices } from "./nameless_files.ts";

/** Which answers are asked for; none where neither is named. */
export interface MarkingWanted {
  question?: string;
  attempt?: string;
  all: boolean;
  /** Whether the answers themselves, beside their marks. */
  texts: boolean;
  /** Whether also which changes of keys changed marks. */
  regrades: boolean;
  anonymous: boolean;
  /** Username of who asks. */
  viewer: string;
}

interface MarkedSheet {
  sheet: Sheet;
  /** Of the paper that the attempt was given, with the keys of today. */
  questions: readonly Question[];
  /** As the viewer sees them. */
  marks: readonly ViewedMark[];
}

/**
 * What of an exam is to be marked, and the answers that are asked for. Only attempts that are over: before, an answer can
 * still change under its mark.
 *
 * @throws {Refusal} `not_found` for a question or an attempt that the exam does not have.
 */
export async function markingList(
  attempts: Attempts,
  exam: Exam,
  sheets: Sheets,
  wanted: MarkingWanted,
): Promise<Marking> {
  const { stores } = attempts;
  const { policy } = exam.document;
  const found = await sheets.ofExam(exam.examId);
  const over = found.filter(({ head }) => isOver(head.state))
    .map((sheet): MarkedSheet => {
      const keyed = keyedQuestions(sheet.exam.document, exam.document);
      return { sheet, questions: keyed, marks: viewedMarks(sheet, exam, keyed, wanted.viewer) };
    });
  const byQuestion = Map.groupBy(over.flatMap(({ marks }) => marks), (mark) => mark.question);
  const mustBeAnonymous = policy.marking?.anonymous === true;
  const anonymous = mustBeAnonymous || wanted.anonymous;
  if (!anonymous) over.sort(byName);
  const questions = new Map(
    listedQuestions(exam, over.map(({ sheet }) => sheet)).map((listed) => [listed.question.id, listed]),
  );
  if (wanted.question !== undefined && !questions.has(wanted.question)) {
    throw new Refusal("not_found", "no_such_question");
  }
  if (wanted.attempt !== undefined && !over.some(({ sheet }) => sheet.attemptId === wanted.attempt)) {
    throw new Refusal("not_found", "no_such_attempt_in_exam");
  }
  const asked = over.filter(({ sheet }) => wanted.attempt === undefined || sheet.attemptId === wanted.attempt);
  const isAsked = wanted.all || wanted.attempt !== undefined || wanted.question !== undefined;
  const answers = await Promise.all(
    isAsked ? asked.map((one) => answersOf(stores.privateReasons, one, questions, { ...wanted, anonymous })) : [],
  );
  return {
    anonymous,
    must_be_anonymous: mustBeAnonymous,
    under_way: found.length - over.length,
    questions: [...questions].map(([id, listed]) => questionOf(listed, byQuestion.get(id) ?? [])),
    attempts: over.map(({ sheet, marks }) => ({
      attempt_id: sheet.attemptId,
      name: anonymous ? null : sheet.record.student.name,
      number: anonymous ? null : sheet.record.student.number ?? null,
      state: sheet.head.state,
      open: openIn(marks),
      is_kept: sheet.answers !== null,
    })),
    answers: answers.flat(),
    ...(wanted.regrades && { regrades: await regradesOf(attempts, exam, over.map(({ sheet }) => sheet)) }),
  };
}

async function answersOf(
  comments: Attempts["stores"]["privateReasons"],
  { sheet, questions, marks }: MarkedSheet,
  listed: ReadonlyMap<string, ListedQuestion>,
  { question: only, texts, anonymous }: MarkingWanted,
): Promise<MarkedAnswer[]> {
  const wanted = marks.filter(({ question }) => only === undefined || question === only);
  const told = await toldMarks(comments, sheet.attemptId, wanted);
  const seen = texts ? seenQuestions(sheet.exam) : null;
  const given = new Map(wanted.map((mark) => [mark.question, mark]));
  return await Promise.all(
    questions.filter(({ id }) => only === undefined || id === only).map(async (question) => {
      const whole = answerTo(question, sheet.answers ?? {});
      const answer = anonymous && question.type === "file" ? namelessChoices(choicesOf(whole)) : whole;
      const mark = given.get(question.id);
      const places = mark && await toldPlaces(comments, sheet.attemptId, mark);
      const text = textOf(answer);
      const paper = seen?.get(question.id);
      const shown = paper && shownAnswer(paper, answer);
      const asked = paper && askedOtherwise(paper, listed.get(question.id)?.seen);
      const key = paper && keyedOtherwise(keyOf(question, paper), listed.get(question.id));
      return {
        attempt_id: sheet.attemptId,
        question: question.id,
        ...(asked && { asked }),
        ...(key && { key }),
        ...(texts && { lines: answerLines(question, answer) }),
        ...(shown && { shown }),
        is_blank: !isAnswered(answer),
        ...(texts && text !== "" && { words: countWords(text) }),
        mark: told[question.id],
        ...(places && { places }),
      };
    }),
  );
}

/** What a student read, where it is not what the list of questions has. */
function askedOtherwise(
  { text, html }: PaperQuestion,
  listed: PaperQuestion | undefined,
): MarkedAnswer["asked"] {
  if (text === listed?.text && html === listed.html) return undefined;
  return { text, ...(html !== undefined && { html }) };
}

/** A question's key as it is read. */
function keyOf(question: Question, seen: PaperQuestion | undefined): NonNullable<MarkedAnswer["key"]> {
  const shown = seen && shownKey(seen, question);
  return { lines: keyLines(question), ...(shown && { shown }) };
}

/** The key that a mark is made with, where the list of questions has another one. */
function keyedOtherwise(
  own: NonNullable<MarkedAnswer["key"]>,
  listed: ListedQuestion | undefined,
): MarkedAnswer["key"] {
  if (listed === undefined || own.lines.length === 0) return undefined;
  return JSON.stringify(own) === JSON.stringify(keyOf(listed.question, listed.seen)) ? undefined : own;
}

function questionOf({ exam, question, seen }: ListedQuestion, marks: readonly ViewedMark[]): MarkedQuestion {
  const open = openIn(marks);
  const guidance = ("guidance" in question ? question.guidance : undefined) ?? null;
  const guidanceHtml = guidance === null ? undefined : authoredHtml(exam, guidance);
  const { lines, shown } = keyOf(question, seen);
  return {
    question: question.id,
    type: question.type,
    text: question.text,
    ...(seen?.html !== undefined && { html: seen.html }),
    points: question.points,
    guidance,
    ...(guidanceHtml !== undefined && { guidance_html: guidanceHtml }),
    rubric: ("rubric" in question ? question.rubric : undefined) ?? null,
    key: lines,
    ...(shown && { key_shown: shown }),
    ...("choices" in question && {
      choices: Object.fromEntries(question.choices.map(({ id, text: said }) => [id, said])),
    }),
    ...(seen && "choices" in seen && seen.html !== undefined && {
      choices_html: Object.fromEntries(seen.choices.map(({ id, html = "" }) => [id, html])),
    }),
    marked: marks.length - open,
    open,
  };
}

function openIn(marks: readonly ViewedMark[]): number {
  return marks.filter(isOpenMark).length;
}

function byName(a: MarkedSheet, b: MarkedSheet): number {
  const [one, other] = [a.sheet, b.sheet];
  return one.record.student.name.localeCompare(other.record.student.name) || (one.attemptId < other.attemptId ? -1 : 1);
}
