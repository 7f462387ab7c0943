import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore(
  "[ST56] a secret is made once, also by instances that start at the same moment",
  async ({ kv, another }) => {
    const stores = [createStores(kv), createStores(await another())];
    const secrets = await Promise.all(
      [0, 1, 2, 3].map((index) => stores[index % 2].secrets.ensure("session", () => `made by ${index}`)),
    );
    assert.equal(new Set(secrets).size, 1);
    assert.equal(await stores[1].secrets.ensure("session", () => "another"), secrets[0]);
    assert.equal(await stores[1].secrets.ensure("other", () => "another"), "another");
  },
);
