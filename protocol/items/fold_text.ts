/** What counts of a text that usually does not, and the other way round. */
interface FoldOptions {
  /** Whether capitals count. */
  matchCase?: boolean;
  /** Whether accents and points of vowels do not. */
  ignoreAccents?: boolean;
}

/** Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic: never the vowels of scripts that have them as signs. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u0670]/g;

/**
 * A text without what does not count: case, spaces around it, how many stand between words, how accents are encoded.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(foldText("  Caf\u0065\u0301  au lait"), "café au lait");
 * assert.equal(foldText("Café", { matchCase: true, ignoreAccents: true }), "Cafe");
 * ```
 */
export function foldText(text: string, { matchCase = false, ignoreAccents = false }: FoldOptions = {}): string {
  const spaced = text.normalize("NFC").trim().replace(/\s+/g, " ");
  const cased = matchCase ? spaced : spaced.toLowerCase();
  return ignoreAccents ? cased.normalize("NFD").replace(ACCENTS, "").normalize("NFC") : cased;
}
