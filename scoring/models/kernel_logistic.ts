import { z } from "zod";

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
  readonly #mean: Float64Array;
  readonly #scale: Float64Array;
  readonly #landmarks: Float64Array;
  readonly #coefficients: Float64Array;
  readonly #standard: Float64Array;
  readonly #intercept: number;
  readonly #limit: number;
  readonly #gamma: number;

  /** @throws {RangeError} If the model is not of `features`, or its parts differ in length. */
  constructor(model: KernelLogisticModel, features: readonly string[]) {
    const width = features.length;
    if (model.features.join() !== features.join()) {
      throw new RangeError(`Cannot use the model: it is of the features ${model.features.join(", ")}`);
    }
    if (
      model.mean.length !== width || model.scale.length !== width ||
      model.landmarks.length !== model.coefficients.length || model.landmarks.some((row) => row.length !== width)
    ) {
      throw new RangeError(`Cannot use the model: its parts must be of ${width} features`);
    }
    this.threshold = model.threshold;
    this.#mean = Float64Array.from(model.mean);
    this.#scale = Float64Array.from(model.scale);
    this.#landmarks = Float64Array.from(model.landmarks.flat());
    this.#coefficients = Float64Array.from(model.coefficients);
    this.#standard = new Float64Array(width);
    this.#intercept = model.intercept;
    this.#limit = model.limit;
    this.#gamma = model.gamma;
  }

  /** Log odds of the positive class. */
  logOdds(features: ArrayLike<number>): number {
    const standard = this.#standard;
    const width = standard.length;
    for (let index = 0; index < width; index++) {
      const value = (features[index] - this.#mean[index]) / this.#scale[index];
      standard[index] = Math.min(this.#limit, Math.max(-this.#limit, value));
    }
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
