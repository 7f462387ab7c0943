import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[ST22] an attempt's actions are known as done until they are removed, however many", async ({ kv }) => {
  const { actions, commit } = createStores(kv);
  const ids = Array.from({ length: 1_200 }, (_, index) => `action-${index}`);
  for (let first = 0; first < ids.length; first += 400) {
    await commit(ids.slice(first, first + 400).map((id) => actions.put("one", id, 1_800_000_000_000)));
  }
  await commit([actions.put("two", "action-1", 1_800_000_000_000)]);
  assert.equal(await actions.has("one", "action-1199"), true);
  assert.equal(await actions.has("two", "action-2"), false);
  await actions.removeAll("one");
  assert.equal(await actions.has("one", "action-1"), false);
  assert.equal(await actions.has("two", "action-1"), true);
  assert.equal((await Array.fromAsync(kv.list({ prefix: [] }))).length, 1);
});
