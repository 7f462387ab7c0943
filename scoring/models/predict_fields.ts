import type { PredictBody } from "../../protocol/rest.ts";

/** The fields of `/predict` that models read, in order. `sample_id` only names the sample. */
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
 * A sample as models read it: logs, so that counts and times of any size stay comparable; of flight with its sign.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const sample = {
 *   mean_dwell: 90,
 *   std_dwell: 25,
 *   mean_flight: -120,
 *   std_flight: 90,
 *   avg_mouse_speed: 0.5,
 *   tab_switch_count: 0,
 *   copy_events: 0,
 *   paste_events: 0,
 *   inactivity_time: 10,
 * };
 * const row = predictRow(sample);
 * assert.equal(row[PREDICT_FIELDS.indexOf("mean_flight")], -Math.log1p(120));
 * ```
 */
export function predictRow(sample: PredictSample): number[] {
  return PREDICT_FIELDS.map((name) => {
    const value = sample[name];
    const log = name === "avg_mouse_speed" ? Math.log1p(10 * Math.abs(value)) : Math.log1p(Math.abs(value));
    return value < 0 ? -log : log;
  });
}
