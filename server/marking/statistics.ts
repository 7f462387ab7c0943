import { mean, median, sampleCorrelation, sampleStandardDeviation, sampleVariance, sum } from "simple-statistics";
import type { Answer } from "../../protocol/items/answer.ts";
import { choicesOf } from "../../protocol/items/answer_form.ts";
import type { Question } from "../../protocol/items/registry.ts";
import type { ExamStatistics, ItemStatistics } from "../../protocol/marks.ts";
import { isComplete, type PaperMark } from "./mark_paper.ts";

/** An attempt that is over, as statistics look at it. */
export interface MarkedAttempt {
  /** One for each question, in the order of the paper. */
  marks: readonly PaperMark[];
  answers: ReadonlyMap<string, Answer>;
  /** Time in view, ms. */
  time: { of(question: string): number };
}

/**
 * What an exam came to. Totals, alpha and discrimination are of the attempts that are marked in full: half a mark is no total.
 *
 * Difficulty is the classical index, the mean share of a question's points. Discrimination is the corrected item-total
 * correlation: of the question's points with the sum of all others, so that no question vouches for itself. Alpha is
 * Cronbach's, of sample variances.
 */
export function examStatistics(
  questions: readonly Question[],
  attempts: readonly MarkedAttempt[],
): ExamStatistics {
  // A line for each attempt that is marked in full, a column for each question.
  const points = attempts.filter(({ marks }) => isComplete(marks))
    .map(({ marks }) => marks.map((mark) => mark.points ?? 0));
  const totals = points.map((line) => sum(line));
  return {
    n: points.length,
    mean: totals.length === 0 ? null : mean(totals),
    sd: totals.length < 2 ? null : sampleStandardDeviation(totals),
    alpha: alphaOf(points, totals),
    items: questions.map((question, index) => itemOf(question, index, attempts, points, totals)),
  };
}

function itemOf(
  question: Question,
  index: number,
  attempts: readonly MarkedAttempt[],
  points: readonly number[][],
  totals: readonly number[],
): ItemStatistics {
  const { id, points: max } = question;
  const given = attempts.flatMap(({ marks }) => marks[index].points ?? []);
  const seconds = attempts.map(({ time }) => time.of(id) / 1_000).filter((inView) => inView > 0);
  const own = points.map((line) => line[index]);
  const others = totals.map((total, person) => total - own[person]);
  const choices = choicesCounted(question, attempts);
  return {
    question: id,
    n: given.length,
    difficulty: given.length === 0 || max === 0 ? null : mean(given) / max,
    discrimination: correlation(own, others),
    ...(choices && { choices }),
    median_seconds: seconds.length === 0 ? null : median(seconds),
  };
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

/** @param points A line for each person, a column for each question. */
function alphaOf(points: readonly number[][], totals: readonly number[]): number | null {
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
