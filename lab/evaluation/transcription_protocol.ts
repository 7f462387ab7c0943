import { COMPOSITION_FEATURES, compositionFeatures } from "../../scoring/composition/composition_features.ts";
import type { KernelLogistic } from "../../scoring/models/kernel_logistic.ts";
import { LOW_UP_TO } from "../../protocol/risk.ts";
import { signalPoints } from "../../scoring/risk.ts";
import { transcriptionScore } from "../../scoring/signals/transcription.ts";
import { SIGNALS } from "../../scoring/weights.ts";
import { essayMeasures, type EssayRow } from "../data_sets/essays.ts";
import { auc, type Labelled } from "../statistics/auc.ts";
import { bootstrapInterval } from "../statistics/intervals.ts";
import { equalErrorRate, shareAbove, thresholdAtFpr, tprAtFpr } from "../statistics/rates.ts";
import type { HeldOut } from "./held_out.ts";
import { figure, type Metric, share, type Source } from "./metric.ts";

interface ScoredRow extends Labelled {
  essay: string;
  strokesPerMinute: number;
  strokes: number;
}

const SPEEDS = ["slow", "middle", "fast"] as const;
const LENGTHS = ["short", "middle", "long"] as const;

/**
 * T1: are copied essays told from composed ones? Every row by the model that did not see its essay, through the
 * feature vector and model of the signal. `…_medium` is the share that the signal's weight alone lifts above Low. Groups are typing-speed and length thirds of the composed essays.
 *
 * @param rows At least one of each condition.
 * @param seed Of the bootstrap, over essays.
 */
export function evaluateTranscription(
  rows: readonly EssayRow[],
  models: HeldOut<KernelLogistic>,
  source: Source,
  seed: number,
): Metric[] {
  const features = new Float64Array(COMPOSITION_FEATURES.length);
  const scored: ScoredRow[] = rows.map((row) => {
    const model = models.model(models.fold(row.essayID));
    compositionFeatures(essayMeasures(row), features);
    return {
      score: model.logOdds(features) - model.threshold,
      isPositive: row.condition === "transcribed",
      essay: row.essayID,
      strokesPerMinute: row.average_strokes_per_min,
      strokes: row.total_strokes,
    };
  });
  const essays = [...Map.groupBy(scored, (row) => row.essay).values()];
  const measured = (metric: string, measure: (rows: readonly ScoredRow[]) => number) =>
    figure(source, metric, measure(scored), bootstrapInterval(essays, measure, seed), scored.length);
  const honest = scored.filter((row) => !row.isPositive);
  const copied = scored.filter((row) => row.isPositive);
  const metrics = [
    measured("auc", auc),
    measured("tpr_at_1_fpr", (all) => tprAtFpr(all, 0.01)),
    measured("tpr_at_5_fpr", (all) => tprAtFpr(all, 0.05)),
    measured("eer", equalErrorRate),
    measured("worst_speed_third_fpr_at_5", (all) => Math.max(...thirdRates(all, (row) => row.strokesPerMinute))),
    ...thirds("fpr_at_5_speed", SPEEDS, (row) => row.strokesPerMinute),
    measured("worst_length_third_fpr_at_5", (all) => Math.max(...thirdRates(all, (row) => row.strokes))),
    ...thirds("fpr_at_5_length", LENGTHS, (row) => row.strokes),
    share(source, "fpr_at_half", honest.filter((row) => row.score > 0).length, honest.length),
    share(source, "tpr_at_half", copied.filter((row) => row.score > 0).length, copied.length),
    share(source, "composed_medium", honest.filter(isMedium).length, honest.length),
    share(source, "copies_medium", copied.filter(isMedium).length, copied.length),
  ];
  return metrics;

  function thirds(metric: string, names: readonly string[], by: (row: ScoredRow) => number): Metric[] {
    return names.map((name, third) => measured(`${metric}_${name}`, (all) => thirdRates(all, by)[third]));
  }
}

/** Whether what the signal says of a text is enough to lift somebody above Low by itself. */
function isMedium({ score, strokes }: ScoredRow): boolean {
  const weight = SIGNALS.find(({ name }) => name === "transcription")!;
  return signalPoints(weight, transcriptionScore(score, strokes)) > LOW_UP_TO;
}

/** False-positive rate of each third of the composed essays, at 5 % overall. */
function thirdRates(rows: readonly ScoredRow[], by: (row: ScoredRow) => number): number[] {
  const threshold = thresholdAtFpr(rows, 0.05);
  const honest = rows.filter((row) => !row.isPositive).sort((one, other) => by(one) - by(other));
  return [0, 1, 2].map((third) => {
    const from = Math.round(third * honest.length / 3);
    const to = Math.round((third + 1) * honest.length / 3);
    return shareAbove(honest.slice(from, to), threshold);
  });
}
