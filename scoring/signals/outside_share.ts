import { linearShare } from "../linear_share.ts";
/** Shares are taken of at least this much text, so that a line pasted into an empty answer is a line. */
const SHORT_ANSWER = 300;
/** Share of the text that may be a quotation or a formula … */
const ORDINARY_SHARE = 0.05;
/** … and that counts in full. */
const FULL_SHARE = 0.35;

/**
 * What a part of the text comes to that nobody typed, in [0, 1].
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(outsideShare(20, 2_000), 0);
 * assert.equal(outsideShare(1_500, 2_000), 1);
 * ```
 */
export function outsideShare(part: number, all: number): number {
  return linearShare(part / Math.max(all, SHORT_ANSWER), ORDINARY_SHARE, FULL_SHARE);
}
