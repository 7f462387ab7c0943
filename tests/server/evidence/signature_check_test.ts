import assert from "node:assert/strict";
import * as browser from "../../../server/delivery/browser_crypto.ts";
import { base64urlOf } from "../../../server/evidence/base64.ts";
import { bytesOf, SignatureCheck } from "../../../server/evidence/signature_check.ts";
import { makeEvidenceSecret, Signer } from "../../../server/evidence/signing.ts";
import { proofStatement, type Statement } from "../../../server/evidence/statements.ts";

const STATEMENT: Statement = proofStatement(1, "0".repeat(64));

/** Points of so small an order that whoever has no key at all signs everything with them; some in two forms. */
const SMALL = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
].flatMap((point) => {
  const bytes = Uint8Array.from(point.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const other = bytes.slice();
  other[31] |= 0x80;
  return [bytes, other];
});

Deno.test("[EV45] [EV46] a key that is none signs nothing, by the server's library and by the browser's", () => {
  for (const key of SMALL) {
    for (const point of SMALL) {
      const signature = new Uint8Array(64);
      signature.set(point);
      const what = `${base64urlOf(key)} ${base64urlOf(point)}`;
      assert.ok(!new SignatureCheck({ public_key: base64urlOf(key) }).isOf(STATEMENT, base64urlOf(signature)), what);
      assert.ok(!browser.verify(null, bytesOf(STATEMENT), key, signature), what);
    }
  }
});

Deno.test("[EV46] both libraries take what was signed, and neither takes it in another form", () => {
  const signer = new Signer(makeEvidenceSecret());
  const check = new SignatureCheck(signer.key);
  const key = browser.createPublicKey({ key: { x: signer.key.public_key } });
  const signature = browser.createPublicKey({ key: { x: signer.sign(STATEMENT) } });
  /** The order of the group, little-endian: added to the second half it makes the same signature once more. */
  const order = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n;
  const again = signature.slice();
  let carry = 0n;
  for (let at = 0; at < 32; at++) {
    const sum = BigInt(again[32 + at]) + (order >> BigInt(8 * at) & 0xffn) + carry;
    again[32 + at] = Number(sum & 0xffn);
    carry = sum >> 8n;
  }
  const forms: [Uint8Array, boolean][] = [
    [signature, true],
    [again, false],
    [signature.subarray(0, 63), false],
    [new Uint8Array(65), false],
    [new Uint8Array(), false],
  ];
  for (const [form, isTaken] of forms) {
    assert.equal(check.isOf(STATEMENT, base64urlOf(form)), isTaken);
    assert.equal(browser.verify(null, bytesOf(STATEMENT), key, form), isTaken);
  }
});
