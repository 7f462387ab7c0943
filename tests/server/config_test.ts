import assert from "node:assert/strict";
import { readSettings } from "../../server/config.ts";

Deno.test("[HO10] without any variable a laptop is served from one file", () => {
  const settings = readSettings({});
  assert.deepEqual([settings.port, settings.hostname, settings.kv, settings.isDemo, settings.isKvRemote], [
    8_000,
    "127.0.0.1",
    "data/invigil.kv",
    false,
    false,
  ]);
});

Deno.test("[HO11] a wrong setting stops the start with a sentence that names it", () => {
  const wrong = [
    { PORT: "eighty" },
    { PORT: "70000" },
    { INVIGIL_DEMO: "maybe" },
    { INVIGIL_ORIGIN: "not an address" },
    { INVIGIL_JOINS_PER_MINUTE: "0" },
    { INVIGIL_SECRET: "changeme" },
    { INVIGIL_SECRET: "a".repeat(40) },
  ];
  for (const environment of wrong) {
    const [name] = Object.keys(environment);
    assert.throws(() => readSettings(environment), (error: Error) => error.message.startsWith(`Cannot start: ${name}`));
  }
});

Deno.test("[HO12] a weak secret is taken by a demo alone, and an empty variable counts as none", () => {
  const { secret } = readSettings({ INVIGIL_SECRET: "short", INVIGIL_DEMO: "on" });
  assert.ok(secret !== undefined && secret.length >= 32);
  assert.equal(readSettings({ INVIGIL_SECRET: "", INVIGIL_ADMIN_PASSWORD: "", PORT: "" }).secret, undefined);
});

Deno.test("[HO13] on Deploy the secret must be given", () => {
  assert.throws(() => readSettings({ DENO_DEPLOYMENT_ID: "x" }), /INVIGIL_SECRET must be set/);
});
