import type { Candidate, ImportTold } from "./found.ts";

/** A choice as quiz programs have it. */
export interface WeightedChoice {
  text: string;
  /** Percent of the points; 100 alone is right, above 0 in part. */
  weight: number;
  /** What is said to those who chose it. */
  feedback?: string;
}

/** Weights that differ by less are one: a third is written as 33.33333. */
const ROUNDING = 0.01;

/**
 * A question with choices that have weights. Ours knows right and wrong, and marks several right ones alike, right minus wrong: of
 * other weights it says that they were left out.
 *
 * @param isSingle Whether only one choice may be made.
 */
export function weightedChoices(
  text: string,
  choices: readonly WeightedChoice[],
  isSingle: boolean,
): { candidate: Candidate; losses: ImportTold[] } {
  const lettered = choices.map(({ text, feedback }, index) => ({
    id: choiceId(index),
    text,
    ...(feedback && { feedback }),
  }));
  const most = Math.max(0, ...choices.map(({ weight }) => weight));
  const right = lettered.filter((_, index) =>
    isSingle ? choices[index].weight === most && most > 0 : choices[index].weight > 0
  );
  const even = 100 / Math.max(1, right.length);
  const isLost = choices.some(({ weight }) =>
    isSingle ? ![0, 100].includes(weight) : weight > 0 && Math.abs(weight - even) > ROUNDING
  );
  const losses: ImportTold[] = isLost ? [{ key: "weights_left_out", values: {} }] : [];
  if (right.length === 0) losses.push({ key: "no_key", values: {} });
  const shared = { text, choices: lettered };
  if (isSingle && right.length <= 1) {
    return { candidate: { type: "single_choice", ...shared, ...(right[0] && { correct: right[0].id }) }, losses };
  }
  return { candidate: { type: "multiple_choice", ...shared, correct: right.map(({ id }) => id) }, losses };
}

/** What each right and each wrong choice of a question with several is worth, in percent. */
export function weightsOf(choices: readonly { id: string }[], correct: readonly string[]): number[] {
  const right = new Set(correct);
  const each = Number((100 / Math.max(1, right.size)).toFixed(5));
  return choices.map(({ id }) => right.has(id) ? each : -each);
}

/** a to z, then by number. */
function choiceId(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : `c${index + 1}`;
}
