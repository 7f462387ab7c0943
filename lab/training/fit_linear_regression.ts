import MultivariateLinearRegression from "ml-regression-multivariate-linear";
import type { LinearRegressionModel } from "../../scoring/models/linear_regression.ts";
import { standardBy } from "./example.ts";

const LIMIT = 4;

/** A regression as the library fitted it, on standardised rows, and the same one as ours. */
export interface FittedRegression {
  library: MultivariateLinearRegression;
  model: LinearRegressionModel;
}

/**
 * Fits a linear regression with several outputs by least squares, with the library
 * `ml-regression-multivariate-linear`, on features standardised and cut at ± 4.
 */
export function fitLinearRegression(
  rows: readonly (readonly number[])[],
  values: readonly (readonly number[])[],
  features: readonly string[],
  outputs: readonly string[],
): FittedRegression {
  const examples = rows.map((row) => ({ features: row, isPositive: false, weight: 1 }));
  const { mean, scale } = standardBy(examples, features.length);
  const standard = rows.map((row) =>
    row.map((value, index) => Math.min(LIMIT, Math.max(-LIMIT, (value - mean[index]) / scale[index])))
  );
  const library = new MultivariateLinearRegression(standard, values.map((row) => [...row]), { statistics: false });
  const weights = library.weights;
  return {
    library,
    model: {
      kind: "linear_regression",
      version: 1,
      features: [...features],
      outputs: [...outputs],
      mean,
      scale,
      limit: LIMIT,
      coefficients: weights.slice(0, features.length),
      intercepts: weights[features.length],
    },
  };
}
