import { shippedIntervalModel } from "../../scoring/models/interval_model.ts";
import { predict } from "../../scoring/models/predict.ts";
import { LOW_UP_TO } from "../../protocol/risk.ts";
import type { CoauthorSession } from "../data_sets/coauthor.ts";
import { auc } from "../statistics/auc.ts";
import { rankCorrelation } from "../statistics/rank_correlation.ts";
import { type IntervalExample, intervalExamples } from "../training/interval_samples.ts";
import { type LabelledSitting, recordedSittings, simulatedSittings } from "../training/labelled_sittings.ts";
import { type PredictExample, predictExamples } from "../training/predict_samples.ts";
import { figure, type Metric, share, type Source } from "./metric.ts";

/** Signals of models that read what no aggregate holds. */
const UNSEEN_BY_AGGREGATES = ["transcription", "takeover", "automation"];
/** Seeds that no simulated sitting of training has. */
const SEED = 700_000;
const STUDENTS = 6;

/**
 * `/predict` and the intervals' model on sittings that neither learnt from: other simulated students, and the half of the
 * recorded writers that was kept aside, with events put into their sessions.
 *
 * `…_rank_agreement` is Spearman's correlation with the highest live risk of the same whole sittings;
 * `…_rank_agreement_muted` leaves the signals out of the live score that read what aggregates do not hold.
 */
export function evaluateSittings(sessions: readonly CoauthorSession[], source: Source): Metric[] {
  const metrics: Metric[] = [];
  const all: PredictExample[] = [];
  const allMuted: PredictExample[] = [];
  const intervals: IntervalExample[] = [];
  const add = (name: string, sittings: () => Generator<LabelledSitting>): void => {
    const examples: PredictExample[] = [];
    const muted: PredictExample[] = [];
    for (const sitting of sittings()) {
      examples.push(...predictExamples(sitting).filter(({ isWhole }) => isWhole));
      muted.push(...predictExamples(withMuted(sitting)).filter(({ isWhole }) => isWhole));
      intervals.push(...intervalExamples(sitting));
    }
    metrics.push(agreement(source, `${name}_rank_agreement`, examples));
    metrics.push(agreement(source, `${name}_rank_agreement_muted`, muted));
    all.push(...examples);
    allMuted.push(...muted);
  };
  add("simulated", () => simulatedSittings(STUDENTS, SEED));
  add("recorded", () => recordedSittings(sessions, "evaluation", SEED));
  metrics.push(agreement(source, "rank_agreement", all));
  metrics.push(agreement(source, "rank_agreement_muted", allMuted));
  const ordinary = all.filter(({ outputs }) => outputs.every((output) => output === 0));
  const lifted = ordinary.filter(({ sample }) => predict({ sample_id: 0, ...sample }).risk_score > LOW_UP_TO);
  metrics.push(share(source, "ordinary_above_low", lifted.length, ordinary.length));
  return [...metrics, ...intervalFigures(source, intervals)];
}

function withMuted(sitting: LabelledSitting): LabelledSitting {
  return { ...sitting, context: { ...sitting.context, policy: { muted: UNSEEN_BY_AGGREGATES, weights: {} } } };
}

function agreement(source: Source, name: string, examples: readonly PredictExample[]): Metric {
  const value = rankCorrelation(
    examples.map(({ sample }) => predict({ sample_id: 0, ...sample }).risk_score),
    examples.map(({ liveRisk }) => liveRisk),
  );
  // Fisher's transformation, with the spread that Bonett and Wright (2000) give for ranks.
  const reach = 1.96 * Math.sqrt((1 + value * value / 2) / (examples.length - 3));
  const interval = { low: Math.tanh(Math.atanh(value) - reach), high: Math.tanh(Math.atanh(value) + reach) };
  return figure(source, name, value, interval, examples.length);
}

function intervalFigures(source: Source, intervals: readonly IntervalExample[]): Metric[] {
  const model = shippedIntervalModel();
  const scores = intervals.map(({ features, outputs }) => ({
    score: model.score(features),
    isPositive: outputs.some((output) => output > 0),
  }));
  const area = auc(scores);
  const positives = scores.filter(({ isPositive }) => isPositive);
  const negatives = scores.filter(({ isPositive }) => !isPositive);
  const above = (some: typeof scores) => some.filter(({ score }) => score > LOW_UP_TO).length;
  // Hanley and McNeil's spread of an area under the curve (1982).
  const [a, b] = [area / (2 - area), 2 * area * area / (1 + area)];
  const variance = (area * (1 - area) + (positives.length - 1) * (a - area * area) +
    (negatives.length - 1) * (b - area * area)) / (positives.length * negatives.length);
  const reach = 1.96 * Math.sqrt(variance);
  const interval = { low: area - reach, high: Math.min(1, area + reach) };
  return [
    figure(source, "interval_auc", area, interval, scores.length),
    share(source, "interval_found_above_low", above(positives), positives.length),
    share(source, "interval_ordinary_above_low", above(negatives), negatives.length),
  ];
}
