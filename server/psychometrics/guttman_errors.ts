import type { Score } from "./item_response.ts";

/** Answers of one person, at most: the exact chance takes their number to the fourth. */
export const MOST_GUTTMAN_ANSWERS = 60;

/** How often an easier question is wrong where a harder one is right. */
export interface GuttmanErrors {
  errors: number;
  /** Chance of that many or more, given how many were right. */
  p: number;
}

/**
 * Persons' Guttman errors with their exact chances. Given how many are right, which ones they are is as likely as the product of
 * the questions' odds, as in the Rasch model (van der Flier 1982 with the exact distribution in the normal one's place). Odds are
 * those of the exam, so no parameters are needed.
 *
 * @returns For each person; null where all or none is right, or more was answered than {@link MOST_GUTTMAN_ANSWERS}.
 */
export function guttmanErrors(scores: readonly (readonly Score[])[]): (GuttmanErrors | null)[] {
  const odds = (scores[0] ?? []).map((_, item) => {
    const right = scores.filter((line) => line[item] === 1).length;
    const wrong = scores.filter((line) => line[item] === 0).length;
    return (right + 0.5) / (wrong + 0.5);
  });
  const fromEasy = odds.map((_, item) => item).sort((one, other) => odds[other] - odds[one] || one - other);
  const tails = new Map<string, Tails>();
  return scores.map((line) => {
    const given = fromEasy.filter((item) => line[item] !== null);
    const wrong = given.filter((item) => line[item] === 0).length;
    if (wrong === 0 || wrong === given.length || given.length > MOST_GUTTMAN_ANSWERS) return null;
    const key = given.join();
    let tail = tails.get(key);
    if (tail === undefined) {
      tail = new Tails(given.map((item) => odds[item]));
      tails.set(key, tail);
    }
    const errors = errorsIn(given.map((item) => line[item] === 1));
    return { errors, p: tail.atLeast(errors, wrong) };
  });
}

/** @param isRight From the easiest question on. */
function errorsIn(isRight: readonly boolean[]): number {
  let [errors, wrong] = [0, 0];
  for (const right of isRight) {
    if (right) errors += wrong;
    else wrong++;
  }
  return errors;
}

/** How likely each number of errors is, for each number of wrong answers. */
class Tails {
  /** By the number of wrong answers: weights of 0, 1, 2… errors. */
  readonly #weights: Float64Array[];

  /** @param odds From the easiest question on. */
  constructor(odds: readonly number[]) {
    const count = odds.length;
    const most = Math.floor(count * count / 4);
    this.#weights = Array.from({ length: count + 1 }, () => new Float64Array(most + 1));
    this.#weights[0][0] = 1;
    odds.forEach((own, done) => {
      const [right, wrong] = [own / (1 + own), 1 / (1 + own)];
      for (let before = done; before >= 0; before--) {
        const weights = this.#weights[before];
        const next = this.#weights[before + 1];
        // Wrong: one more wrong, the same errors. What is right adds an error for each that is wrong so far.
        const reached = Math.min(most, before * (done - before));
        for (let errors = 0; errors <= reached; errors++) next[errors] += weights[errors] * wrong;
        for (let errors = Math.min(most, reached + before); errors >= 0; errors--) {
          weights[errors] = errors >= before ? weights[errors - before] * right : 0;
        }
      }
    });
  }

  atLeast(errors: number, wrong: number): number {
    const weights = this.#weights[wrong];
    let [tail, all] = [0, 0];
    weights.forEach((weight, index) => {
      all += weight;
      if (index >= errors) tail += weight;
    });
    return Math.min(1, tail / all);
  }
}
