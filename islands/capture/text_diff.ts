/** A change of a text: at an offset, so many characters went and these came. Offsets in UTF-16 code units. */
export interface TextChange {
  at: number;
  removed: number;
  inserted: string;
}

/**
 * The smallest change that turns `before` into `after`, or null where they are equal.
 *
 * Where several places fit (a third "a" in "aa"), the one that ends at the caret is taken, because that is where
 * the edit was made. A character outside the basic plane is never cut in half.
 *
 * @param caret Where the caret stands after the edit; the end of `after` where it is not known.
 *
 * @example
 * assert.deepEqual(textDiff("aa", "aaa", 1), { at: 0, removed: 0, inserted: "a" });
 * assert.equal(textDiff("same", "same"), null);
 */
export function textDiff(before: string, after: string, caret: number = after.length): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  // What stands behind the caret was there before: the suffix first, and not beyond the caret.
  const suffixMost = Math.min(shorter, after.length - Math.min(Math.max(caret, 0), after.length));
  let suffix = 0;
  while (
    suffix < suffixMost && before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix++;
  }
  let prefix = 0;
  while (prefix < shorter - suffix && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  // The caret may stand before the change (a redo, a drop): then the rest of the suffix is found here.
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) suffix++;
  if (splitsPair(before, prefix) || splitsPair(after, prefix)) prefix--;
  if (splitsPair(before, before.length - suffix) || splitsPair(after, after.length - suffix)) suffix--;
  return {
    at: prefix,
    removed: before.length - suffix - prefix,
    inserted: after.slice(prefix, after.length - suffix),
  };
}

/** Whether cutting before `index` parts the halves of one character. */
export function splitsPair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
