import { z } from "zod";
import { Standardiser } from "./standardiser.ts";

/** A network of one hidden layer on standardised features; tanh inside, log odds outside. */
export const NeuralNetworkModel = z.strictObject({
  kind: z.literal("neural_network"),
  version: z.int(),
  features: z.array(z.string()),
  mean: z.array(z.number()),
  scale: z.array(z.number()),
  limit: z.number().describe("A standardised feature counts up to this many standard deviations"),
  hidden: z.array(z.strictObject({
    weights: z.array(z.number()).describe("Of the features"),
    bias: z.number(),
    output: z.number().describe("What the unit counts in the log odds"),
  })),
  bias: z.number(),
});
export type NeuralNetworkModel = z.infer<typeof NeuralNetworkModel>;

/** Evaluates a {@link NeuralNetworkModel} on typed arrays. Its log odds are bounded, as its units are. */
export class NeuralNetwork {
  readonly #weights: Float64Array;
  readonly #biases: Float64Array;
  readonly #outputs: Float64Array;
  readonly #standard: Standardiser;
  readonly #bias: number;

  /** @throws {RangeError} If the model is not of `features`, or its parts differ in length. */
  constructor(model: NeuralNetworkModel, features: readonly string[]) {
    this.#standard = new Standardiser(model, features, model.hidden.map(({ weights }) => weights));
    this.#weights = Float64Array.from(model.hidden.flatMap((unit) => unit.weights));
    this.#biases = Float64Array.from(model.hidden, (unit) => unit.bias);
    this.#outputs = Float64Array.from(model.hidden, (unit) => unit.output);
    this.#bias = model.bias;
  }

  /** Log odds of the positive class. */
  logOdds(features: ArrayLike<number>): number {
    this.#standard.take(features);
    const standard = this.#standard.values;
    const width = standard.length;
    let sum = this.#bias;
    let place = 0;
    for (let unit = 0; unit < this.#biases.length; unit++) {
      let inner = this.#biases[unit];
      for (let index = 0; index < width; index++) inner += this.#weights[place++] * standard[index];
      sum += this.#outputs[unit] * Math.tanh(inner);
    }
    return sum;
  }
}
