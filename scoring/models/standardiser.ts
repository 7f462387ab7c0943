/** What a model standardises its features by; a part of the models that have it. */
interface Standard {
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** A standardised feature counts up to this many standard deviations. */
  readonly limit: number;
}

/** Standardises feature vectors on typed arrays: less the mean, by the scale, cut at ± the limit. */
export class Standardiser {
  /** The vector that was standardised last. */
  readonly values: Float64Array;
  readonly #mean: Float64Array;
  readonly #scale: Float64Array;
  readonly #limit: number;

  /**
   * @param features Names that the model must have been trained on.
   * @param rows Further parts of the model, each as long as there are features.
   * @throws {RangeError} If the model is not of `features`, or its parts differ in length.
   */
  constructor(model: Standard, features: readonly string[], rows: readonly (readonly number[])[]) {
    if (model.features.join() !== features.join()) {
      throw new RangeError(`Cannot use the model: it is of the features ${model.features.join(", ")}`);
    }
    if ([model.mean, model.scale, ...rows].some((part) => part.length !== features.length)) {
      throw new RangeError(`Cannot use the model: its parts must be of ${features.length} features`);
    }
    this.values = new Float64Array(features.length);
    this.#mean = Float64Array.from(model.mean);
    this.#scale = Float64Array.from(model.scale);
    this.#limit = model.limit;
  }

  /** Writes `features`, standardised, to {@link values}. */
  take(features: ArrayLike<number>): void {
    for (let index = 0; index < this.values.length; index++) {
      const value = (features[index] - this.#mean[index]) / this.#scale[index];
      this.values[index] = Math.min(this.#limit, Math.max(-this.#limit, value));
    }
  }
}
