/** Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar: scripts that are written without spaces between words. */
const UNSPACED = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/**
 * Words of a text, as word processors count: runs without white space that have a letter or digit. Where a script sets no
 * spaces, the browser's dictionary says what a word is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(countWords("three-four, a — b"), 3);
 * assert.equal(countWords("光合作用是植物"), 3);
 * ```
 */
export function countWords(text: string): number {
  const runs = (text.match(/\S+/g) ?? []).filter((run) => /[\p{L}\p{N}]/u.test(run));
  if (!UNSPACED.test(text)) return runs.length;
  const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
  const wordsIn = (run: string) => Array.from(segmenter.segment(run)).filter(({ isWordLike }) => isWordLike).length;
  return runs.reduce((count, run) => count + (UNSPACED.test(run) ? wordsIn(run) : 1), 0);
}
