/**
 * A personal token without what people get wrong when they type it from paper: case, hyphens, spaces, wide letters. Two
 * tokens of the same plain form are one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(plainToken("abcde-fghjk 23456"), "ABCDEFGHJK23456");
 * ```
 */
export function plainToken(token: string): string {
  const plain = token.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{M}\p{N}]/gu, "");
  // A token of signs alone is nothing but its signs.
  return plain === "" ? token.trim() : plain;
}
