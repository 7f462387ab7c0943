import { logInterval } from "./key_statistics.ts";

/** Times between keys from here on are pauses and no rhythm, in ms. */
export const PAUSE_MS = 4_000;
/** A key that follows the one before sooner than this is one that no hand presses, on average over many, in ms. */
export const HAND_MS = 30;
/** A typical time from here on is that of a keyboard on the screen, pointed at or scanned and not typed on, in ms. */
export const SLOW_MS = 500;

/**
 * Log of a time between keys, in `LOG_STEPS` to a natural log unit.
 *
 * @param ms In [0, {@link PAUSE_MS}); its whole milliseconds count.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { LOG_STEPS } from "./key_statistics.ts";
 *
 * assert.equal(intervalLog(100), Math.round(Math.log(100) * LOG_STEPS));
 * ```
 */
export function intervalLog(ms: number): number {
  return logInterval(Math.trunc(ms));
}
