import { minimise } from "./minimise.ts";

/** A question as the two-parameter logistic model sees it (Birnbaum 1968). */
export interface ItemParameters {
  /** Discrimination: the slope of the logit; 1 for all in the Rasch model. */
  a: number;
  /** Difficulty: the ability at which half answer it right. */
  b: number;
}

/** Right (1) or not (0); null for a question that a person did not have, or left blank. */
export type Score = 0 | 1 | null;

/** Abilities are looked for between its negative and itself. */
export const MOST_ABILITY = 4;

/** How far off an ability may be: the independent package's, far below any standard error. */
const ABILITY_TOLERANCE = Number.EPSILON ** 0.25;

/** Log odds of a right answer. */
export function logit({ a, b }: ItemParameters, ability: number): number {
  return a * (ability - b);
}

/** Chance of a right answer. */
export function chanceRight(item: ItemParameters, ability: number): number {
  return 1 / (1 + Math.exp(-logit(item, ability)));
}

/** Logarithm of the chance of a score, without loss where it is near 0 or 1. */
function logChance(item: ItemParameters, ability: number, score: 0 | 1): number {
  const odds = logit(item, ability);
  const towards = score === 1 ? odds : -odds;
  return towards > 0 ? -Math.log1p(Math.exp(-towards)) : towards - Math.log1p(Math.exp(towards));
}

/**
 * Ability by maximum likelihood in [−4, 4]. Whoever has all right or all wrong is at an end, to within the search's tolerance.
 *
 * @param scores In the order of `items`.
 */
export function abilityOf(items: readonly ItemParameters[], scores: readonly Score[]): number {
  function misfit(ability: number): number {
    let sum = 0;
    for (let index = 0; index < items.length; index++) {
      const score = scores[index];
      if (score !== null) sum -= logChance(items[index], ability, score);
    }
    return sum;
  }
  return minimise(misfit, -MOST_ABILITY, MOST_ABILITY, ABILITY_TOLERANCE);
}
