/** A power of ten behind a number: `e3`, ` ×10^3`. */
const EXPONENT = /^(?:e([+-]?\d+)| ?[x×·⋅∙*] ?10 ?\^ ?([+-]?\d+))/i;

/** Separators that can mean nothing else: spaces and apostrophes, … */
const PARTED = [/^[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?$/, /^[1-9]\d{0,2}(?:'\d{3})+(?:[.,]\d+)?$/];

/** … and commas or points that stand several times, or before the other sign. In India most groups are of two. */
const COMMAS = /^[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$|^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const POINTS = /^[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;

/** A unit begins with a letter or a sign that is one, and no number stands by itself in it: "5 or 6" has none. */
const UNIT = /^(?:$|(?=[\p{L}\p{Sc}%‰°′″/])(?!.* \d))/u;

/** A number and what stands behind it. */
export interface Quantity {
  value: number;
  /** As it was typed, without spaces around it; empty where there is none. */
  unit: string;
}

/**
 * The number that a person typed, or null where it does not read as one. Digits of any script count, a comma is a
 * decimal point, and every sign that looks like a minus is one: word processors and phones make dashes of hyphens. What
 * only turns the direction of writing, as keyboards for Arabic and Hebrew put it, says nothing. A power of ten is read
 * as `1.2e3`, `1.2×10^3` and `1.2·10³`.
 *
 * Separators of thousands are taken only where they can mean nothing else. "1,234" is 1.234 to half of the world, and is
 * read so.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(readNumber(" −5,5 "), -5.5);
 * assert.equal(readNumber("١٢٣"), 123);
 * assert.equal(readNumber("1,234.5"), 1234.5);
 * assert.equal(readNumber("12,34"), 12.34);
 * assert.equal(readNumber("5 m"), null);
 * ```
 */
export function readNumber(text: string): number | null {
  const quantity = readQuantity(text);
  return quantity === null || quantity.unit !== "" ? null : quantity.value;
}

/**
 * The number that a person typed and the unit behind it, or null where it does not begin with a number, or what stands
 * behind is no unit.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(readQuantity("22,2 m/s"), { value: 22.2, unit: "m/s" });
 * assert.equal(readQuantity("5 or 6"), null);
 * ```
 */
export function readQuantity(text: string): Quantity | null {
  const plain = plainText(text);
  const [, sign, digits] = /^([+-]? ?)(\d[\d.,' ]*|[.,]\d+)?/.exec(plain) ?? [];
  if (digits === undefined) return null;
  // Spaces and marks at its end belong to what follows; "5," is still five.
  const mantissa = digits.replace(/[ ']+$/, "");
  const behind = plain.slice(sign.length + mantissa.length);
  const [whole = "", one, other] = EXPONENT.exec(behind) ?? [];
  const unit = behind.slice(whole.length).trim();
  const decimal = decimalOf(mantissa);
  if (decimal === null || !UNIT.test(unit)) return null;
  const value = Number(`${sign.trim()}${decimal}e${one ?? other ?? 0}`);
  return Number.isFinite(value) ? { value, unit } : null;
}

/**
 * What of a unit counts where two are compared: not its spaces, nor how powers and products are written. Capitals do: mW is no MW.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(unitKey("m / s²"), unitKey("m/s^2"));
 * ```
 */
export function unitKey(unit: string): string {
  return plainText(unit).normalize("NFKC").replace(/[\s^]/g, "").replace(/[−]/g, "-").replace(/[⋅∙•*×]/g, "·");
}

/** Digits with a point, as a program reads them; null for what has separators that may mean two things. */
function decimalOf(digits: string): string | null {
  if (/^(?:\d+[.,]?\d*|[.,]\d+)$/.test(digits)) return digits.replace(",", ".");
  if (PARTED.some((form) => form.test(digits))) return digits.replaceAll(/[ ']/g, "").replace(",", ".");
  if (COMMAS.test(digits)) return digits.replaceAll(",", "");
  return POINTS.test(digits) ? digits.replaceAll(".", "").replace(",", ".") : null;
}

/** A text with the digits, signs and spaces of a program in place of those of a script or a word processor. */
function plainText(text: string): string {
  return text.replace(/\p{Cf}/gu, "").trim()
    .replace(/\s/g, " ")
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\u2010-\u2014−﹘﹣－➖]/gu, "-")
    .replace(/[＋﹢]/g, "+")
    .replace(/[，﹐٫]/g, ",")
    .replace(/[．﹒]/g, ".")
    .replace(/[’٬]/g, "'")
    .replace(/(?<=10)[⁺⁻⁰¹²³⁴-⁹]+/g, (power) => `^${power.normalize("NFKC").replace("−", "-")}`);
}

/** Unicode keeps the ten digits of a script in a row, from its zero; several such rows may touch. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - 1 - before))) before++;
  return String(before % 10);
}
