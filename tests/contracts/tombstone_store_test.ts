import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import type { Tombstone } from "../../server/store/tombstone_store.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[ST23] what is left of a removed attempt is read as it stands", async ({ kv }) => {
  const { tombstones, commit } = createStores(kv);
  const begun: Tombstone = {
    attempt_id: "a",
    exam_id: "exam",
    removed: "events",
    cause: "retention",
    is_done: false,
    at: 1_800_000_000_000,
    state: "submitted",
    ended_at: null,
    chain: "a".repeat(64),
    counts: { entries: 4, batches: 2, answered: 1, flags: 0 },
  };
  for (const tombstone of [begun, { ...begun, is_done: true }]) {
    await commit([tombstones.put(tombstone)]);
    assert.deepEqual(await tombstones.get("a"), tombstone);
  }
  assert.equal(await tombstones.get("b"), null);
});
