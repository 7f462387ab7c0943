import assert from "node:assert/strict";
import { EMBEDDED_LIMITS } from "../../server/store/committer.ts";
import { claim } from "../../server/store/instance_log.ts";
import { set } from "../../server/store/mutation.ts";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[CL29] behind a claim nothing is committed until its owner has heard of it", async ({ kv, another }) => {
  const { ownLog, commit, committer } = createStores(kv, "one");
  const there = createStores(await another(), "two");
  const told: [string, number][] = [];
  ownLog.onClaimed = (attemptId, epoch) => told.push([attemptId, epoch]);
  const commits = committer(EMBEDDED_LIMITS);
  const fence = await ownLog.openFence();
  assert.equal((await commits.commit([set(["a"], 1)], fence)).ok, true);
  await there.commit([...claim("one", "x", 7), ...claim("one", "y", 2)]);
  const late = await Promise.all(["b", "c", "d"].map((key) => commits.commit([set([key], 1)], fence)));
  assert.deepEqual(late.map(({ ok }) => ok), [false, false, false]);
  assert.deepEqual(await Promise.all(late.map(() => ownLog.hasMoved(fence))), [true, true, true]);
  assert.deepEqual(told, [["x", 7], ["y", 2]]);
  assert.equal((await commits.commit([set(["b"], 1)], ownLog.fence)).ok, true);
  assert.equal(await commit([set(["e"], 1)]) === null, false);
  assert.deepEqual(await Array.fromAsync(kv.list({ prefix: ["log_claim"] })), [], "what was told is gone");
});

onEveryStore("[CL29] a commit that is refused for another reason has no fence that moved", async ({ kv }) => {
  const { ownLog } = createStores(kv, "one");
  const fence = await ownLog.openFence();
  assert.equal(await ownLog.hasMoved(fence), false);
  assert.equal(await ownLog.openFence(), fence);
});

onEveryStore("[CL30] the owner of a retired log hears of it, and may begin anew", async ({ kv, another }) => {
  const { ownLog, committer } = createStores(kv, "one");
  const there = createStores(await another(), "two");
  let isRetired = false;
  ownLog.onRetired = () => isRetired = true;
  const fence = await ownLog.openFence();
  await there.commit(claim("one", "x", 1));
  await there.retireLog("one");
  await there.commit(claim("one", "y", 1));
  const commits = committer(EMBEDDED_LIMITS);
  assert.equal((await commits.commit([set(["a"], 1)], fence)).ok, false);
  assert.equal(await ownLog.hasMoved(fence), true);
  assert.equal(isRetired, true);
  assert.equal((await commits.commit([set(["a"], 1)], await ownLog.openFence())).ok, true);
  assert.deepEqual(await Array.fromAsync(kv.list({ prefix: ["log_claim"] })), []);
});
