const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The number that a person typed, or null where it does not read as one. Digits of any script count, a comma is a
 * decimal point, and every sign that looks like a minus is one: word processors and phones make dashes of hyphens. What
 * only turns the direction of writing, as keyboards for Arabic and Hebrew put it, says nothing. Separators of thousands are
 * not taken: "1,234" is 1.234 to half of the world.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(readNumber(" −5,5 "), -5.5);
 * assert.equal(readNumber("١٢٣"), 123);
 * assert.equal(readNumber("1,234.5"), null);
 * ```
 */
export function readNumber(text: string): number | null {
  const plain = text.replace(/\p{Cf}/gu, "").trim()
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\u2010-\u2014−﹘﹣－➖]/gu, "-")
    .replace(/[＋﹢]/g, "+")
    .replace(/[,，﹐٫．﹒]/, ".");
  const value = NUMBER.test(plain) ? Number(plain) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** Unicode keeps the ten digits of a script in a row, from its zero; several such rows may touch. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - 1 - before))) before++;
  return String(before % 10);
}
