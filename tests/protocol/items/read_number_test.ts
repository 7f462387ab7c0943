import assert from "node:assert/strict";
import { readNumber } from "../../../protocol/items/read_number.ts";

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
  ];
  for (const [text, value] of read) assert.equal(readNumber(text), value, text);
});

Deno.test("[IT6] what may mean two numbers, or none, is not read as one", () => {
  for (
    const text of ["", " ", "1,234.5", "1.2×10^3", "10²", "5 m", "--5", "e5", "1 000", "Infinity", "0x10", "1e999"]
  ) {
    assert.equal(readNumber(text), null, text);
  }
});
