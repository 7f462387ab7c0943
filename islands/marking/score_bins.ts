/** One bar of a distribution: from `from` on up to `to`, which only the last one includes. */
export interface Bin {
  from: number;
  to: number;
  count: number;
}

/** Bars, at most. */
const MOST_BINS = 10;

/**
 * How often which totals came, in bars of one whole width from 0 to the exam's points.
 *
 * @param max Points of the exam; above 0, or there is one bar for all.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(scoreBins([0, 1, 4], 4).map(({ count }) => count), [1, 1, 0, 1]);
 * ```
 */
export function scoreBins(totals: readonly number[], max: number): Bin[] {
  const width = Math.max(1, Math.ceil(max / MOST_BINS));
  const bins = Array.from({ length: Math.max(1, Math.ceil(max / width)) }, (_, index): Bin => ({
    from: index * width,
    to: Math.max(1, Math.min(max, (index + 1) * width)),
    count: 0,
  }));
  for (const total of totals) bins[Math.min(bins.length - 1, Math.max(0, Math.floor(total / width)))].count++;
  return bins;
}
