import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[ST13] deadlines come in the order of time, up to a moment", async ({ kv }) => {
  const { deadlines, commit } = createStores(kv);
  const at = (deadlineMs: number, attemptId: string) => ({ deadlineMs, attemptId });
  const all = [at(9, "e"), at(100, "a"), at(99.5, "b"), at(1_800_000_000_000, "c"), at(100, "d")];
  await commit(all.map((deadline) => deadlines.put(deadline)));
  assert.deepEqual(await deadlines.listBefore(100, 10), [all[0], all[2]]);
  assert.deepEqual(await deadlines.listBefore(101, 3), [all[0], all[2], all[1]]);
  await commit([deadlines.remove(all[0])]);
  assert.deepEqual(await deadlines.listBefore(2_000_000_000_000, 10), [all[2], all[1], all[4], all[3]]);
});
