import { COMPOSITION_FEATURES, compositionFeatures } from "../../scoring/composition/composition_features.ts";
import { KernelLogistic, type KernelLogisticModel } from "../../scoring/models/kernel_logistic.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { essayMeasures, type EssayRow } from "../data_sets/essays.ts";
import { fitKernelLogistic } from "./fit_kernel_logistic.ts";
import { rounded } from "./fit_likelihood_ratio.ts";
import type { Example } from "./fit_logistic.ts";

/** Found by cross-validation on the shared part of the data; flat around these values. */
const OPTIONS = { gamma: 0.1, landmarks: 200, ridge: 8e-5, limit: 3.5 };
const INNER_FOLDS = 4;

/**
 * Trains the transcription model. Its threshold is what one in a hundred composed essays reaches when the model did
 * not see them, by an inner cross-validation over essays.
 *
 * @param rows Rows to learn from.
 * @param seed Of the choice of landmarks.
 */
export function trainTranscription(rows: readonly EssayRow[], seed: number): KernelLogisticModel {
  const essays = [...new Set(rows.map((row) => row.essayID))].sort();
  const innerFold = new Map(essays.map((essay, index) => [essay, index % INNER_FOLDS]));
  const honest: number[] = [];
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const seen = rows.filter((row) => innerFold.get(row.essayID) !== fold);
    const model = new KernelLogistic(fit(seen, seed), COMPOSITION_FEATURES);
    for (const row of rows) {
      if (innerFold.get(row.essayID) !== fold || row.condition !== "authentic") continue;
      honest.push(model.logOdds(essayFeatures(row)));
    }
  }
  honest.sort((one, other) => one - other);
  return { ...fit(rows, seed), threshold: rounded(honest[Math.floor(0.99 * (honest.length - 1))]) };
}

/** The feature vector of a row. */
function essayFeatures(row: EssayRow): Float64Array {
  const features = new Float64Array(COMPOSITION_FEATURES.length);
  compositionFeatures(essayMeasures(row), features);
  return features;
}

function fit(rows: readonly EssayRow[], seed: number): KernelLogisticModel {
  const examples: Example[] = rows.map((row) => ({
    features: essayFeatures(row),
    isPositive: row.condition === "transcribed",
    weight: 1,
  }));
  return fitKernelLogistic(examples, COMPOSITION_FEATURES, OPTIONS, createRandom(seed));
}
