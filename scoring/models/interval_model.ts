import { z } from "zod";
import { LOW_UP_TO } from "../../protocol/risk.ts";
import { SEED_FEATURES, seedRow } from "../features/seed_features.ts";
import forestJson from "./data/interval_forest.json" with { type: "json" };
import regressionJson from "./data/interval_regression.json" with { type: "json" };
import { LinearRegression, LinearRegressionModel } from "./linear_regression.ts";
import { RandomForest, RandomForestModel } from "./random_forest.ts";

/**
 * The regression, with what stands in for a feature without evidence (the middle of ordinary intervals), and the two
 * models' mean that few ordinary intervals pass: there the score leaves Low.
 */
export const IntervalRegressionModel = LinearRegressionModel.extend({
  kind: z.literal("interval_regression"),
  missing: z.array(z.number()).length(SEED_FEATURES.length),
  threshold: z.number().gt(0).lt(1),
});
export type IntervalRegressionModel = z.infer<typeof IntervalRegressionModel>;

/** The seeds' two models over the seventeen features of an interval. */
export class IntervalModel {
  readonly #forest: RandomForest;
  readonly #regression: LinearRegression;
  readonly #missing: readonly number[];
  readonly #threshold: number;
  readonly #outputs: Float64Array;

  /** @throws {ZodError | RangeError} If one of them is no model of the seventeen features. */
  constructor(forest: unknown, regression: unknown) {
    this.#forest = new RandomForest(RandomForestModel.parse(forest), SEED_FEATURES);
    const { missing, threshold, ...linear } = IntervalRegressionModel.parse(regression);
    this.#regression = new LinearRegression({ ...linear, kind: "linear_regression" }, SEED_FEATURES);
    this.#missing = missing;
    this.#threshold = threshold;
    this.#outputs = new Float64Array(this.#regression.outputs);
  }

  /**
   * How much an interval is like those of labelled sittings with text from outside, absence or a script, 0–100: what
   * {@link share} says, stretched so that its threshold lies where Low ends.
   *
   * @param features All features of the interval, in the catalogue's order, NaN where there is no evidence.
   */
  score(features: Float64Array): number {
    const share = this.share(features);
    const threshold = this.#threshold;
    if (share <= threshold) return LOW_UP_TO * share / threshold;
    return LOW_UP_TO + (100 - LOW_UP_TO) * (share - threshold) / (1 - threshold);
  }

  /** The mean of the forest's share and of the sum of the regression's shares, in [0, 1]. */
  share(features: Float64Array): number {
    const row = seedRow(features, this.#missing);
    this.#regression.predict(row, this.#outputs);
    let linear = 0;
    for (const output of this.#outputs) linear += Math.max(0, output);
    return (bounded(this.#forest.predict(row)) + bounded(linear)) / 2;
  }
}

function bounded(share: number): number {
  return Math.min(1, Math.max(0, share));
}

let shipped: IntervalModel | null = null;

/** The model that the project ships, as `deno task train` made it. Read once. */
export function shippedIntervalModel(): IntervalModel {
  shipped ??= new IntervalModel(forestJson, regressionJson);
  return shipped;
}
