import { z } from "zod";

/** A linear regression with several outputs, on standardised features. */
export const LinearRegressionModel = z.strictObject({
  kind: z.literal("linear_regression"),
  version: z.int(),
  features: z.array(z.string()),
  outputs: z.array(z.string()),
  mean: z.array(z.number()),
  scale: z.array(z.number()),
  limit: z.number().describe("A standardised feature counts up to this many standard deviations"),
  coefficients: z.array(z.array(z.number())).describe("A row a feature, a column an output"),
  intercepts: z.array(z.number()).describe("One an output"),
});
export type LinearRegressionModel = z.infer<typeof LinearRegressionModel>;

/** Evaluates a {@link LinearRegressionModel} on typed arrays. */
export class LinearRegression {
  readonly outputs: number;
  readonly intercepts: Float64Array;
  readonly #mean: Float64Array;
  readonly #scale: Float64Array;
  readonly #limit: number;
  readonly #coefficients: Float64Array;

  /** @throws {RangeError} If the model is not of `features`, or its parts differ in length. */
  constructor(model: LinearRegressionModel, features: readonly string[]) {
    if (model.features.join() !== features.join()) {
      throw new RangeError(`Cannot use the model: it is of the features ${model.features.join(", ")}`);
    }
    const outputs = model.outputs.length;
    if (
      [model.mean, model.scale, model.coefficients].some((part) => part.length !== features.length) ||
      model.coefficients.some((row) => row.length !== outputs) || model.intercepts.length !== outputs
    ) {
      throw new RangeError(`Cannot use the model: its parts must be of ${features.length} features`);
    }
    this.outputs = outputs;
    this.intercepts = Float64Array.from(model.intercepts);
    this.#mean = Float64Array.from(model.mean);
    this.#scale = Float64Array.from(model.scale);
    this.#limit = model.limit;
    this.#coefficients = Float64Array.from(model.coefficients.flat());
  }

  /** A feature, standardised and bounded, as it is multiplied. */
  standard(value: number, feature: number): number {
    const standard = (value - this.#mean[feature]) / this.#scale[feature];
    return Math.min(this.#limit, Math.max(-this.#limit, standard));
  }

  /** What a feature adds to an output. */
  share(value: number, feature: number, output: number): number {
    return this.standard(value, feature) * this.#coefficients[feature * this.outputs + output];
  }

  /** Every output for a row. */
  predict(row: ArrayLike<number>, into: Float64Array): void {
    into.set(this.intercepts);
    for (let feature = 0; feature < this.#mean.length; feature++) {
      for (let output = 0; output < this.outputs; output++) into[output] += this.share(row[feature], feature, output);
    }
  }
}
