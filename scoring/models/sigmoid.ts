/**
 * Logistic function: log odds to a share in (0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(sigmoid(0), 0.5);
 * ```
 */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
