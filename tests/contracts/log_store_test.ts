import assert from "node:assert/strict";
import { type LinkedEntry, linkEntry } from "../../server/log/entry.ts";
import { findBatch } from "../../server/log/find_batch.ts";
import { sha256Hex } from "../../server/log/hash.ts";
import { createStores, type Stores } from "../../server/store/stores.ts";
import { batchEntry, batchOf, chain, PAUSED } from "../support/log_entries.ts";
import { headOf, recordOf } from "../support/stored_attempt.ts";
import { onEveryStore } from "./open_stores.ts";

async function append({ log, commit }: Stores, attemptId: string, entries: readonly LinkedEntry[]): Promise<void> {
  for (const { bytes, end } of entries) await commit(log.insert(attemptId, end.n, bytes));
}

/** Entries of an attempt in an instance's log, with `between` of another attempt behind each, and blocks that name them. */
async function place(
  { log, commit, ownLog }: Stores,
  attemptId: string,
  entries: readonly LinkedEntry[],
  between: number,
): Promise<number[]> {
  const places = entries.map(() => {
    const taken = ownLog.takePlace();
    for (let other = 0; other < between; other++) ownLog.takePlace();
    return taken;
  });
  for (let first = 0; first < entries.length; first += 40) {
    await commit(
      entries.slice(first, first + 40).flatMap(({ bytes, end }, index) => [
        ...log.append(ownLog.id, places[first + index], attemptId, end.n, bytes),
        ...Array.from({ length: between }, (_, other) => other + 1)
          .flatMap((other) => log.append(ownLog.id, places[first + index] + other, "other", other, bytes)),
      ]),
    );
  }
  const { end: { n } } = entries[0];
  for (let first = 0; first < entries.length; first += 32) {
    await commit(log.name(attemptId, n + first, ownLog.id, places.slice(first, first + 32)));
  }
  return places;
}

onEveryStore("[EL1] entries are read back in order, each naming the hash of the one before", async ({ kv }) => {
  const stores = createStores(kv);
  const linked = chain([batchEntry(1), PAUSED, batchEntry(2), batchEntry(3)]);
  await append(stores, "a", linked);
  await append(stores, "b", chain([PAUSED]));
  const read = await Array.fromAsync(stores.log.read("a"));
  assert.deepEqual(read.map(({ entry }) => entry.n), [1, 2, 3, 4]);
  for (let index = 1; index < read.length; index++) {
    assert.equal(read[index].entry.prev, sha256Hex(read[index - 1].bytes));
  }
  assert.deepEqual(read.map(({ bytes }) => sha256Hex(bytes)), linked.map(({ end }) => end.chain));
});

onEveryStore("[EL2] reading starts behind any entry", async ({ kv }) => {
  const stores = createStores(kv);
  await append(stores, "a", chain([batchEntry(1), batchEntry(2), batchEntry(3)]));
  const read = await Array.fromAsync(stores.log.read("a", 2));
  assert.deepEqual(read.map(({ entry }) => entry.n), [3]);
  assert.deepEqual(await Array.fromAsync(stores.log.read("a", 3)), []);
});

onEveryStore("[EL2] a log of any length is read in its order", async ({ kv }) => {
  const stores = createStores(kv);
  const linked = chain(Array.from({ length: 1_100 }, (_, index) => batchEntry(index + 1)));
  for (let first = 0; first < linked.length; first += 100) {
    const group = linked.slice(first, first + 100);
    await stores.commit(group.flatMap(({ bytes, end }) => stores.log.insert("a", end.n, bytes)));
  }
  const read = await Array.fromAsync(stores.log.read("a", 50), ({ entry }) => entry.n);
  assert.deepEqual(read, linked.slice(50).map(({ end }) => end.n));
});

for (const between of [0, 2, 9]) {
  onEveryStore(
    `[EL14] batches in the log of an instance are read as their attempt's, ${between} of others between`,
    async ({ kv }) => {
      const stores = createStores(kv, "one");
      const linked = chain([
        PAUSED,
        ...Array.from({ length: 450 }, (_, index) => batchEntry(index + 1)),
        PAUSED,
        batchEntry(451),
      ]);
      await append(stores, "a", linked.slice(0, 1));
      const places = await place(stores, "a", linked.slice(1, 451), between);
      await append(stores, "a", linked.slice(451));
      for (const after of [0, 1, 31, 32, 33, 34, 200, 450, 451, 452, 453]) {
        const read = await Array.fromAsync(createStores(kv).log.read("a", after));
        assert.deepEqual(read.map(({ bytes }) => sha256Hex(bytes)), linked.slice(after).map(({ end }) => end.chain));
      }
      assert.equal((await stores.log.get("a", 40))?.entry.n, 40);
      assert.equal(await stores.log.get("a", 454), null);
      await kv.delete(["log", "one", places[99], "a", 101]);
      await assert.rejects(Array.fromAsync(stores.log.read("a")), /entry 101 is missing/);
      await stores.log.removeAll("a");
      const left = await Array.fromAsync(kv.list({ prefix: [] }), ({ key }) => key);
      assert.equal(left.length, 450 * between);
      assert.ok(left.every((key) => !key.includes("a")));
    },
  );
}

onEveryStore(
  "[EL14] what lies beyond a head is read behind it, up to a gap, whoever reads",
  async ({ kv, another }) => {
    const stores = createStores(kv, "one");
    const linked = chain(Array.from({ length: 8 }, (_, index) => batchEntry(index + 1)));
    await stores.commit(stores.attempts.insert(recordOf("a"), headOf({ ...linked[0].end, unsettledFrom: 0 })));
    await append(stores, "a", linked.slice(0, 1));
    const write = async (from: number, to: number) => {
      for (const { bytes, end } of linked.slice(from, to)) {
        await stores.commit(stores.log.append("one", stores.ownLog.takePlace(), "a", end.n, bytes));
      }
    };
    const there = createStores(await another());
    const numbers = async () => await Array.fromAsync(there.log.read("a"), ({ entry }) => entry.n);
    await write(1, 4);
    assert.deepEqual(await numbers(), [1, 2, 3, 4]);
    await write(4, 5);
    assert.deepEqual(await numbers(), [1, 2, 3, 4, 5]);
    await write(6, 8);
    assert.deepEqual(await numbers(), [1, 2, 3, 4, 5]);
    assert.deepEqual(await Array.fromAsync(there.log.read("a", 4), ({ entry }) => entry.n), [5]);
  },
);

/** A batch whose text is over a value's size, however it is packed. */
function largeEntry(): LinkedEntry {
  const text = () => String.fromCharCode(...Array.from({ length: 7_900 }, () => 0x4e00 + Math.random() * 20_000));
  const events = Array.from({ length: 20 }, (_, t) => ({
    at: 0,
    inserted: text(),
    question: "q1",
    removed: 0,
    t,
    type: "answer_edit" as const,
  }));
  return linkEntry(batchOf(1, events), { n: 0, chain: "0".repeat(64) });
}

onEveryStore("[EL3] an entry over a KV value's size is stored in parts and read back whole", async ({ kv }) => {
  const stores = createStores(kv);
  const large = largeEntry();
  const mutations = stores.log.insert("a", 1, large.bytes);
  assert.ok(mutations.length > 3);
  await stores.commit(mutations);
  await append(stores, "a", [linkEntry(batchEntry(2), large.end)]);
  const [first, second] = await Array.fromAsync(stores.log.read("a"));
  assert.deepEqual(first.bytes, large.bytes);
  assert.equal(second.entry.prev, large.end.chain);
});

onEveryStore("[EL4] a missing entry is named, never skipped", async ({ kv }) => {
  const stores = createStores(kv);
  await append(stores, "a", chain([batchEntry(1), batchEntry(2), batchEntry(3)]));
  await kv.delete(["attempt", "a", "log", 2]);
  await assert.rejects(Array.fromAsync(stores.log.read("a")), /entry 2 is missing/);
});

onEveryStore("[EL4] an entry that is damaged, or lacks a part, is named", async ({ kv }) => {
  const stores = createStores(kv);
  await stores.commit(stores.log.insert("a", 1, largeEntry().bytes));
  await kv.delete(["attempt", "a", "log_part", 1, 2]);
  await assert.rejects(Array.fromAsync(stores.log.read("a")), /a part of entry 1 is missing/);
  await kv.set(["attempt", "b", "log", 1], new Uint8Array([123, 34]));
  await assert.rejects(Array.fromAsync(stores.log.read("b")), /Cannot read attempt at attempt\/b\/log\/1 in the store/);
});

onEveryStore("[EL5] a batch is found by its seq, however many control entries lie between", async ({ kv }) => {
  const stores = createStores(kv);
  const linked = chain([PAUSED, batchEntry(1), PAUSED, PAUSED, batchEntry(2, "b")]);
  await append(stores, "a", linked);
  const { end } = linked[linked.length - 1];
  assert.equal((await findBatch(stores.log, "a", 2, end, 2))?.entry.n, 5);
  assert.equal(await findBatch(stores.log, "a", 3, end, 2), null);
});

onEveryStore("[ST22] all entries of an attempt are removed, and no other's", async ({ kv }) => {
  const stores = createStores(kv);
  await stores.commit(stores.log.insert("a", 1, largeEntry().bytes));
  await append(stores, "ab", chain([batchEntry(1)]));
  await stores.log.removeAll("a");
  assert.equal(await stores.log.get("a", 1), null);
  assert.equal((await Array.fromAsync(kv.list({ prefix: [] }))).length, 1);
  assert.equal((await stores.log.get("ab", 1))?.entry.n, 1);
});
