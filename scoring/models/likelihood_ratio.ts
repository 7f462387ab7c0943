import { z } from "zod";

const numbers = z.array(z.number());

/**
 * Two-covariance model of "the same person or another": a stretch's features are a person's own mean, drawn from the
 * population, plus what varies from stretch to stretch. Features are standardised, then turned by `directions` so that
 * what varies within a person is 1 in every direction and what varies between persons is `between`.
 *
 * Brümmer and de Villiers 2010, "The speaker partitioning problem"; Ioffe 2006, "Probabilistic linear discriminant
 * analysis".
 */
export const LikelihoodRatioModel = z.strictObject({
  kind: z.literal("likelihood_ratio"),
  version: z.int(),
  features: z.array(z.string()),
  mean: numbers,
  scale: numbers.describe("Standard deviation of each feature over the population"),
  between: numbers.describe("Variance between persons in each direction, where that within a person is 1"),
  directions: z.array(numbers).describe("A row a direction: factors on the standardised features"),
});
export type LikelihoodRatioModel = z.infer<typeof LikelihoodRatioModel>;

/** A standardised feature counts up to this many standard deviations, so that no single one decides. */
export const FEATURE_LIMIT = 4;

/** Turns feature vectors and compares them by a {@link LikelihoodRatioModel}, on typed arrays. */
export class LikelihoodRatio {
  readonly directions: number;
  /** Room for the two stretches of a comparison, turned; written anew by each. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly #inputs: number;
  readonly #mean: Float64Array;
  readonly #scale: Float64Array;
  readonly #between: Float64Array;
  readonly #rows: Float64Array;
  readonly #standard: Float64Array;

  /** @throws {RangeError} If the model's parts differ in length, or are not what was trained on `features`. */
  constructor(model: LikelihoodRatioModel, features: readonly string[]) {
    const inputs = features.length;
    if (model.features.join() !== features.join()) {
      throw new RangeError(`Cannot use the model: it is of the features ${model.features.join(", ")}`);
    }
    if (
      model.mean.length !== inputs || model.scale.length !== inputs ||
      model.between.length !== model.directions.length || model.directions.some((row) => row.length !== inputs)
    ) {
      throw new RangeError(`Cannot use the model: its parts must be of ${inputs} features`);
    }
    this.directions = model.directions.length;
    this.first = new Float64Array(this.directions);
    this.second = new Float64Array(this.directions);
    this.#inputs = inputs;
    this.#mean = Float64Array.from(model.mean);
    this.#scale = Float64Array.from(model.scale);
    this.#between = Float64Array.from(model.between);
    this.#rows = Float64Array.from(model.directions.flat());
    this.#standard = new Float64Array(inputs);
  }

  /** Writes `features`, standardised and turned, to `into`, {@link directions} long. */
  turn(features: Float64Array, into: Float64Array): void {
    const standard = this.#standard;
    const inputs = this.#inputs;
    const mean = this.#mean;
    const scale = this.#scale;
    const rows = this.#rows;
    for (let index = 0; index < inputs; index++) {
      const value = (features[index] - mean[index]) / scale[index];
      standard[index] = Math.min(FEATURE_LIMIT, Math.max(-FEATURE_LIMIT, value));
    }
    // Four rows side by side: one sum alone waits for each of its additions, and the order within a sum stays as it is.
    const all = this.directions;
    let row = 0;
    for (; row + 3 < all; row += 4) {
      const first = row * inputs;
      const second = first + inputs;
      const third = second + inputs;
      const fourth = third + inputs;
      let a = 0, b = 0, c = 0, d = 0;
      for (let index = 0; index < inputs; index++) {
        const value = standard[index];
        a += rows[first + index] * value;
        b += rows[second + index] * value;
        c += rows[third + index] * value;
        d += rows[fourth + index] * value;
      }
      into[row] = a;
      into[row + 1] = b;
      into[row + 2] = c;
      into[row + 3] = d;
    }
    for (; row < all; row++) {
      const from = row * inputs;
      let sum = 0;
      for (let index = 0; index < inputs; index++) sum += rows[from + index] * standard[index];
      into[row] = sum;
    }
  }

  /**
   * Log of how much likelier two stretches are of two persons than of one; above 0 speaks for two.
   *
   * @param first A turned stretch.
   * @param second Another.
   * @param firstNoise Variance within a person of the first stretch; 1 for one as long as those trained on.
   * @param secondNoise The same for the second.
   * @param most What one direction says for two persons, at most.
   */
  ratio(
    first: Float64Array,
    second: Float64Array,
    firstNoise: number,
    secondNoise: number,
    most = Infinity,
  ): number {
    let sum = 0;
    for (let row = 0; row < this.directions; row++) {
      const ratio = scalarRatio(first[row], second[row], this.#between[row], firstNoise, secondNoise);
      sum += ratio < most ? ratio : most;
    }
    return sum;
  }
}

/**
 * Log likelihood ratio of two numbers being of two persons rather than of one; means are 0.
 *
 * @param first,second The numbers.
 * @param between Variance between persons.
 * @param firstNoise,secondNoise Variance of each number within a person.
 *
 * @example Alike speaks for one person, far apart for two
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.ok(scalarRatio(1, 1.1, 1, 0.1, 0.1) < 0);
 * assert.ok(scalarRatio(1, -1, 1, 0.1, 0.1) > 0);
 * ```
 */
export function scalarRatio(
  first: number,
  second: number,
  between: number,
  firstNoise: number,
  secondNoise: number,
): number {
  const a = between + firstNoise;
  const b = between + secondNoise;
  const determinant = a * b - between * between;
  const same = (b * first * first - 2 * between * first * second + a * second * second) / determinant;
  const apart = first * first / a + second * second / b;
  return 0.5 * (same - apart + Math.log(determinant / (a * b)));
}
