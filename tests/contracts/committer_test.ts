import assert from "node:assert/strict";
import { REMOTE_LIMITS } from "../../server/store/committer.ts";
import { createStores } from "../../server/store/stores.ts";
import { batchEntry, chain } from "../support/log_entries.ts";
import { headOf, recordOf } from "../support/stored_attempt.ts";
import { onEveryStore } from "./open_stores.ts";

const [first, second] = chain([batchEntry(1), batchEntry(2)]);

onEveryStore("[EL6] a writer whose head was changed by another writes nothing", async ({ kv, another }) => {
  const { attempts, log, commit, committer } = createStores(kv);
  const versionstamp = await commit(attempts.insert(recordOf("a"), headOf())) ?? "";
  const there = createStores(await another());
  const taken = await there
    .committer(REMOTE_LIMITS)
    .commit([...there.log.insert("a", 1, first.bytes), ...attempts.replaceHead("a", versionstamp, headOf(first.end))]);
  assert.equal(taken.ok, true);
  const late = await committer(REMOTE_LIMITS)
    .commit([...log.insert("a", 2, second.bytes), ...attempts.replaceHead("a", versionstamp, headOf(second.end))]);
  assert.deepEqual(late, { ok: false, reason: "stale" });
  assert.equal((await Array.fromAsync(log.read("a"))).length, 1);
  assert.deepEqual(await attempts.getHead("a"), {
    head: headOf(first.end),
    versionstamp: taken.ok ? taken.versionstamp : "",
  });
});

onEveryStore("[EL7] one stale attempt of a group holds up no other", async ({ kv }) => {
  const { attempts, commit, committer } = createStores(kv);
  await commit(attempts.insert(recordOf("stale"), headOf()));
  const commits = committer(REMOTE_LIMITS);
  const results = await Promise.all(
    ["a", "b", "stale", "c"].map((attemptId) => commits.commit(attempts.insert(recordOf(attemptId), headOf()))),
  );
  assert.deepEqual(results.map((result) => result.ok), [true, true, false, true]);
});

onEveryStore("[EL8] a group of attempts is one atomic, within the store's limits", async ({ kv }) => {
  const { attempts, committer } = createStores(kv);
  const commits = committer(REMOTE_LIMITS);
  const groups: number[] = [];
  commits.onCommit = (_, changes) => groups.push(changes);
  const all = Array.from({ length: 25 }, (_, index) => `a${index}`);
  await Promise.all(all.map((attemptId) => commits.commit(attempts.insert(recordOf(attemptId), headOf()))));
  assert.deepEqual(groups.sort((a, b) => b - a), [10, 10, 5]);
  assert.equal((await attempts.getMany(all)).length, 25);
});

onEveryStore("[EL8] large changes go in as many atomics as the store's limits ask for", async ({ kv }) => {
  const { attempts, log, committer } = createStores(kv);
  const commits = committer({ ...REMOTE_LIMITS, bytes: 400_000 });
  const groups: number[] = [];
  commits.onCommit = (_, changes) => groups.push(changes);
  const noise = () => crypto.getRandomValues(new Uint8Array(50_000));
  await Promise.all(Array.from({ length: 10 }, (_, index) => {
    const entries = [1, 2, 3].flatMap((n) => log.insert(`a${index}`, n, noise()));
    return commits.commit([...attempts.insert(recordOf(`a${index}`), headOf()), ...entries]);
  }));
  assert.deepEqual(groups, [2, 2, 2, 2, 2]);
});
