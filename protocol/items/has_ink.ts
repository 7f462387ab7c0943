/**
 * Everything but white space and what is drawn as nothing: marks of direction and of joining, fillers, Braille without a dot.
 * In UTF-16 code units, so that the pieces of a text add up to the whole.
 */
const INK =
  /[^\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0]/;

/**
 * Whether there is something to be seen in a text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(hasInk(" \n\u200b"), false);
 * assert.equal(hasInk(" x"), true);
 * ```
 */
export function hasInk(text: string): boolean {
  return INK.test(text);
}
