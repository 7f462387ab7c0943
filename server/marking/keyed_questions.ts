import { paperQuestion, Question } from "../../protocol/items/registry.ts";
import { wholeDocument } from "../exams/drawn_exam.ts";
import type { Exam } from "../store/exam_store.ts";

type Document = Exam["document"];

const KEYED = new WeakMap<Document, WeakMap<Document, readonly Question[]>>();

/**
 * The questions that an attempt was given, with the keys of today: what its student could read is as it was then, and what
 * they could not (correct and accepted answers, tolerance, guidance, feedback, how it is marked) is as the exam says now; so
 * are the points. A question that is no longer in the exam, or is of another type there, keeps its key; and so does one
 * whose key of today does not fit what was read, such as a right choice that was not there.
 *
 * @param given Of the revision that the attempt was begun under.
 * @param newest Of the exam as it is now.
 */
export function keyedQuestions(given: Document, newest: Document): readonly Question[] {
  if (given === newest) return given.questions;
  const whole = wholeDocument(given);
  if (whole !== given) {
    const ofWhole = new Map(keyedQuestions(whole, newest).map((question) => [question.id, question]));
    return given.questions.map((question) => ofWhole.get(question.id) ?? question);
  }
  const known = KEYED.get(given) ?? new WeakMap<Document, readonly Question[]>();
  KEYED.set(given, known);
  let keyed = known.get(newest);
  if (keyed === undefined) {
    const today = new Map(newest.questions.map((question) => [question.id, question]));
    keyed = given.questions.map((question) => keyedQuestion(question, today.get(question.id)));
    known.set(newest, keyed);
  }
  return keyed;
}

/** A question as it was given, with the key of today where that fits. */
export function keyedQuestion(given: Question, today: Question | undefined): Question {
  if (today === undefined || today.type !== given.type) return given;
  const keyed = Question.safeParse(withKey(given, today, paperQuestion(given)));
  return keyed.success ? keyed.data : given;
}

/** What a student's page shows of points is no promise: they are a part of the key. */
const OF_KEY = "points";

/** @param paper What the student read of it. */
function withKey(given: object, today: object, paper: object): object {
  const read = new Map<string, unknown>(Object.entries(paper));
  const now = new Map<string, unknown>(Object.entries(today));
  const kept = Object.entries(given).flatMap(([name, value]) => {
    if (!read.has(name) || name === OF_KEY) return [];
    return [[name, partWithKey(value, now.get(name), read.get(name))]];
  });
  const keys = [...now].filter(([name]) => !read.has(name) || name === OF_KEY);
  return Object.fromEntries([...kept, ...keys]);
}

function partWithKey(given: unknown, today: unknown, paper: unknown): unknown {
  if (Array.isArray(given) && Array.isArray(today) && Array.isArray(paper)) {
    const [now, read] = [byId(today), byId(paper)];
    return given.map((part: unknown) => {
      const id = idOf(part);
      return id === null ? part : partWithKey(part, now.get(id), read.get(id));
    });
  }
  return isObject(given) && isObject(today) && isObject(paper) ? withKey(given, today, paper) : given;
}

/** Choices and gaps by their ids: a paper may have them in another order. */
function byId(parts: readonly unknown[]): Map<string, unknown> {
  return new Map(parts.flatMap((part): [string, unknown][] => {
    const id = idOf(part);
    return id === null ? [] : [[id, part]];
  }));
}

function idOf(part: unknown): string | null {
  return isObject(part) && "id" in part && typeof part.id === "string" ? part.id : null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
