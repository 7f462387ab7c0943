import {
  COMPOSITION_FEATURES,
  compositionFeatures,
  type CompositionMeasures,
} from "../../scoring/composition/composition_features.ts";
import { KernelLogistic, type KernelLogisticModel } from "../../scoring/models/kernel_logistic.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { essayMeasures, type EssayRow } from "../data_sets/essays.ts";
import type { ComposedText } from "./composed_texts.ts";
import { fitKernelLogistic } from "./fit_kernel_logistic.ts";
import { rounded } from "./fit_likelihood_ratio.ts";
import type { Example } from "./example.ts";

/** Found by cross-validation on the shared part of the data; flat around these values. */
const OPTIONS = { gamma: 0.08, landmarks: 250, ridge: 8e-5, limit: 3.5 };
/** Weight of all texts of other writers together, where that of all composed essays is 1: found with them. */
const OTHERS_WEIGHT = 0.15;
const INNER_FOLDS = 4;

/** A text that the model learns from. */
export interface WrittenText {
  data: "transcription-detection" | ComposedText["data"];
  /** The essay, or the writer: what is held out together. */
  group: string;
  isCopied: boolean;
  measures: CompositionMeasures;
}

/** The essays of the table, and the texts of other writers, which were all composed. */
export function writtenTexts(rows: readonly EssayRow[], others: readonly ComposedText[]): WrittenText[] {
  return [
    ...rows.map((row): WrittenText => ({
      data: "transcription-detection",
      group: row.essayID,
      isCopied: row.condition === "transcribed",
      measures: essayMeasures(row),
    })),
    ...others.map(({ data, writer, measures }): WrittenText => ({ data, group: writer, isCopied: false, measures })),
  ];
}

/**
 * Trains the transcription model. Its threshold is what one in a hundred composed essays reaches when the model did
 * not see them, by an inner cross-validation over essays and writers.
 *
 * @param texts Texts to learn from.
 * @param seed Of the choice of landmarks.
 */
export function trainTranscription(texts: readonly WrittenText[], seed: number): KernelLogisticModel {
  const groupOf = ({ data, group }: WrittenText) => `${data}/${group}`;
  const groups = [...new Set(texts.map(groupOf))].sort();
  const innerFold = new Map(groups.map((group, index) => [group, index % INNER_FOLDS]));
  const honest: number[] = [];
  for (let fold = 0; fold < INNER_FOLDS; fold++) {
    const seen = texts.filter((text) => innerFold.get(groupOf(text)) !== fold);
    const model = new KernelLogistic(fit(seen, seed), COMPOSITION_FEATURES);
    for (const text of texts) {
      if (innerFold.get(groupOf(text)) !== fold || text.isCopied || !isEssay(text)) continue;
      honest.push(model.logOdds(featuresOf(text)));
    }
  }
  honest.sort((one, other) => one - other);
  return { ...fit(texts, seed), threshold: rounded(honest[Math.floor(0.99 * (honest.length - 1))]) };
}

function isEssay({ data }: WrittenText): boolean {
  return data === "transcription-detection";
}

function featuresOf({ measures }: WrittenText): Float64Array {
  const features = new Float64Array(COMPOSITION_FEATURES.length);
  compositionFeatures(measures, features);
  return features;
}

function fit(texts: readonly WrittenText[], seed: number): KernelLogisticModel {
  const essays = texts.filter((text) => isEssay(text) && !text.isCopied).length;
  const others = texts.filter((text) => !isEssay(text)).length;
  const examples: Example[] = texts.map((text) => ({
    features: featuresOf(text),
    isPositive: text.isCopied,
    weight: isEssay(text) ? 1 : OTHERS_WEIGHT * essays / others,
  }));
  return fitKernelLogistic(examples, COMPOSITION_FEATURES, OPTIONS, createRandom(seed));
}
