import type { Answers } from "../../protocol/items/answer.ts";
import { answerTo } from "../../protocol/items/answer_ids.ts";
import { markAnswer, type Question } from "../../protocol/items/registry.ts";
import { AUTO } from "../../protocol/marks.ts";
import type { HeldMark } from "../store/snapshot_store.ts";
import { settledMark } from "./two_markers.ts";

/** A question's mark, with the hash of its comment; `by` and points are null for not yet marked. */
export interface PaperMark {
  question: string;
  points: number | null;
  max: number;
  by: string | null;
  comment: string | null;
  /** Criteria that are met; absent where it was marked without. */
  rubric?: readonly string[];
  /** Hash of the second marker's comment, where two have given the same points. */
  also?: string | null;
}

/** What a sum of fractions may be off by. */
const ROUNDING = 1e9;

/**
 * The marks of a paper, question by question in its order. A person's mark stands in place of the key's; what has neither
 * is not yet marked. Pure: marks of keys are stored nowhere, and nothing here knows of risk.
 *
 * @param byTwo Of which questions two people's marks are needed.
 * @param answers Null where they are no longer there: then nothing is marked by its key.
 */
export function markPaper(
  questions: readonly Question[],
  answers: Answers | null,
  held: ReadonlyMap<string, HeldMark>,
  byTwo: (question: Question) => boolean = () => false,
): PaperMark[] {
  return questions.map((question) => {
    const { id, points: max } = question;
    const kept = held.get(id);
    if (kept !== undefined) {
      const mark = settledMark(kept, byTwo(question));
      if (mark === null) return { question: id, points: null, max, by: null, comment: null };
      const { points, by, comment, rubric, also } = mark;
      return { question: id, points, max, by, comment, ...(rubric && { rubric }), ...(also && { also }) };
    }
    const share = answers === null ? null : markAnswer(question, answerTo(question, answers));
    if (share === null) return { question: id, points: null, max, by: null, comment: null };
    return { question: id, points: share * max, max, by: AUTO, comment: null };
  });
}

/** Points so far. */
export function totalOf(marks: readonly PaperMark[]): number {
  return rounded(marks.reduce((sum, { points }) => sum + (points ?? 0), 0));
}

/** Points that all questions of a paper give together. @param pools Of which a paper has as many questions as they say. */
export function maxOf(questions: readonly Question[], pools: readonly { id: string; take: number }[] = []): number {
  const known = new Map(pools.map(({ id, take }) => [id, take]));
  return rounded(questions.reduce((sum, { points, pool }) => {
    const left = pool === undefined ? undefined : known.get(pool);
    if (pool !== undefined && left !== undefined) known.set(pool, left - 1);
    return sum + (left === undefined || left > 0 ? points : 0);
  }, 0));
}

/** Whether every question is marked. */
export function isComplete(marks: readonly PaperMark[]): boolean {
  return marks.every(({ by }) => by !== null);
}

/** The marks of keys as they are to be kept where the answers go. */
export function keyMarks(marks: readonly PaperMark[]): HeldMark[] {
  return marks.flatMap(({ question, points, by, comment }) =>
    by === AUTO && points !== null ? [{ question, points, by, comment }] : []
  );
}

/** Thirds add up to a whole. */
function rounded(sum: number): number {
  return Math.round(sum * ROUNDING) / ROUNDING;
}
