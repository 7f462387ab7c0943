import { z } from "zod";

/** A logistic regression on standardised features. */
export const LogisticModel = z.strictObject({
  kind: z.literal("logistic"),
  version: z.int(),
  features: z.array(z.string()),
  mean: z.array(z.number()),
  scale: z.array(z.number()),
  limit: z.number().describe("A standardised feature counts up to this many standard deviations"),
  coefficients: z.array(z.number()),
  intercept: z.number(),
});
export type LogisticModel = z.infer<typeof LogisticModel>;

/** Evaluates a {@link LogisticModel} on typed arrays. */
export class Logistic {
  readonly #mean: Float64Array;
  readonly #scale: Float64Array;
  readonly #coefficients: Float64Array;
  readonly #intercept: number;
  readonly #limit: number;

  /** @throws {RangeError} If the model is not of `features`, or its parts differ in length. */
  constructor(model: LogisticModel, features: readonly string[]) {
    if (model.features.join() !== features.join()) {
      throw new RangeError(`Cannot use the model: it is of the features ${model.features.join(", ")}`);
    }
    if ([model.mean, model.scale, model.coefficients].some((part) => part.length !== features.length)) {
      throw new RangeError(`Cannot use the model: its parts must be of ${features.length} features`);
    }
    this.#mean = Float64Array.from(model.mean);
    this.#scale = Float64Array.from(model.scale);
    this.#coefficients = Float64Array.from(model.coefficients);
    this.#intercept = model.intercept;
    this.#limit = model.limit;
  }

  /** Log odds of the positive class. */
  logOdds(features: ArrayLike<number>): number {
    let sum = this.#intercept;
    for (let index = 0; index < this.#coefficients.length; index++) {
      const value = (features[index] - this.#mean[index]) / this.#scale[index];
      sum += this.#coefficients[index] * Math.min(this.#limit, Math.max(-this.#limit, value));
    }
    return sum;
  }
}

/**
 * Logistic function: log odds to a share in (0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(sigmoid(0), 0.5);
 * ```
 */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
