/** Characters that are one observation: those of a word are entered together. */
const WORD = 5;
/** How far below the share its bound lies, in standard errors: one in forty lies beyond. */
const Z = 1.96;

/**
 * Lower bound of a share of characters (Wilson 1927), in [0, 1]: of little text it says less.
 *
 * @param part,all Characters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.ok(lowerShare(50, 50) < 0.75);
 * assert.ok(lowerShare(5_000, 5_000) > 0.99);
 * assert.equal(lowerShare(0, 0), 0);
 * ```
 */
export function lowerShare(part: number, all: number): number {
  if (all <= 0) return 0;
  const share = Math.min(1, part / all);
  const noise = Z * Z * WORD / all;
  const spread = Math.sqrt(noise * (share * (1 - share) + noise / 4));
  return Math.max(0, (share + noise / 2 - spread) / (1 + noise));
}
