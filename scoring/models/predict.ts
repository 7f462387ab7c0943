import type { PredictAnswer, PredictBody } from "../../protocol/predict.ts";
import { type Contribution, riskLevel } from "../../protocol/risk.ts";
import predictJson from "./data/predict.json" with { type: "json" };
import { MonotoneAdditive, MonotoneAdditiveModel } from "./monotone_additive.ts";
import { isEmptySample, PREDICT_FIELDS, type PredictField } from "./predict_fields.ts";

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
const MOST_PARTS = 100 * PARTS;

/** What the model makes of one sample; its message is said by its level and its contributions. */
export interface Prediction extends Omit<PredictAnswer, "message"> {
  /** Whether nothing was measured that could say anything. */
  isTooLittle: boolean;
}

let model: MonotoneAdditive | null = null;

function shipped(): MonotoneAdditive {
  model ??= new MonotoneAdditive(MonotoneAdditiveModel.parse(predictJson), PREDICT_FIELDS);
  return model;
}

/**
 * A risk from the ten fields of one sample: a sum of ramps that never turn, learnt from the live score of the same
 * sittings. Each field only ever raises or only ever lowers it: more tab switches, copies, pastes and idle time are never
 * less risk; more spread of dwell and flight is never more. Whether a key was timed (`mean_dwell` above 0) decides
 * whether the spreads say anything; `mean_flight` and `avg_mouse_speed` say nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const quiet = { sample_id: 1, mean_dwell: 90, std_dwell: 25, mean_flight: 120, std_flight: 90, avg_mouse_speed: 0.5,
 *   tab_switch_count: 0, copy_events: 0, paste_events: 0, inactivity_time: 10 };
 * assert.equal(predict(quiet).risk_score, 0);
 * assert.ok(predict({ ...quiet, paste_events: 8 }).risk_score > 30);
 * ```
 */
export function predict(body: PredictBody): Prediction {
  const points = new Float64Array(PREDICT_FIELDS.length);
  shipped().points(PREDICT_FIELDS.map((name) => body[name]), points);
  const parts = points.map((each) => Math.round(each * PARTS));
  cap(parts);
  const risk = parts.reduce((sum, part) => sum + part, 0) / PARTS;
  const contributions = PREDICT_FIELDS
    .map((name, index) => ({ name, category: CATEGORY[name], points: parts[index] / PARTS }))
    .filter((contribution) => contribution.points > 0)
    .sort((one, other) => other.points - one.points);
  return { risk_score: risk, risk_level: riskLevel(risk), contributions, isTooLittle: isEmptySample(body) };
}

/** Above 100 all shrink alike; the largest takes what rounding leaves. */
function cap(parts: Float64Array): void {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total <= MOST_PARTS) return;
  let rest = MOST_PARTS;
  let largest = 0;
  for (let index = 0; index < parts.length; index++) {
    if (parts[index] > parts[largest]) largest = index;
    parts[index] = Math.floor(parts[index] * MOST_PARTS / total);
    rest -= parts[index];
  }
  parts[largest] += rest;
}
