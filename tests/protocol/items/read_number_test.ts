import assert from "node:assert/strict";
import fc from "fast-check";
import { readNumber, readQuantity } from "../../../protocol/items/read_number.ts";

Deno.test("[IT6] a number is read as it is written in the world: any digits, a comma, a true minus sign", () => {
  const read: [string, number][] = [
    ["−5", -5],
    ["１２３", 123],
    ["١٢٣", 123],
    ["۱۲٫۵", 12.5],
    ["१२३", 123],
    ["𝟙𝟚", 12],
    [" +12,5 ", 12.5],
    [".5", 0.5],
    ["5.", 5],
    ["6.02E23", 6.02e23],
    ["−1e−3", -0.001],
    ["–5", -5], // a dash: what an editor makes of a hyphen
    ["\u20115", -5],
    ["\u061c-٥", -5], // with the mark that a keyboard for Arabic puts before a sign
    ["-\u200f٥", -5],
    ["\u202a5\u202c", 5],
    ["１２，５", 12.5],
    ["1,234", 1.234], // a decimal comma, as half of the world has it
    ["1.234", 1.234],
    ["1,234.5", 1234.5],
    ["1.234.567,8", 1234567.8],
    ["1,234,567", 1234567],
    ["12,34,567.5", 1234567.5], // as in India
    ["1 234\u202f567,5", 1234567.5],
    ["1’234’567.5", 1234567.5],
    ["1.2×10^3", 1200],
    ["1,2 · 10⁻³", 0.0012],
    ["-6.02 x 10^23", -6.02e23],
  ];
  for (const [text, value] of read) assert.equal(readNumber(text), value, text);
});

Deno.test("[IT6] what may mean two numbers, or none, is not read as one", () => {
  for (
    const text of [
      "",
      " ",
      "1,23.4",
      "1.23,4",
      "0,123,456",
      "1,2,3",
      "1 23",
      "12 34 567",
      "1  000",
      "1 234'567",
      "10²",
      "5 m",
      "--5",
      "e5",
      "Infinity",
      "0x10",
      "1e999",
    ]
  ) {
    assert.equal(readNumber(text), null, text);
  }
});

Deno.test("[IT63] any number is read back from every way of writing it that there is, and its unit with it", () => {
  const groups = (digits: string, separator: string) => digits.replace(/\B(?=(\d{3})+$)/g, separator);
  const unit = fc.constantFrom("", "m", "km/h", "m/s²", "%", "°C", "Ω", "kg m^2", "€");
  const written = fc.record({
    whole: fc.nat(999_999_999),
    decimals: fc.stringMatching(/^\d{0,4}$/),
    isNegative: fc.boolean(),
    separator: fc.constantFrom("", " ", "\u202f", "'", ",", "."),
    unit,
  });
  fc.assert(fc.property(written, ({ whole, decimals, isNegative, separator, unit }) => {
    const point = separator === "." ? "," : ".";
    const parted = groups(String(whole), separator);
    // One comma alone, or one point, is a decimal sign.
    fc.pre(!/[.,]/.test(separator) || whole < 1_000 || whole >= 1_000_000 || decimals !== "");
    const text = `${isNegative ? "−" : ""}${parted}${decimals === "" ? "" : point + decimals}`;
    const value = Number(`${isNegative ? "-" : ""}${whole}.${decimals || 0}`);
    assert.equal(readNumber(text), value, text);
    assert.deepEqual(readQuantity(`${text} ${unit}`), { value, unit }, text);
  }));
});

Deno.test("[IT63] whatever is typed is a finite number with a unit, or none", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[-+ 0-9.,'e^×a-z/]{0,20}$/)), (text) => {
      const read = readQuantity(text);
      assert.ok(read === null || Number.isFinite(read.value));
      assert.equal(readNumber(text), read?.unit === "" ? read.value : null);
    }),
  );
});
