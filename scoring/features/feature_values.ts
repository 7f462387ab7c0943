import { FEATURE_INDEX, FEATURES } from "./catalogue.ts";
import { Column } from "./columns.ts";

const AT = FEATURE_INDEX;

/**
 * The features of a window, from its sums: a vector in the order of {@link FEATURES}, NaN where there is no evidence.
 *
 * Standard deviations are the population's. Text moved within the exam is left out of the clipboard and of shortcuts:
 * a paste of origin `exam` excuses itself, one copy, and the shortcuts of both; a cut excuses itself and its shortcut.
 *
 * @param sums A number a {@link Column}.
 * @param coveredMs Time that the sums are of, without pauses, in ms.
 * @param rateMs Time that clipboard operations are a rate of, in ms: the whole window, so that a short attempt is not extrapolated.
 * @param into Where the vector goes; of the catalogue's length.
 * @returns `into`
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { FEATURES, FEATURE_INDEX } from "./catalogue.ts";
 * import { COLUMNS, Column } from "./columns.ts";
 *
 * const sums = new Float64Array(COLUMNS);
 * sums[Column.presses] = 100;
 * sums[Column.erasures] = 10;
 * const features = featureValues(sums, 60_000, 60_000, new Float64Array(FEATURES.length));
 * assert.equal(features[FEATURE_INDEX.backspace_ratio], 0.1);
 * ```
 */
export function featureValues(sums: Float64Array, coveredMs: number, rateMs: number, into: Float64Array): Float64Array {
  const points = sums[Column.points];
  into[AT.avg_norm_x] = sums[Column.x] / points / 1_000;
  into[AT.avg_norm_y] = sums[Column.y] / points / 1_000;
  into[AT.std_norm_x] = deviation(points, sums[Column.x], sums[Column.xx]) / 1_000;
  into[AT.std_norm_y] = deviation(points, sums[Column.y], sums[Column.yy]) / 1_000;
  const path = sums[Column.path_ms];
  into[AT.top_edge_time] = share(sums[Column.top_ms], path);
  into[AT.bottom_edge_time] = share(sums[Column.bottom_ms], path);
  into[AT.avg_mouse_speed] = Math.min(1_000, sums[Column.path_px] / path);
  const here = coveredMs - sums[Column.away_ms];
  into[AT.idle_percentage] = here > 0 ? 1 - Math.min(1, sums[Column.active_ms] / here) : NaN;

  const presses = sums[Column.presses];
  const moved = Math.min(sums[Column.copies], sums[Column.exam_pastes]);
  const excused = sums[Column.cuts] + sums[Column.exam_pastes] + moved;
  into[AT.key_press_rate] = coveredMs > 0 ? Math.min(6_000, presses / coveredMs * 60_000) : NaN;
  into[AT.shortcut_key_ratio] = share(Math.max(0, sums[Column.shortcuts] - excused), presses);
  into[AT.backspace_ratio] = share(sums[Column.erasures], presses);
  into[AT.rapid_key_ratio] = share(sums[Column.rapid], presses);
  const operations = sums[Column.copies] - moved + sums[Column.outside_pastes];
  into[AT.clipboard_operation_rate] = Math.min(600, operations / rateMs * 60_000);
  into[AT.mean_dwell] = sums[Column.dwell] / sums[Column.dwells] / 10;
  into[AT.std_dwell] = deviation(sums[Column.dwells], sums[Column.dwell], sums[Column.dwell_squared]) / 10;
  into[AT.mean_flight] = sums[Column.flight] / sums[Column.flights] / 10;
  into[AT.std_flight] = deviation(sums[Column.flights], sums[Column.flight], sums[Column.flight_squared]) / 10;
  into[AT.copy_events] = sums[Column.copies];
  into[AT.paste_events] = sums[Column.outside_pastes];

  into[AT.blur_count] = sums[Column.blurs];
  into[AT.tab_switch_count] = sums[Column.tab_switches];
  into[AT.total_blur_duration] = sums[Column.away_ms] / 1_000;
  into[AT.rapid_switch_count] = sums[Column.rapid_switches];
  into[AT.suspicious_resize_count] = sums[Column.resizes];
  into[AT.inactivity_time] = sums[Column.idle_ms] / 1_000;
  return into;
}

/**
 * A vector of features by name, null for NaN: what `/features/extract` and cohort summaries read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { FEATURES } from "./catalogue.ts";
 *
 * assert.equal(namedFeatures(new Float64Array(FEATURES.length)).blur_count, 0);
 * ```
 */
export function namedFeatures(values: Float64Array): Record<string, number | null> {
  return Object.fromEntries(
    FEATURES.map(({ name }, index) => [name, Number.isNaN(values[index]) ? null : values[index]]),
  );
}

/** NaN of nothing; never above 1. */
function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : NaN;
}

/** Population standard deviation from count, sum and sum of squares; NaN for fewer than two. */
function deviation(n: number, sum: number, squares: number): number {
  return n < 2 ? NaN : Math.sqrt(Math.max(0, (squares - sum * sum / n) / n));
}
