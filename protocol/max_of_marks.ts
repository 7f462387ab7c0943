import type { Marks } from "./marks.ts";

/** What a sum of fractions may be off by. */
const ROUNDING = 1e9;

/**
 * Points that an attempt's own paper gives together: where an exam was changed, or questions are drawn, not all papers give
 * the same.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const unmarked = { points: null, by: null };
 * assert.equal(maxOfMarks({ q1: { ...unmarked, max: 2 }, q2: { ...unmarked, max: 0.5 } }), 2.5);
 * ```
 */
export function maxOfMarks(marks: Marks): number {
  const sum = Object.values(marks).reduce((before, { max }) => before + max, 0);
  return Math.round(sum * ROUNDING) / ROUNDING;
}
