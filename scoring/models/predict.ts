import type { PredictAnswer, PredictBody } from "../../protocol/rest.ts";
import { type Contribution, riskLevel } from "../../protocol/risk.ts";
import forestJson from "./data/predict_forest.json" with { type: "json" };
import regressionJson from "./data/predict_regression.json" with { type: "json" };
import { LinearRegression, LinearRegressionModel } from "./linear_regression.ts";
import { PREDICT_FIELDS, type PredictField, predictRow } from "./predict_fields.ts";
import { RandomForest, RandomForestModel } from "./random_forest.ts";

const CATEGORY: Readonly<Record<PredictField, Contribution["category"]>> = {
  mean_dwell: "keyboard",
  std_dwell: "keyboard",
  mean_flight: "keyboard",
  std_flight: "keyboard",
  avg_mouse_speed: "mouse",
  tab_switch_count: "window",
  copy_events: "keyboard",
  paste_events: "keyboard",
  inactivity_time: "window",
};

/** Points are kept in whole parts of this, so that contributions add up to the risk to the last bit. */
const PARTS = 1_024;
/** The name of what is left where nothing of a sample raises it. */
const BASE = "simulated_average";

/** What the models make of one sample; its message is said by its level. */
export type Prediction = Omit<PredictAnswer, "message">;

interface PredictModels {
  forest: RandomForest;
  regression: LinearRegression;
}

let models: PredictModels | null = null;

function shipped(): PredictModels {
  models ??= {
    forest: new RandomForest(RandomForestModel.parse(forestJson), PREDICT_FIELDS),
    regression: new LinearRegression(LinearRegressionModel.parse(regressionJson), PREDICT_FIELDS),
  };
  return models;
}

/**
 * A risk from the ten fields of one sample: the mean of a random forest and of a multivariate regression, both trained
 * on simulated sessions, as whoever puts it into words must say.
 *
 * Contributions are what raised the two models' answers, field by field, scaled to the risk: a field that lowers it
 * has none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const quiet = { sample_id: 1, mean_dwell: 90, std_dwell: 25, mean_flight: 120, std_flight: 90, avg_mouse_speed: 0.5,
 *   tab_switch_count: 0, copy_events: 0, paste_events: 0, inactivity_time: 10 };
 * assert.equal(predict(quiet).risk_level, "low");
 * ```
 */
export function predict(body: PredictBody): Prediction {
  const { forest, regression } = shipped();
  const row = predictRow(body);
  const raised = new Float64Array(PREDICT_FIELDS.length);
  forest.explain(row, raised);
  const outputs = new Float64Array(regression.outputs);
  regression.predict(row, outputs);
  const linear = Math.min(1, outputs.reduce((sum, output) => sum + Math.max(0, output), 0));
  for (let output = 0; output < regression.outputs; output++) {
    if (outputs[output] <= 0) continue;
    for (let field = 0; field < PREDICT_FIELDS.length; field++) {
      raised[field] += regression.share(row[field], field, output);
    }
  }
  const risk = Math.round(50 * (bounded(forest.predict(row)) + bounded(linear)) * PARTS) / PARTS;
  const level = riskLevel(risk);
  return { risk_score: risk, risk_level: level, contributions: shared(risk, raised) };
}

function bounded(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Shares a risk among the fields that raised it, in whole parts; the largest takes what rounding leaves. */
function shared(risk: number, raised: Float64Array): Contribution[] {
  const parts = Math.round(risk * PARTS);
  if (parts === 0) return [];
  const total = raised.reduce((sum, value) => sum + Math.max(0, value), 0);
  if (!(total > 1e-9)) return [{ name: BASE, category: "anomaly", points: risk }];
  const entries = PREDICT_FIELDS.map((name, index) => ({
    name,
    category: CATEGORY[name],
    parts: Math.floor(parts * Math.max(0, raised[index]) / total),
  })).sort((one, other) => other.parts - one.parts);
  entries[0].parts += parts - entries.reduce((sum, entry) => sum + entry.parts, 0);
  return entries.filter((entry) => entry.parts > 0)
    .map((entry) => ({ name: entry.name, category: entry.category, points: entry.parts / PARTS }));
}
