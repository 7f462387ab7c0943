import { FEATURE_INDEX, type FeatureName } from "./catalogue.ts";

/** The seventeen features of an interval that the seeds' models read, in the seeds' order: mouse, keyboard, window. */
export const SEED_FEATURES = [
  "avg_norm_x",
  "avg_norm_y",
  "std_norm_x",
  "std_norm_y",
  "top_edge_time",
  "bottom_edge_time",
  "idle_percentage",
  "key_press_rate",
  "shortcut_key_ratio",
  "backspace_ratio",
  "rapid_key_ratio",
  "clipboard_operation_rate",
  "blur_count",
  "tab_switch_count",
  "total_blur_duration",
  "rapid_switch_count",
  "suspicious_resize_count",
] as const satisfies readonly FeatureName[];

/**
 * The seventeen of a vector of all features; what there is no evidence of takes the place that a model gives it.
 *
 * @param features In the catalogue's order, NaN where there is no evidence.
 * @param missing A value for each of the seventeen.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { FEATURES } from "./catalogue.ts";
 *
 * const nothing = new Float64Array(FEATURES.length).fill(NaN);
 * assert.equal(seedRow(nothing, new Array(17).fill(0.5))[0], 0.5);
 * ```
 */
export function seedRow(features: Float64Array, missing: readonly number[]): number[] {
  return SEED_FEATURES.map((name, index) => {
    const value = features[FEATURE_INDEX[name]];
    return Number.isNaN(value) ? missing[index] : value;
  });
}
