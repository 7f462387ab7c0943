import assert from "node:assert/strict";
import { hashToken, isSameText, newId, newToken, TokenSigner } from "../../../server/auth/tokens.ts";
import { SECRET } from "./auth_fixture.ts";

Deno.test("[AU8] a token has 256 random bits, is never alike, and is stored as its SHA-256", () => {
  const tokens = Array.from({ length: 500 }, newToken);
  assert.equal(new Set(tokens).size, 500);
  for (const token of tokens) assert.match(token, /^[A-Za-z0-9_-]{43}$/);
  assert.match(newId(), /^[A-Za-z0-9_-]{22}$/);
  assert.equal(hashToken("abc"), "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"); // FIPS 180-2, appendix B.1
});

Deno.test("[AU8] a signed token opens with its own secret and purpose only, whichever character is changed", () => {
  const signer = new TokenSigner(SECRET, "session");
  const token = newToken();
  const signed = signer.sign(token);
  assert.equal(signer.open(signed), token);
  assert.equal(new TokenSigner(`${SECRET}!`, "session").open(signed), null);
  assert.equal(new TokenSigner(SECRET, "other").open(signed), null);
  for (let at = 0; at < signed.length - 1; at++) {
    const changed = `${signed.slice(0, at)}${signed[at] === "A" ? "B" : "A"}${signed.slice(at + 1)}`;
    assert.equal(signer.open(changed), null, `character ${at}`);
  }
  for (const wrong of ["", ".", token, `${token}.`, `.${token}`, `${signed}x`, "x".repeat(10_000)]) {
    assert.equal(signer.open(wrong), null, wrong.slice(0, 50));
  }
});

Deno.test("[AU8] a short secret signs nothing", () => {
  assert.throws(() => new TokenSigner("short", "session"), /32 characters or more, got 5/);
});

Deno.test("isSameText() compares by content", () => {
  assert.equal(isSameText("äb", "äb"), true);
  assert.equal(isSameText("a", "ab"), false);
  assert.equal(isSameText("", ""), true);
});
