import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { scryptAsync } from "@noble/hashes/scrypt.js";
import { weaknessOf } from "../../../server/auth/password_strength.ts";
import { ENGLISH } from "../../../words/languages.ts";
import { refusalText } from "../../../words/refusal.ts";
import { generatePassword, Passwords, SCRYPT_COST } from "../../../server/auth/passwords.ts";
import { Refusal } from "../../../server/errors.ts";

const CHEAP = { logN: 4, r: 8, p: 1 };

Deno.test("[AU3] a password is kept as scrypt at OWASP's cost, which an independent implementation agrees with", async () => {
  assert.deepEqual(SCRYPT_COST, { logN: 15, r: 8, p: 3 });
  const phc = await new Passwords().hash("correct horse battery");
  const [, id, cost, salt, hash] = phc.split("$");
  assert.equal(`${id} ${cost}`, "scrypt ln=15,r=8,p=3");
  const expected = await scryptAsync("correct horse battery", Buffer.from(salt, "base64"), {
    N: 2 ** 15,
    r: 8,
    p: 3,
    dkLen: 32,
  });
  assert.equal(hash, Buffer.from(expected).toString("base64").replace(/=+$/, ""));
});

Deno.test("[AU3] only the password itself verifies, on any keyboard's spelling", async () => {
  const passwords = new Passwords({ cost: CHEAP });
  const phc = await passwords.hash("Zürich bei Nacht"); // ü as one character
  assert.equal(await passwords.verify("Zürich bei Nacht", phc), true);
  assert.equal(await passwords.verify("Zu\u0308rich bei Nacht", phc), true); // ü as u and ¨
  for (const wrong of ["zürich bei Nacht", "Zürich bei Nacht ", "", "Zürich bei Nach"]) {
    assert.equal(await passwords.verify(wrong, phc), false, wrong);
  }
});

Deno.test("[AU3] equal passwords have different hashes", async () => {
  const passwords = new Passwords({ cost: CHEAP });
  assert.notEqual(await passwords.hash("correct horse battery"), await passwords.hash("correct horse battery"));
});

Deno.test("[AU4] no account's password verifies, whatever it is", async () => {
  const passwords = new Passwords({ cost: CHEAP });
  for (const tried of ["", "correct horse battery", "\0"]) assert.equal(await passwords.verify(tried, null), false);
});

Deno.test("[AU3] a hash of another cost is outdated and still verifies", async () => {
  const phc = await new Passwords({ cost: CHEAP }).hash("correct horse battery");
  const today = new Passwords({ cost: { logN: 5, r: 8, p: 1 } });
  assert.equal(today.isOutdated(phc), true);
  assert.equal(today.isOutdated(await today.hash("correct horse battery")), false);
  assert.equal(await today.verify("correct horse battery", phc), true);
});

Deno.test("[AU3] a damaged hash is an error, never a match", async () => {
  await assert.rejects(() => new Passwords({ cost: CHEAP }).verify("x", "$scrypt$ln=4$"), RangeError);
});

Deno.test("[AU5] a storm of sign-ins waits in a bounded queue; who finds it full is told to come back", async () => {
  const passwords = new Passwords({ cost: CHEAP, parallel: 2, maxWaiting: 3 });
  const results = await Promise.allSettled(Array.from({ length: 9 }, () => passwords.verify("x", null)));
  const refused = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
  assert.equal(refused.length, 9 - 2 - 3);
  for (const reason of refused) {
    assert.ok(reason instanceof Refusal);
    assert.equal(reason.code, "rate_limited");
    assert.equal(reason.retryAfterSeconds, 5);
  }
  assert.equal(await passwords.verify("x", null), false); // and the queue serves again
});

Deno.test("[AU6] a weak password is refused with the reason", () => {
  for (
    const [password, username, reason] of [
      ["short", "amina", /10 characters or more; this one has 5/],
      ["👩🏽‍🎓👩🏽‍🎓", "amina", /10 characters or more/],
      ["aaaaaaaaaaaa", "amina", /4 different characters/],
      ["1212121212", "amina", /4 different characters/],
      ["password123", "amina", /first/],
      ["PASSWORD2026!", "amina", /first/],
      ["1234567890", "amina", /first/],
      ["qwertyuiop", "amina", /first/],
      ["changeme-1", "amina", /first/],
      ["amina.haddad", "amina.haddad", /name of the account/],
      ["Amina.Haddad99", "amina.haddad", /name of the account/],
      ["amina.haddad", "amina.haddad@example.org", /name of the account/],
    ] as const
  ) {
    const weakness = weaknessOf(password, username);
    assert.match(weakness === null ? "taken" : refusalText(weakness, ENGLISH), reason, password);
  }
});

Deno.test("[AU6] a long phrase is taken without rules of composition", () => {
  for (const password of ["correct horse battery", "drei rote Äpfel", "администратор зала", "x7#Lp!2qRz"]) {
    assert.equal(weaknessOf(password, "amina"), null, password);
  }
});

Deno.test("[AU6] passwords that are made up are strong and never alike", () => {
  const made = Array.from({ length: 200 }, generatePassword);
  assert.equal(new Set(made).size, made.length);
  for (const password of made) {
    assert.match(password, /^[a-km-np-z2-9]{5}(-[a-km-np-z2-9]{5}){3}$/);
    assert.equal(weaknessOf(password, "admin"), null);
  }
});
