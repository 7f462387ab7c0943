import type { LogisticModel } from "../../scoring/models/logistic.ts";
import { rounded } from "./fit_likelihood_ratio.ts";
import { solveLogistic } from "./solve_logistic.ts";

/** An example to learn from. */
export interface Example {
  features: ArrayLike<number>;
  isPositive: boolean;
  weight: number;
}

/** How {@link fitLogistic} fits. */
interface LogisticOptions {
  /** Strength of the ridge penalty on standardised coefficients, beside a total weight of 1 an example class. */
  ridge: number;
  /** Standardised features are cut at ± this. */
  limit: number;
}

/**
 * Fits a {@link LogisticModel} with a ridge penalty.
 *
 * Both classes weigh the same in all, whatever their numbers; features are standardised by the negative class.
 *
 * @throws {RangeError} If either class is empty.
 */
export function fitLogistic(
  examples: readonly Example[],
  features: readonly string[],
  { ridge, limit }: LogisticOptions,
): LogisticModel {
  const totals = classTotals(examples);
  const { mean, scale } = standardBy(examples.filter((example) => !example.isPositive), features.length);
  const rows = examples.map((example) => {
    const row = new Float64Array(features.length + 1);
    for (let index = 0; index < features.length; index++) {
      row[index] = Math.min(limit, Math.max(-limit, (example.features[index] - mean[index]) / scale[index]));
    }
    row[features.length] = 1;
    return row;
  });
  const weights = examples.map((example) => example.weight / totals[example.isPositive ? 1 : 0]);
  const beta = solveLogistic(rows, examples.map((example) => example.isPositive), weights, ridge);
  return {
    kind: "logistic",
    version: 1,
    features: [...features],
    mean: mean.map(rounded),
    scale: scale.map(rounded),
    limit,
    coefficients: Array.from(beta.subarray(0, features.length), rounded),
    intercept: rounded(beta[features.length]),
  };
}

/**
 * Weight of the negative and of the positive class.
 *
 * @throws {RangeError} If either is empty.
 */
export function classTotals(examples: readonly Example[]): [number, number] {
  const totals: [number, number] = [0, 0];
  for (const example of examples) totals[example.isPositive ? 1 : 0] += example.weight;
  if (totals[0] === 0 || totals[1] === 0) throw new RangeError("Cannot fit: examples of both classes are needed");
  return totals;
}

/** Weighted mean and standard deviation of each feature; 1 for one that never varies. */
export function standardBy(examples: readonly Example[], width: number): { mean: number[]; scale: number[] } {
  const total = examples.reduce((sum, example) => sum + example.weight, 0);
  const places = Array.from({ length: width }, (_, index) => index);
  const mean = places.map((index) =>
    examples.reduce((sum, { weight, features }) => sum + weight * features[index], 0) / total
  );
  const scale = places.map((index) =>
    Math.sqrt(
      examples.reduce((sum, { weight, features }) => sum + weight * (features[index] - mean[index]) ** 2, 0) / total,
    ) || 1
  );
  return { mean, scale };
}
