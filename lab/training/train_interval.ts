import { FEATURE_INDEX } from "../../scoring/features/catalogue.ts";
import { SEED_FEATURES, seedRow } from "../../scoring/features/seed_features.ts";
import { IntervalModel, type IntervalRegressionModel } from "../../scoring/models/interval_model.ts";
import type { RandomForestModel } from "../../scoring/models/random_forest.ts";
import { rounded } from "./fit_likelihood_ratio.ts";
import { fitLinearRegression } from "./fit_linear_regression.ts";
import { fitRandomForest } from "./fit_random_forest.ts";
import { type IntervalExample, withoutPointer } from "./interval_samples.ts";
import { SITTING_OUTPUTS } from "./labelled_sittings.ts";

/** Small, so that it is trained in seconds and read in milliseconds. */
const FOREST = { trees: 40, features: 8, depth: 6, leastRows: 12 };
/** Share of the ordinary intervals learnt from that lie above Low. */
const ORDINARY_ABOVE_LOW = 0.005;
/** Examples of each kind of sitting at most, so that none outweighs the others. */
const MOST_PER_KIND = 300;

/**
 * Trains the seeds' two models over the seventeen features: a random forest for the share of intervals like this one in
 * which something was out of the ordinary, and a multivariate regression with a share each for text from outside,
 * absence and a script.
 */
export function trainInterval(
  all: readonly IntervalExample[],
  seed: number,
): { forest: RandomForestModel; regression: IntervalRegressionModel } {
  const examples = balanced(all);
  const missing = middleOf(examples.filter(isOrdinary));
  const rows = examples.map(({ features }) => seedRow(features, missing));
  const outputs = examples.map((example) => [...example.outputs]);
  const isAny = outputs.map((each) => Math.max(...each));
  const fitted = fitRandomForest(rows, isAny, SEED_FEATURES, { ...FOREST, seed }).model;
  const { kind: _, ...regression } = fitLinearRegression(rows, outputs, SEED_FEATURES, SITTING_OUTPUTS).model;
  const trees = fitted.trees.map((tree) => ({
    ...tree,
    threshold: tree.threshold.map(rounded),
    value: tree.value.map(rounded),
  }));
  const forest = { ...fitted, trees };
  const unset: IntervalRegressionModel = { kind: "interval_regression", ...regression, missing, threshold: 0.5 };
  const model = new IntervalModel(forest, unset);
  const ordinary = examples.filter(isOrdinary).map(({ features }) => model.share(features)).sort((a, b) => a - b);
  const threshold = rounded(ordinary[Math.floor((1 - ORDINARY_ABOVE_LOW) * (ordinary.length - 1))]);
  return { forest, regression: { ...unset, threshold } };
}

function isOrdinary({ outputs }: IntervalExample): boolean {
  return outputs.every((output) => output === 0);
}

/** Evenly thinned kinds; simulated intervals also without a pointer, since recorded ones have none. */
function balanced(all: readonly IntervalExample[]): IntervalExample[] {
  return [...Map.groupBy(all, ({ kind }) => kind).values()].flatMap((examples) => {
    const step = Math.max(1, examples.length / MOST_PER_KIND);
    const some = Array.from(
      { length: Math.floor(examples.length / step) },
      (_, index) => examples[Math.floor(index * step)],
    );
    return some.flatMap((example) => example.isRecorded ? [example] : [example, withoutPointer(example)]);
  });
}

/** Median of each of the seventeen features, where there is evidence of it. */
function middleOf(examples: readonly IntervalExample[]): number[] {
  return SEED_FEATURES.map((name) => {
    const values = examples.map(({ features }) => features[FEATURE_INDEX[name]]).filter((value) =>
      !Number.isNaN(value)
    );
    values.sort((one, other) => one - other);
    return rounded(values[values.length >> 1]);
  });
}
