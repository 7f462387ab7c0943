/** An insert below this many characters is a word completed, corrected or swiped. From here on `external_text` asks where it is from. */
export const LEAST_INSERT = 20;
/** A composition commits a clause at most; `external_text` judges a longer one. */
export const LONGEST_COMPOSITION = 64;
/** Most characters that one spoken phrase brings; `external_text` judges a longer one. */
export const LONGEST_PHRASE = 400;

/**
 * Whether so many characters of an edit are small enough to have been typed. Larger ones are text that arrived: they are
 * the matter of `external_text`, and every character is judged by one signal only.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(isTypedPiece(19, "typing"), true);
 * assert.equal(isTypedPiece(19, "paste"), false);
 * assert.equal(isTypedPiece(62, "composition"), true);
 * ```
 */
export function isTypedPiece(characters: number, input: string | undefined): boolean {
  switch (input) {
    case "paste":
    case "drop":
      return false;
    case "composition":
      return characters <= LONGEST_COMPOSITION;
    case "dictation":
      return characters <= LONGEST_PHRASE;
    default:
      return characters < LEAST_INSERT;
  }
}
