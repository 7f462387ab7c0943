import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { batchEntry, chain } from "../support/log_entries.ts";
import { headOf, recordOf } from "../support/stored_attempt.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[ST24] all that is kept can be read and put into another store", async ({ kv }) => {
  const { whole, attempts, examAttempts, flags, instances, log, commit } = createStores(kv);
  assert.equal(await whole.isEmpty(), true);
  const linked = chain([batchEntry(1), batchEntry(2)]);
  for (const attemptId of ["b", "a"]) {
    await commit([
      ...attempts.insert(recordOf(attemptId), headOf(linked[1].end)),
      ...examAttempts.insert("exam", attemptId),
      ...linked.flatMap(({ bytes, end }) => log.insert(attemptId, end.n, bytes)),
    ]);
  }
  const state = "open" as const;
  await commit([flags.put("exam", { flag_id: "f", attempt_id: "a", t: 1, at: 2, by: "rule", note: "ü", state })]);
  await instances.put("passing", { beat: 1, rooms: [] });

  const entries = await Array.fromAsync(whole.read());
  const other = await Deno.openKv(":memory:");
  try {
    const copy = createStores(other);
    const writes = entries.map((entry) => copy.whole.restore(JSON.parse(JSON.stringify(entry))));
    assert.equal(await copy.whole.fill(ReadableStream.from(writes)), entries.length);
    assert.deepEqual(await Array.fromAsync(copy.whole.read()), entries);
    assert.deepEqual((await copy.attempts.get("a"))?.record, recordOf("a"));
    assert.deepEqual(await Array.fromAsync(copy.log.read("b")), await Array.fromAsync(log.read("b")));
    assert.equal((await copy.examAttempts.count("exam")).attempts, 2);
    assert.deepEqual(await copy.flags.list("exam", "a"), await flags.list("exam", "a"));
    assert.deepEqual(await copy.instances.list(), []);
  } finally {
    other.close();
  }
});

onEveryStore("[ST24] an attempt that is being written is read as of its head", async ({ kv }) => {
  const { whole, attempts, log, commit } = createStores(kv);
  const linked = chain([batchEntry(1), batchEntry(2), batchEntry(3)]);
  await commit(attempts.insert(recordOf("a"), headOf(linked[0].end)));
  for (const { bytes, end } of linked) await commit(log.insert("a", end.n, bytes));
  const keys = await Array.fromAsync(whole.read(), ({ key }) => key);
  assert.deepEqual(keys, [["attempt", "a"], ["attempt", "a", "state"], ["attempt", "a", "log", 1]]);
});
