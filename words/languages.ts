import { counted as germanCounted } from "./de/counted.ts";
import { de } from "./de.ts";
import { counted as englishCounted } from "./en/counted.ts";
import { en } from "./en.ts";
import type { Words } from "./words.ts";

/** English: for whoever names no language that there is. */
export const ENGLISH: Words = {
  language: { tag: "en", locale: "en-GB", name: "English", direction: "ltr" },
  counted: englishCounted,
  sentences: en,
};

/** Every language there is. A new one is its file and its line here. */
export const LANGUAGES: readonly Words[] = [
  ENGLISH,
  {
    language: { tag: "de", locale: "de", name: "Deutsch", direction: "ltr" },
    counted: germanCounted,
    sentences: de,
  },
];

/** Languages of an `Accept-Language` header that are looked at, at most. */
const MOST_ASKED = 20;

/**
 * Words of the first language that there is, by tag or by its first part.
 *
 * @param tags BCP 47 tags, the most wanted first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(wordsOf(["fr", "de-AT", "en"]).language.tag, "de");
 * ```
 */
export function wordsOf(tags: readonly string[]): Words {
  for (const tag of tags) {
    const [first] = tag.toLowerCase().split("-");
    const found = LANGUAGES.find(({ language }) => language.tag === first);
    if (found !== undefined) return found;
  }
  return ENGLISH;
}

/**
 * Tags of an `Accept-Language` header (RFC 9110, 12.5.4), the most wanted first; none for a header that says nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { de } from "./de.ts";
 *
 * assert.deepEqual(acceptedTags("en;q=0.5, de-AT, fr;q=0"), ["de-AT", "en"]);
 * ```
 */
export function acceptedTags(header: string | null): string[] {
  return (header ?? "").split(",", MOST_ASKED)
    .map((part) => {
      const [tag, quality] = part.trim().split(/\s*;\s*q\s*=\s*/i, 2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
