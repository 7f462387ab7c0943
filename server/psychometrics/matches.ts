import { normalUpperTail } from "./distributions.ts";

/** How many answers of two people are the same, against chance. */
export interface MatchFigures {
  /** Standardised number of the same answers. */
  omega: number;
  /** Chance of that many or more, by the normal approximation. */
  omegaP: number;
  /** The same chance, exact. */
  gbtP: number;
}

/**
 * Figures of a source and a copier: ω (Wollack 1997) and the generalised binomial test (van der Linden and Sotaridona 2006). The
 * source's answers are taken as given; chance is the copier's, question by question.
 *
 * @param same Questions with the same answer.
 * @param chances For each question, the chance that the copier gives the source's answer without knowing it.
 */
export function matchFigures(same: number, chances: readonly number[]): MatchFigures {
  const omega = omegaOf(same, chances);
  return { omega, omegaP: normalUpperTail(omega), gbtP: atLeast(same, chances) };
}

/** ω alone. NaN where chance leaves nothing open. */
export function omegaOf(same: number, chances: ArrayLike<number>): number {
  let [expected, variance] = [0, 0];
  for (let index = 0; index < chances.length; index++) {
    expected += chances[index];
    variance += chances[index] * (1 - chances[index]);
  }
  return variance > 0 ? (same - expected) / Math.sqrt(variance) : NaN;
}

/** Chance of at least so many successes in independent trials that each have a chance of their own. */
export function atLeast(count: number, chances: ArrayLike<number>): number {
  const of = new Float64Array(chances.length + 1);
  of[0] = 1;
  for (let done = 0; done < chances.length; done++) {
    const chance = chances[done];
    for (let successes = done + 1; successes > 0; successes--) {
      of[successes] = of[successes] * (1 - chance) + of[successes - 1] * chance;
    }
    of[0] *= 1 - chance;
  }
  let sum = 0;
  for (let successes = chances.length; successes >= Math.max(0, count); successes--) sum += of[successes];
  return Math.min(1, sum);
}
