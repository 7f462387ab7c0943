import { RandomForestRegression } from "ml-random-forest";
import { z } from "zod";
import type { RandomForestModel, RegressionTree } from "../../scoring/models/random_forest.ts";

/** How {@link fitRandomForest} fits. */
interface RandomForestOptions {
  trees: number;
  /** Features a tree is given, drawn without repetition. */
  features: number;
  depth: number;
  /** Rows of a node below which it is not split. */
  leastRows: number;
  seed: number;
}

interface LibraryNode {
  splitColumn?: number;
  splitValue?: number;
  distribution?: number;
  left?: LibraryNode;
  right?: LibraryNode;
}

const LibraryNode: z.ZodType<LibraryNode> = z.lazy(() =>
  z.object({
    splitColumn: z.number().optional(),
    splitValue: z.number().optional(),
    distribution: z.number().optional(),
    left: LibraryNode.optional(),
    right: LibraryNode.optional(),
  })
);
const LibraryForest = z.object({
  baseModel: z.object({
    indexes: z.array(z.array(z.int())),
    estimators: z.array(z.object({ root: LibraryNode })),
  }),
});

/** A forest as the library trained it, and the same one as ours. */
export interface FittedForest {
  library: RandomForestRegression;
  model: RandomForestModel;
}

/**
 * Trains a random forest (Breiman 2001) with the library `ml-random-forest`: trees on bootstrap samples, each with some
 * of the features, their answers averaged.
 */
export function fitRandomForest(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  features: readonly string[],
  options: RandomForestOptions,
): FittedForest {
  const library = new RandomForestRegression({
    seed: options.seed,
    maxFeatures: options.features,
    replacement: false,
    nEstimators: options.trees,
    useSampleBagging: true,
    noOOB: true,
    selectionMethod: "mean",
    treeOptions: { gainFunction: "regression", maxDepth: options.depth, minNumSamples: options.leastRows },
    isClassifier: false,
  });
  library.train(rows.map((row) => [...row]), [...values]);
  const exported = LibraryForest.parse(JSON.parse(JSON.stringify(library))).baseModel;
  const trees = exported.estimators.map(({ root }, index) => flatten(root, exported.indexes[index], rows, values));
  return { library, model: { kind: "random_forest", version: 1, features: [...features], trees } };
}

/**
 * A library's tree in columns, parents before children. Inner nodes, which it gives no value, get the mean of the
 * training rows that reach them.
 */
function flatten(
  root: LibraryNode,
  columns: readonly number[],
  rows: readonly (readonly number[])[],
  values: readonly number[],
): RegressionTree {
  const tree: RegressionTree = { feature: [], threshold: [], left: [], right: [], value: [] };
  add(root, rows.map((_, index) => index));
  return tree;

  function add(node: LibraryNode, reached: readonly number[]): number {
    const place = tree.feature.length;
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.left.push(-1);
    tree.right.push(-1);
    const mean = reached.length > 0 ? reached.reduce((sum, row) => sum + values[row], 0) / reached.length : 0;
    tree.value.push(mean);
    const { left, right, splitColumn, splitValue } = node;
    if (left === undefined || right === undefined || splitColumn === undefined || splitValue === undefined) {
      if (node.distribution === undefined) throw new RangeError("Cannot read the forest: a leaf holds no value");
      tree.value[place] = node.distribution;
      return place;
    }
    const feature = columns[splitColumn];
    tree.feature[place] = feature;
    tree.threshold[place] = splitValue;
    tree.left[place] = add(left, reached.filter((row) => rows[row][feature] < splitValue));
    tree.right[place] = add(right, reached.filter((row) => rows[row][feature] >= splitValue));
    return place;
  }
}
