import { z } from "zod";

const numbers = z.array(z.number());

/**
 * What a stretch's features are measured in before it is held against a person's own earlier stretches: in how much they
 * vary among neighbouring stretches of recorded people, each freed of what the others say.
 *
 * The rows of `directions` are the ZCA-cor transform (Kessy, Lewin and Strimmer 2018): of all that make the features
 * uncorrelated within a person it changes each the least, so that no kind of movement counts several times.
 */
export const OwnDistanceModel = z.strictObject({
  kind: z.literal("own_distance"),
  version: z.int(),
  features: z.array(z.string()),
  scale: numbers.describe("Standard deviation of each feature among stretches of one recording"),
  directions: z.array(numbers).describe("A row a direction: factors on the scaled features"),
});
export type OwnDistanceModel = z.infer<typeof OwnDistanceModel>;

/** Turns feature vectors by an {@link OwnDistanceModel}, on typed arrays. */
export class OwnDistance {
  readonly directions: number;
  readonly #rows: Float64Array;
  readonly #inputs: number;

  /** @throws {RangeError} If the model's parts differ in length, or are not what was trained on `features`. */
  constructor(model: OwnDistanceModel, features: readonly string[]) {
    if (model.features.join() !== features.join()) {
      throw new RangeError(`Cannot use the model: it is of the features ${model.features.join(", ")}`);
    }
    this.#inputs = features.length;
    this.directions = model.directions.length;
    if (
      model.scale.length !== this.#inputs || this.directions !== this.#inputs ||
      model.directions.some((row) => row.length !== this.#inputs) || model.scale.some((scale) => scale <= 0)
    ) {
      throw new RangeError(`Cannot use the model: its parts must be of ${this.#inputs} features`);
    }
    this.#rows = Float64Array.from(
      model.directions.flatMap((row) => row.map((factor, at) => factor / model.scale[at])),
    );
  }

  /** Writes `features`, turned, to `into`; both {@link directions} long. */
  turn(features: Float64Array, into: Float64Array): void {
    const inputs = this.#inputs;
    for (let row = 0; row < this.directions; row++) {
      const from = row * inputs;
      let sum = 0;
      for (let index = 0; index < inputs; index++) sum += this.#rows[from + index] * features[index];
      into[row] = sum;
    }
  }
}
