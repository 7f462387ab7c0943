/** Quantile of the normal distribution for 95 %. */
const Z = 1.959964;

/**
 * Wilson's score interval of a share, 95 % (Wilson 1927): sensible at 0 and 1, where a bootstrap has no width, and with few.
 *
 * @param count How many of
 * @param total so many; at least 1.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.ok(wilsonInterval(0, 300).high < 0.013);
 * ```
 */
export function wilsonInterval(count: number, total: number): { low: number; high: number } {
  const share = count / total;
  const middle = share + Z * Z / (2 * total);
  const half = Z * Math.sqrt(share * (1 - share) / total + Z * Z / (4 * total * total));
  const scale = 1 + Z * Z / total;
  return {
    low: count === 0 ? 0 : (middle - half) / scale,
    high: count === total ? 1 : (middle + half) / scale,
  };
}
