import assert from "node:assert/strict";
import type { Snapshot } from "../../server/store/snapshot_store.ts";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

const snapshot = (n: number, answer = "because"): Snapshot => ({
  n,
  lastT: 1_000,
  score: { scorer_version: "1", sums: [1, 2.5, null] },
  report: null,
  answers: { q1: answer },
  question: "q1",
  timeline: [[0, 0], [1_000, 12.5]],
  clock: { startedAt: 1_800_000_000_000, deadline: 1_800_003_600_000, isStopped: false },
  actions: [],
});

/** A text over a value's size, however it is packed. */
const long = () => Array.from({ length: 70_000 }, () => String.fromCharCode(0x4e00 + Math.random() * 20_000)).join("");

onEveryStore("[ST18] the last snapshot of an attempt is read, of any size, until it is removed", async ({ kv }) => {
  const { snapshots, commit } = createStores(kv);
  const parts = async () => (await Array.fromAsync(kv.list({ prefix: ["part"] }))).length;
  for (const one of [snapshot(64), snapshot(128, long()), snapshot(192, long()), snapshot(256)]) {
    const change = snapshots.put("a", one);
    assert.equal(change.isInParts, one.answers.q1.length > 10_000);
    await commit(change.mutations);
    await change.tidy();
    assert.deepEqual((await snapshots.get("a")).snapshot, one);
    assert.equal(await parts(), change.mutations.length - 1);
  }
  await commit(snapshots.put("a", snapshot(300, long())).mutations);
  await snapshots.remove("a");
  assert.deepEqual([(await snapshots.get("a")).lastWord, await parts()], [null, 0]);
});

onEveryStore("[ST19] a snapshot that cannot be read counts as none", async ({ kv }) => {
  const { snapshots, commit } = createStores(kv);
  await kv.set(["snapshot", "worn"], new TextEncoder().encode('{"n": "64"}'));
  await kv.set(["snapshot", "torn"], new Uint8Array([1, 255, 255, 255]));
  await commit(snapshots.put("holed", snapshot(64, long())).mutations);
  const [part] = await Array.fromAsync(kv.list({ prefix: ["part", "snapshot", "holed"] }));
  await kv.delete(part.key);
  for (const attemptId of ["worn", "torn", "holed", "none"]) {
    assert.deepEqual(await snapshots.get(attemptId), { snapshot: null, lastWord: null });
  }
});
