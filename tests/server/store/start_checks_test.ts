import assert from "node:assert/strict";
import { readSettings } from "../../../server/config.ts";
import { openStore } from "../../../server/store/open_store.ts";

const SECRET = "a-secret-of-the-tests-0123456789";

Deno.test("[CL22] on Deploy a start without a database of its own is refused with a sentence", async () => {
  const settings = { ...readSettings({ DENO_DEPLOY: "true", INVIGIL_SECRET: SECRET }), kv: ":memory:" };
  await assert.rejects(
    openStore(settings),
    (error) => error instanceof RangeError && /no KV database is assigned/.test(error.message),
  );
});

Deno.test("[CL22] on Deploy a start without a secret is refused with a sentence", () => {
  for (const name of ["DENO_DEPLOY", "DENO_DEPLOYMENT_ID"]) {
    assert.throws(() => readSettings({ [name]: "true" }), /INVIGIL_SECRET must be set on Deno Deploy/);
  }
});

Deno.test("[CL22] a KV server's limits hold on Deploy and wherever the store is an address", () => {
  assert.equal(readSettings({ DENO_DEPLOY: "true", INVIGIL_SECRET: SECRET }).isKvRemote, true);
  assert.equal(readSettings({ INVIGIL_KV: "https://kv.example.org" }).isKvRemote, true);
  assert.equal(readSettings({ INVIGIL_KV: "/var/lib/invigil.kv" }).isKvRemote, false);
});
