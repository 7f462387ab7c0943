import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { KernelLogisticModel } from "../../scoring/models/kernel_logistic.ts";
import type { Random } from "../../scoring/models/random.ts";
import { rounded } from "./fit_likelihood_ratio.ts";
import { classTotals, type Example, standardBy } from "./example.ts";
import { solveLogistic } from "./solve_logistic.ts";

/** How {@link fitKernelLogistic} fits. */
interface KernelOptions {
  /** Likeness is exp(−gamma · squared distance) of standardised features. */
  gamma: number;
  /** Examples that likeness is measured to, at most. */
  landmarks: number;
  ridge: number;
  /** Standardised features are cut at ± this. */
  limit: number;
}

/**
 * Fits a {@link KernelLogisticModel} on a random choice of landmarks (Williams and Seeger 2001, the Nyström method).
 * Its `threshold` is 0: what one in a hundred of the negative class reaches has to be measured on other groups.
 *
 * @throws {RangeError} If either class is empty.
 */
export function fitKernelLogistic(
  examples: readonly Example[],
  features: readonly string[],
  { gamma, landmarks, ridge, limit }: KernelOptions,
  random: Random,
): KernelLogisticModel {
  const totals = classTotals(examples);
  const standard = standardBy(examples, features.length);
  const mean = standard.mean.map(rounded);
  const scale = standard.scale.map(rounded);
  const inputs = examples.map((example) =>
    mean.map((middle, index) =>
      rounded(Math.min(limit, Math.max(-limit, (example.features[index] - middle) / scale[index])))
    )
  );
  const chosen = choose(inputs, landmarks, random);
  const likeness = (one: readonly number[], two: readonly number[]) =>
    Math.exp(-gamma * one.reduce((sum, value, index) => sum + (value - two[index]) ** 2, 0));

  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(
    new Matrix(chosen.map((one) => chosen.map((two) => likeness(one, two)))),
    { assumeSymmetric: true },
  );
  const roots = Matrix.diag(realEigenvalues.map((value) => 1 / Math.sqrt(Math.max(1e-9, value))));
  const half = eigenvectorMatrix.mmul(roots).mmul(eigenvectorMatrix.transpose());
  const turned = new Matrix(inputs.map((input) => chosen.map((landmark) => likeness(input, landmark)))).mmul(half);

  const rows = inputs.map((_, place) => {
    const row = new Float64Array(chosen.length + 1);
    for (let index = 0; index < chosen.length; index++) row[index] = turned.get(place, index);
    row[chosen.length] = 1;
    return row;
  });
  const weights = examples.map((example) => example.weight / totals[example.isPositive ? 1 : 0]);
  const beta = solveLogistic(rows, examples.map((example) => example.isPositive), weights, ridge);
  const coefficients = half.mmul(Matrix.columnVector(Array.from(beta.subarray(0, chosen.length)))).to1DArray();
  return {
    kind: "kernel_logistic",
    version: 1,
    features: [...features],
    mean,
    scale,
    limit,
    gamma,
    landmarks: chosen,
    coefficients: coefficients.map((value) => Number(value.toPrecision(9))),
    intercept: rounded(beta[chosen.length]),
    threshold: 0,
  };
}

/** A random choice without repetition (Fisher and Yates, the first steps). */
function choose<T>(items: readonly T[], count: number, random: Random): T[] {
  const rest = [...items];
  const chosen: T[] = [];
  while (chosen.length < count && rest.length > 0) {
    const place = Math.floor(random() * rest.length);
    chosen.push(rest[place]);
    rest[place] = rest[rest.length - 1];
    rest.pop();
  }
  return chosen;
}
