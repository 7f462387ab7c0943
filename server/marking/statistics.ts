import { mean, median, sampleCorrelation, sampleStandardDeviation, sampleVariance, sum } from "simple-statistics";
import type { Answer } from "../../protocol/items/answer.ts";
import { choicesOf } from "../../protocol/items/answer_form.ts";
import type { Question } from "../../protocol/items/registry.ts";
import type { ExamStatistics, ItemStatistics } from "../../protocol/marks.ts";
import { isComplete, type PaperMark, totalOf } from "./mark_paper.ts";

/** An attempt that is over, as statistics look at it. */
export interface MarkedAttempt {
  /** One for each question of the paper that it was given: not all attempts need have the same. */
  marks: readonly PaperMark[];
  answers: ReadonlyMap<string, Answer>;
  /** Time in view, ms. */
  time: { of(question: string): number };
}

/**
 * What an exam came to. Totals, alpha and discrimination are of the attempts that are marked in full: half a mark is no total.
 *
 * Totals are of each attempt's own paper, also of questions that the exam no longer has.
 *
 * Difficulty is the classical index, the mean share of the points that a mark was out of; a mark above them, as a person gave it
 * before they were lowered, is all of them. Discrimination is the corrected item-total
 * correlation: of the question's points with the sum of all others, so that no question vouches for itself. Alpha is
 * Cronbach's, of sample variances, over the attempts that had every question.
 *
 * @param questions Of the exam as it is now: figures of questions are of these.
 */
export function examStatistics(
  questions: readonly Question[],
  attempts: readonly MarkedAttempt[],
): ExamStatistics {
  const ids = questions.map(({ id }) => id);
  // A line for each attempt, a column for each question; null for one that was not in its paper, or is not yet marked.
  const given = attempts.map(({ marks }) => pointsOf(marks, ids));
  const whole = attempts.map(({ marks }) => isComplete(marks));
  const points = given.filter((_, index) => whole[index]);
  const totals = attempts.filter((_, index) => whole[index]).map(({ marks }) => totalOf(marks));
  return {
    n: points.length,
    mean: totals.length === 0 ? null : mean(totals),
    sd: totals.length < 2 ? null : sampleStandardDeviation(totals),
    alpha: alphaOf(points.filter((line) => !line.includes(null)).map((line) => line.map((own) => own ?? 0))),
    items: questions.map((question, index) => itemOf(question, index, attempts, { given, points, totals })),
  };
}

/** Points of each question, in their order; null for one that is not in the paper, or not yet marked. */
function pointsOf(marks: readonly PaperMark[], ids: readonly string[]): (number | null)[] {
  const given = new Map(marks.map(({ question, points }) => [question, points]));
  return ids.map((id) => given.get(id) ?? null);
}

interface Table {
  /** Of every attempt. */
  given: readonly (number | null)[][];
  /** Of those that are marked in full, and their totals. */
  points: readonly (number | null)[][];
  totals: readonly number[];
}

function itemOf(
  question: Question,
  index: number,
  attempts: readonly MarkedAttempt[],
  { given: all, points, totals }: Table,
): ItemStatistics {
  const { id } = question;
  const given = all.flatMap((line) => line[index] ?? []);
  const seconds = attempts.map(({ time }) => time.of(id) / 1_000).filter((inView) => inView > 0);
  const pairs = points.flatMap((line, person) => {
    const own = line[index];
    return own === null ? [] : [{ own, others: totals[person] - own }];
  });
  const shares = sharesOf(id, attempts);
  const choices = choicesCounted(question, attempts);
  return {
    question: id,
    n: given.length,
    difficulty: shares.length === 0 ? null : mean(shares),
    discrimination: correlation(pairs.map(({ own }) => own), pairs.map(({ others }) => others)),
    ...(choices && { choices }),
    median_seconds: seconds.length === 0 ? null : median(seconds),
  };
}

/** Which part of a question's points each mark of it is, 0 to 1; none for one that is out of nothing. */
function sharesOf(id: string, attempts: readonly MarkedAttempt[]): number[] {
  return attempts.flatMap(({ marks }) =>
    marks.flatMap(({ question, points, max }) =>
      question !== id || points === null || max === 0 ? [] : [Math.min(1, points / max)]
    )
  );
}

/** How often each choice of a question was made; undefined where there is nothing to choose. */
function choicesCounted(question: Question, attempts: readonly MarkedAttempt[]): Record<string, number> | undefined {
  const ids = choiceIds(question);
  if (ids === null) return undefined;
  const counts = new Map(ids.map((id) => [id, 0]));
  for (const { answers } of attempts) {
    for (const id of new Set(choicesOf(answers.get(question.id)))) {
      const before = counts.get(id);
      if (before !== undefined) counts.set(id, before + 1);
    }
  }
  return Object.fromEntries(counts);
}

function choiceIds(question: Question): string[] | null {
  if (question.type === "true_false") return ["true", "false"];
  return "choices" in question ? question.choices.map(({ id }) => id) : null;
}

/** @param points A line for each person who had every question, a column for each question. */
function alphaOf(points: readonly number[][]): number | null {
  const totals = points.map((line) => sum(line));
  const count = points[0]?.length ?? 0;
  if (count < 2 || isConstant(totals)) return null;
  const ofItems = points[0].map((_, index) => sampleVariance(points.map((line) => line[index])));
  return (count / (count - 1)) * (1 - sum(ofItems) / sampleVariance([...totals]));
}

function correlation(one: readonly number[], other: readonly number[]): number | null {
  return isConstant(one) || isConstant(other) ? null : sampleCorrelation([...one], [...other]);
}

/** Whether values do not differ, but for what sums of fractions are off by. */
function isConstant(values: readonly number[]): boolean {
  return values.every((value) => Math.abs(value - values[0]) < 1e-9);
}
