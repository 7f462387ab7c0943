import { z } from "zod";
import { Standardiser } from "./standardiser.ts";

/** A logistic regression on likeness to landmark examples: radial basis functions of standardised features. */
export const KernelLogisticModel = z.strictObject({
  kind: z.literal("kernel_logistic"),
  version: z.int(),
  features: z.array(z.string()),
  mean: z.array(z.number()),
  scale: z.array(z.number()),
  limit: z.number().describe("A standardised feature counts up to this many standard deviations"),
  gamma: z.number().describe("Likeness is exp(−gamma · squared distance)"),
  landmarks: z.array(z.array(z.number())).describe("Standardised examples"),
  coefficients: z.array(z.number()).describe("One a landmark"),
  intercept: z.number(),
  threshold: z.number().describe("Log odds that one in a hundred of the negative class reached, out of fold"),
});
export type KernelLogisticModel = z.infer<typeof KernelLogisticModel>;

/** Evaluates a {@link KernelLogisticModel} on typed arrays. */
export class KernelLogistic {
  readonly threshold: number;
  readonly #landmarks: Float64Array;
  readonly #coefficients: Float64Array;
  readonly #standard: Standardiser;
  readonly #intercept: number;
  readonly #gamma: number;

  /** @throws {RangeError} If the model is not of `features`, or its parts differ in length. */
  constructor(model: KernelLogisticModel, features: readonly string[]) {
    this.#standard = new Standardiser(model, features, model.landmarks);
    if (model.landmarks.length !== model.coefficients.length) {
      throw new RangeError(
        `Cannot use the model: it has ${model.coefficients.length} coefficients for ${model.landmarks.length} landmarks`,
      );
    }
    this.threshold = model.threshold;
    this.#landmarks = Float64Array.from(model.landmarks.flat());
    this.#coefficients = Float64Array.from(model.coefficients);
    this.#intercept = model.intercept;
    this.#gamma = model.gamma;
  }

  /** Log odds of the positive class. */
  logOdds(features: ArrayLike<number>): number {
    this.#standard.take(features);
    const standard = this.#standard.values;
    const width = standard.length;
    let sum = this.#intercept;
    let place = 0;
    for (let landmark = 0; landmark < this.#coefficients.length; landmark++) {
      let distance = 0;
      for (let index = 0; index < width; index++) {
        const difference = standard[index] - this.#landmarks[place++];
        distance += difference * difference;
      }
      sum += this.#coefficients[landmark] * Math.exp(-this.#gamma * distance);
    }
    return sum;
  }
}
