import assert from "node:assert/strict";
import { acceptedStep, newTotpSecret, totpCode, totpStep, totpUri } from "../../../server/auth/totp.ts";

/** RFC 6238's key "12345678901234567890" in base32. */
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

Deno.test("[AU7] one-time codes are those of RFC 6238, appendix B", () => {
  for (
    const [seconds, code] of [
      [59, "287082"],
      [1111111109, "081804"],
      [1111111111, "050471"],
      [1234567890, "005924"],
      [2000000000, "279037"],
      [20000000000, "353130"],
    ] as const
  ) {
    assert.equal(totpCode(RFC_SECRET, totpStep(seconds * 1000)), code);
  }
});

Deno.test("[AU7] a code is good for its step and one either way, for clocks that are off", () => {
  const nowMs = 1_700_000_000_000;
  const step = totpStep(nowMs);
  for (const off of [-3, -2, -1, 0, 1, 2, 3]) {
    const expected = Math.abs(off) <= 1 ? step + off : null;
    assert.equal(acceptedStep(RFC_SECRET, totpCode(RFC_SECRET, step + off), nowMs, null), expected, `${off} steps off`);
  }
});

Deno.test("[AU7] a code, once used, is refused, and so is every older one", () => {
  const nowMs = 1_700_000_000_000;
  const step = totpStep(nowMs);
  assert.equal(acceptedStep(RFC_SECRET, totpCode(RFC_SECRET, step), nowMs, step), null);
  assert.equal(acceptedStep(RFC_SECRET, totpCode(RFC_SECRET, step - 1), nowMs, step), null);
  assert.equal(acceptedStep(RFC_SECRET, totpCode(RFC_SECRET, step + 1), nowMs, step), step + 1);
});

Deno.test("[AU7] what is no code is refused", () => {
  for (const code of ["", "28708", "2870822", "abcdef", "２８７０８２", "287082\0"]) {
    assert.equal(acceptedStep(RFC_SECRET, code, 59_000, null), null, code);
  }
  assert.equal(acceptedStep(RFC_SECRET, " 287082 ", 59_000, null), 1); // typed with a space
});

Deno.test("[AU7] secrets have 160 random bits in base32 and stand in the authenticator's address", () => {
  const secrets = Array.from({ length: 50 }, newTotpSecret);
  assert.equal(new Set(secrets).size, 50);
  for (const secret of secrets) assert.match(secret, /^[A-Z2-7]{32}$/);
  const uri = new URL(totpUri(secrets[0], "amina@example.org"));
  assert.equal(uri.protocol, "otpauth:");
  assert.equal(uri.searchParams.get("secret"), secrets[0]);
  assert.equal(uri.searchParams.get("issuer"), "Invigil");
  assert.throws(() => totpCode("not base32!", 1), RangeError);
});
