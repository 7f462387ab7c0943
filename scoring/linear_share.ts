/**
 * How far a value lies between two bounds, in [0, 1]: 0 at `from` and below, 1 at `full` and above.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(linearShare(3, 2, 4), 0.5);
 * assert.equal(linearShare(9, 2, 4), 1);
 * ```
 */
export function linearShare(value: number, from: number, full: number): number {
  const share = (value - from) / (full - from);
  return share > 0 ? Math.min(1, share) : 0;
}
