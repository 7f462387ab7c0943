import { z } from "zod";
import type { Random } from "./random.ts";

const indices = z.array(z.int().min(-1).max(100_000));

/** A tree in columns. A leaf has feature −1; `size` is how many of the sample fell there. */
const IsolationTree = z.strictObject({
  feature: indices,
  threshold: z.array(z.number()),
  left: indices,
  right: indices,
  size: z.array(z.int().min(0)),
});
type IsolationTree = z.infer<typeof IsolationTree>;

export const IsolationForestModel = z.strictObject({
  kind: z.literal("isolation_forest"),
  version: z.int(),
  features: z.array(z.string()),
  sample_size: z.int().min(2),
  trees: z.array(IsolationTree).min(1).max(1_000),
});
export type IsolationForestModel = z.infer<typeof IsolationForestModel>;

/** How {@link growIsolationForest} grows. */
interface IsolationForestOptions {
  trees: number;
  /** Rows a tree is grown on, drawn without repetition: 256 in the paper. */
  sampleSize: number;
}

const EULER = 0.5772156649015329;

/**
 * Mean path length of an unsuccessful search in a binary search tree of `size` keys: what an isolation tree's leaf of
 * so many rows would add to a path, and what path lengths are normalised by (Liu, Ting and Zhou 2008, equation 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(averagePathLength(2), 1);
 * ```
 */
export function averagePathLength(size: number): number {
  if (size <= 1) return 0;
  if (size === 2) return 1;
  return 2 * (Math.log(size - 1) + EULER) - 2 * (size - 1) / size;
}

/**
 * Grows an isolation forest (Liu, Ting and Zhou 2008): every tree splits a random sample at random places of random
 * features, to the height that a balanced tree would have; what is unusual is alone early.
 *
 * @param rows At least two, each as long as `features`, of finite numbers.
 * @param features Names of the columns.
 * @param random Seeded by the caller: the same rows and seed give the same forest.
 * @throws {RangeError} If there are fewer than two rows, or a number is not finite.
 */
export function growIsolationForest(
  rows: readonly ArrayLike<number>[],
  features: readonly string[],
  { trees, sampleSize }: IsolationForestOptions,
  random: Random,
): IsolationForestModel {
  if (rows.length < 2) throw new RangeError(`Cannot grow a forest: two rows are needed, got ${rows.length}`);
  for (const row of rows) {
    for (let index = 0; index < features.length; index++) {
      if (!Number.isFinite(row[index])) {
        throw new RangeError(`Cannot grow a forest: ${features[index]} is ${row[index]}`);
      }
    }
  }
  const size = Math.min(sampleSize, rows.length);
  const height = Math.ceil(Math.log2(size));
  return {
    kind: "isolation_forest",
    version: 1,
    features: [...features],
    sample_size: size,
    trees: Array.from({ length: trees }, () => growTree(sample(rows, size, random), features.length, height, random)),
  };
}

function sample<T>(rows: readonly T[], size: number, random: Random): T[] {
  const rest = [...rows];
  for (let index = 0; index < size; index++) {
    const other = index + Math.floor(random() * (rest.length - index));
    [rest[index], rest[other]] = [rest[other], rest[index]];
  }
  return rest.slice(0, size);
}

function growTree(rows: ArrayLike<number>[], width: number, height: number, random: Random): IsolationTree {
  const tree: IsolationTree = { feature: [], threshold: [], left: [], right: [], size: [] };
  grow(rows, 0);
  return tree;

  function grow(some: ArrayLike<number>[], depth: number): number {
    const node = tree.feature.length;
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.left.push(-1);
    tree.right.push(-1);
    tree.size.push(some.length);
    if (some.length <= 1 || depth >= height) return node;
    const split = chooseSplit(some, width, random);
    if (split === null) return node;
    const lower = some.filter((row) => row[split.feature] <= split.threshold);
    const upper = some.filter((row) => row[split.feature] > split.threshold);
    tree.feature[node] = split.feature;
    tree.threshold[node] = split.threshold;
    tree.left[node] = grow(lower, depth + 1);
    tree.right[node] = grow(upper, depth + 1);
    return node;
  }
}

/** A feature that varies among the rows, and a place between its least and greatest; null where none varies. */
function chooseSplit(
  rows: readonly ArrayLike<number>[],
  width: number,
  random: Random,
): { feature: number; threshold: number } | null {
  const first = Math.floor(random() * width);
  for (let step = 0; step < width; step++) {
    const feature = (first + step) % width;
    let low = Infinity;
    let high = -Infinity;
    for (const row of rows) {
      low = Math.min(low, row[feature]);
      high = Math.max(high, row[feature]);
    }
    if (low === high) continue;
    // Few digits keep a forest small; where they would split nothing, the place is kept exactly.
    const exact = low + random() * (high - low);
    const short = Number(exact.toPrecision(5));
    return { feature, threshold: short >= low && short < high ? short : Math.min(exact, prior(high, low)) };
  }
  return null;
}

function prior(high: number, low: number): number {
  const middle = low + (high - low) / 2;
  return middle < high ? middle : low;
}

/** Evaluates an {@link IsolationForestModel} on typed arrays. */
export class IsolationForest {
  readonly #feature: Int32Array;
  readonly #threshold: Float64Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  /** Path that a leaf's rows would add. */
  readonly #rest: Float64Array;
  readonly #roots: Int32Array;
  readonly #normal: number;

  /** @throws {RangeError} If a tree's columns differ in length, or a child or feature does not exist. */
  constructor(model: IsolationForestModel) {
    const nodes = model.trees.reduce((sum, tree) => sum + tree.feature.length, 0);
    this.#feature = new Int32Array(nodes);
    this.#threshold = new Float64Array(nodes);
    this.#left = new Int32Array(nodes);
    this.#right = new Int32Array(nodes);
    this.#rest = new Float64Array(nodes);
    this.#roots = new Int32Array(model.trees.length);
    this.#normal = averagePathLength(model.sample_size);
    let from = 0;
    model.trees.forEach((tree, index) => {
      const length = tree.feature.length;
      if ([tree.threshold, tree.left, tree.right, tree.size].some((column) => column.length !== length)) {
        throw new RangeError(`Cannot use tree ${index}: its columns differ in length`);
      }
      this.#roots[index] = from;
      for (let node = 0; node < length; node++) {
        const isLeaf = tree.feature[node] < 0;
        const children = [tree.left[node], tree.right[node]];
        // A child comes after its parent, so that every path ends.
        const isSound = isLeaf || children.every((child) => child > node && child < length);
        if (!isSound || tree.feature[node] >= model.features.length) {
          throw new RangeError(`Cannot use tree ${index}: its node ${node} leads nowhere`);
        }
        this.#feature[from + node] = tree.feature[node];
        this.#threshold[from + node] = tree.threshold[node];
        this.#left[from + node] = from + children[0];
        this.#right[from + node] = from + children[1];
        this.#rest[from + node] = averagePathLength(tree.size[node]);
      }
      from += length;
    });
  }

  /**
   * Anomaly score in (0, 1): 2 to the power of minus the mean path length over what is normal. About 0.5 for what is
   * like the rest, towards 1 for what is alone at once.
   */
  score(row: ArrayLike<number>): number {
    let paths = 0;
    for (const root of this.#roots) {
      let node = root;
      let depth = 0;
      while (this.#feature[node] >= 0) {
        node = row[this.#feature[node]] <= this.#threshold[node] ? this.#left[node] : this.#right[node];
        depth++;
      }
      paths += depth + this.#rest[node];
    }
    return 2 ** (-paths / this.#roots.length / this.#normal);
  }
}
