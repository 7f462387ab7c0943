import type { PredictBody } from "../../protocol/predict.ts";

/** The fields of `/predict` that a model may read, in order. `sample_id` only names the sample. */
export const PREDICT_FIELDS = [
  "mean_dwell",
  "std_dwell",
  "mean_flight",
  "std_flight",
  "avg_mouse_speed",
  "tab_switch_count",
  "copy_events",
  "paste_events",
  "inactivity_time",
] as const satisfies readonly (keyof PredictBody)[];
export type PredictField = typeof PREDICT_FIELDS[number];

/** A sample's fields as numbers. */
export type PredictSample = Readonly<Record<PredictField, number>>;

/**
 * Whether a sample holds nothing that was measured: neither keys nor pointer nor anything done around the exam. Time
 * without input alone is no behaviour.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const nothing = { mean_dwell: 0, std_dwell: 0, mean_flight: 0, std_flight: 0, avg_mouse_speed: 0, tab_switch_count: 0,
 *   copy_events: 0, paste_events: 0, inactivity_time: 40 };
 * assert.equal(isEmptySample(nothing), true);
 * assert.equal(isEmptySample({ ...nothing, mean_dwell: 90 }), false);
 * ```
 */
export function isEmptySample(sample: PredictSample): boolean {
  return PREDICT_FIELDS.every((name) => name === "inactivity_time" || sample[name] === 0);
}
