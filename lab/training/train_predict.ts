import { PREDICT_FIELDS, predictRow } from "../../scoring/models/predict_fields.ts";
import { fitLinearRegression, type FittedRegression } from "./fit_linear_regression.ts";
import { fitRandomForest, type FittedForest } from "./fit_random_forest.ts";
import { type LabelledSample, PREDICT_OUTPUTS } from "./simulated_samples.ts";

/** Small, so that it is trained in seconds and read in milliseconds; deeper ones were no better on other students. */
const FOREST = { trees: 40, features: 5, depth: 6, leastRows: 6 };

/** Trains the forest behind `/predict`: the share of simulated samples like this one that were out of the ordinary. */
export function trainPredictForest(samples: readonly LabelledSample[], seed: number): FittedForest {
  return fitRandomForest(
    samples.map(({ sample }) => predictRow(sample)),
    samples.map(({ outputs }) => Math.max(...outputs)),
    PREDICT_FIELDS,
    { ...FOREST, seed },
  );
}

/** Trains the regression behind `/predict`: a share each for text from outside, absence, and a script at work. */
export function trainPredictRegression(samples: readonly LabelledSample[]): FittedRegression {
  return fitLinearRegression(
    samples.map(({ sample }) => predictRow(sample)),
    samples.map(({ outputs }) => outputs),
    PREDICT_FIELDS,
    PREDICT_OUTPUTS,
  );
}
