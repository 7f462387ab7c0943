import assert from "node:assert/strict";
import { newId } from "../../../server/auth/tokens.ts";
import { decodeBase32, encodeBase32 } from "../../../server/evidence/base32.ts";
import { readReceipt, readReceipts, writeReceipt } from "../../../server/evidence/receipt_text.ts";
import { SignatureCheck } from "../../../server/evidence/signature_check.ts";
import { makeEvidenceSecret, Signer } from "../../../server/evidence/signing.ts";
import { receiptStatement } from "../../../server/evidence/statements.ts";

const signer = new Signer(makeEvidenceSecret());
const END = { attemptId: newId(), n: 70_000, chain: "0a".repeat(32) };

Deno.test("[EV4] a receipt says attempt, entry and hash, signed, in 24 groups of 8 characters", () => {
  const text = writeReceipt(signer, END);
  assert.match(text, /^([0-9A-HJKMNP-TV-Z]{8}-){23}[0-9A-HJKMNP-TV-Z]{8}$/);
  const { signature, ...end } = readReceipt(text) ?? {};
  assert.deepEqual(end, END);
  assert.ok(new SignatureCheck(signer.key).isOf(receiptStatement(END), signature ?? ""));
  assert.equal(writeReceipt(signer, END), text, "the same each time");
});

Deno.test("[EV4] a receipt is read however it was copied, and no slip of the pen is", () => {
  const text = writeReceipt(signer, END);
  const copies = [
    text.toLowerCase(),
    text.replaceAll("-", " "),
    text.replaceAll("-", ""),
    text.replaceAll("0", "O").replaceAll("1", "l"),
    ` ${text}\r\n`,
    text.replaceAll("-", "–"), // an editor's dashes
    text.replaceAll("-", "\u2011"),
    `\ufeff"${text.replaceAll("-", "\u00ad-\u200b")}"`, // out of a PDF, as a citation
    `> ${text.slice(0, 100)}\n> ${text.slice(100)}`,
  ];
  for (const copy of copies) assert.deepEqual(readReceipt(copy), readReceipt(text), copy);
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "-") continue;
    const slip = text.slice(0, index) + (text[index] === "Z" ? "Y" : "Z") + text.slice(index + 1);
    assert.equal(readReceipt(slip), null, `character ${index}`);
  }
  for (const none of ["", "receipt", text.slice(1), `${text}A`, text.replace(/.$/, "U")]) {
    assert.equal(readReceipt(none), null);
  }
});

Deno.test("[EV4] a file of receipts holds them one after the other, on one line or on several", () => {
  const one = writeReceipt(signer, END);
  const two = writeReceipt(signer, { ...END, n: 2 });
  const wrapped = two.match(/.{1,36}/g)?.join("\n");
  const read = readReceipts(`\n${one}\r\n${wrapped}\n\n${one.slice(0, 90)}\n\n${two}`);
  assert.deepEqual(read.map(({ line, receipt }) => [line, receipt?.n]), [[2, 70_000], [3, 2], [10, undefined], [
    12,
    2,
  ]]);
  const mailed = `> ${one}\n>\n> ${two.slice(0, 72)}\n> ${two.slice(72)}`;
  assert.deepEqual(readReceipts(mailed).map(({ line, receipt }) => [line, receipt?.n]), [[1, 70_000], [3, 2]]);
  assert.deepEqual(readReceipts("\n \n"), []);
});

Deno.test("decodeBase32() gives back what encodeBase32() took", () => {
  for (let length = 0; length < 20; length++) {
    const bytes = crypto.getRandomValues(new Uint8Array(length));
    assert.deepEqual(decodeBase32(encodeBase32(bytes)), bytes);
  }
});
