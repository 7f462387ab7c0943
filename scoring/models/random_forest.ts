import { z } from "zod";

const indices = z.array(z.int().min(-1).max(100_000));

/** A regression tree in columns; a leaf has feature −1. `value` is the mean of what reached a node in training. */
export const RegressionTree = z.strictObject({
  feature: indices,
  threshold: z.array(z.number()),
  left: indices,
  right: indices,
  value: z.array(z.number()),
});
export type RegressionTree = z.infer<typeof RegressionTree>;

export const RandomForestModel = z.strictObject({
  kind: z.literal("random_forest"),
  version: z.int(),
  features: z.array(z.string()),
  trees: z.array(RegressionTree).min(1).max(1_000),
});
export type RandomForestModel = z.infer<typeof RandomForestModel>;

/** Evaluates a {@link RandomForestModel} on typed arrays. */
export class RandomForest {
  readonly #feature: Int32Array;
  readonly #threshold: Float64Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  readonly #value: Float64Array;
  readonly #roots: Int32Array;

  /** @throws {RangeError} If the model is not of `features`, or a node leads nowhere. */
  constructor(model: RandomForestModel, features: readonly string[]) {
    if (model.features.join() !== features.join()) {
      throw new RangeError(`Cannot use the model: it is of the features ${model.features.join(", ")}`);
    }
    const nodes = model.trees.reduce((sum, tree) => sum + tree.feature.length, 0);
    this.#feature = new Int32Array(nodes);
    this.#threshold = new Float64Array(nodes);
    this.#left = new Int32Array(nodes);
    this.#right = new Int32Array(nodes);
    this.#value = new Float64Array(nodes);
    this.#roots = new Int32Array(model.trees.length);
    let from = 0;
    model.trees.forEach((tree, index) => {
      const length = tree.feature.length;
      this.#roots[index] = from;
      for (let node = 0; node < length; node++) {
        const isLeaf = tree.feature[node] < 0;
        const children = [tree.left[node], tree.right[node]];
        // A child comes after its parent, so that every path ends.
        const isSound = isLeaf || children.every((child) => child > node && child < length);
        if (!isSound || tree.feature[node] >= features.length) {
          throw new RangeError(`Cannot use tree ${index}: its node ${node} leads nowhere`);
        }
        this.#feature[from + node] = tree.feature[node];
        this.#threshold[from + node] = tree.threshold[node];
        this.#left[from + node] = from + children[0];
        this.#right[from + node] = from + children[1];
        this.#value[from + node] = tree.value[node];
      }
      from += length;
    });
  }

  /** Mean of the trees' answers. */
  predict(row: ArrayLike<number>): number {
    let sum = 0;
    for (const root of this.#roots) {
      let node = root;
      while (this.#feature[node] >= 0) node = this.#next(node, row);
      sum += this.#value[node];
    }
    return sum / this.#roots.length;
  }

  /**
   * What each feature adds to the mean: how far the value moves at every split of it, averaged over trees (Saabas 2014).
   *
   * @param into Written to; as long as the features. Its sum and what is returned add up to the prediction.
   * @returns The trees' mean before any split.
   */
  explain(row: ArrayLike<number>, into: Float64Array): number {
    into.fill(0);
    let start = 0;
    for (const root of this.#roots) {
      let node = root;
      start += this.#value[node];
      while (this.#feature[node] >= 0) {
        const next = this.#next(node, row);
        into[this.#feature[node]] += (this.#value[next] - this.#value[node]) / this.#roots.length;
        node = next;
      }
    }
    return start / this.#roots.length;
  }

  #next(node: number, row: ArrayLike<number>): number {
    return row[this.#feature[node]] < this.#threshold[node] ? this.#left[node] : this.#right[node];
  }
}
