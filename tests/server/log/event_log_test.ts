import assert from "node:assert/strict";
import { CapturedEvent } from "../../../protocol/events.ts";
import { type AtomicLimits, Committer, EMBEDDED_LIMITS } from "../../../server/log/committer.ts";
import { EMPTY_CHAIN, type LinkedEntry, linkEntry, type NewEntry } from "../../../server/log/entry.ts";
import { entryWrites, findBatch, KvEventLog } from "../../../server/log/event_log.ts";
import { eventsHash } from "../../../server/log/hash.ts";
import { keys } from "../../../server/store/keys.ts";

/** The contract of the event log, run against every store that it must hold on. */
const STORES: { name: string; open: () => Promise<{ kv: Deno.Kv; close: () => Promise<void> }> }[] = [
  {
    name: "KV in memory",
    async open() {
      const kv = await Deno.openKv(":memory:");
      return { kv, close: () => Promise.resolve(kv.close()) };
    },
  },
  {
    name: "KV on disk",
    async open() {
      const folder = await Deno.makeTempDir();
      const kv = await Deno.openKv(`${folder}/test.kv`);
      return {
        kv,
        async close() {
          kv.close();
          await Deno.remove(folder, { recursive: true });
        },
      };
    },
  },
];

function batchEntry(seq: number, text = "a"): NewEntry {
  return {
    kind: "batch",
    seq,
    sentAt: 1,
    received_at: 2,
    context: "c",
    late: false,
    report: { risk: 0, level: "low" },
    events: [{ at: 0, inserted: text, question: "q1", removed: 0, t: seq, type: "answer_edit" }],
  };
}

const paused: NewEntry = { kind: "paused", by: "amina", received_at: 3, reason: null, context: "c" };

/** Links entries one behind the other. */
function chain(entries: NewEntry[]): LinkedEntry[] {
  let end = EMPTY_CHAIN;
  return entries.map((entry) => {
    const linked = linkEntry(entry, end);
    end = linked.end;
    return linked;
  });
}

async function append(kv: Deno.Kv, attemptId: string, linked: LinkedEntry[], limits: AtomicLimits = EMBEDDED_LIMITS) {
  const committer = new Committer(kv, limits);
  let versionstamp: string | null = null;
  for (const one of linked) {
    const key = keys.head(attemptId);
    const committed = await committer.commit({
      check: { key, versionstamp },
      writes: [...entryWrites(attemptId, one), { key, value: one.end, bytes: 100 }],
    });
    assert.ok(committed.ok);
    versionstamp = committed.versionstamp;
  }
  return versionstamp;
}

for (const store of STORES) {
  const promise = (title: string, run: (kv: Deno.Kv) => Promise<void>) =>
    Deno.test(`${title}: ${store.name}`, async () => {
      const { kv, close } = await store.open();
      try {
        await run(kv);
      } finally {
        await close();
      }
    });

  promise("[EL1] entries are read back in order, each naming the hash of the one before", async (kv) => {
    const linked = chain([batchEntry(1), paused, batchEntry(2), batchEntry(3)]);
    await append(kv, "a", linked);
    const read = await Array.fromAsync(new KvEventLog(kv).read("a"));
    assert.deepEqual(read.map(({ entry }) => entry.n), [1, 2, 3, 4]);
    for (let index = 1; index < read.length; index++) assert.equal(read[index].entry.prev, read[index - 1].hash);
    assert.equal(read.at(-1)?.hash, linked.at(-1)?.end.chain);
  });

  promise("[EL2] reading starts behind any entry", async (kv) => {
    await append(kv, "a", chain([batchEntry(1), batchEntry(2), batchEntry(3)]));
    const read = await Array.fromAsync(new KvEventLog(kv).read("a", 2));
    assert.deepEqual(read.map(({ entry }) => entry.n), [3]);
  });

  promise("[EL3] an entry over a KV value's size is stored in parts and read back whole", async (kv) => {
    const text = "ü".repeat(7_900);
    const large = batchEntry(1);
    if (large.kind === "batch") {
      large.events = Array.from({ length: 20 }, (_, t) => ({
        at: 0,
        inserted: text,
        question: "q1",
        removed: 0,
        t,
        type: "answer_edit" as const,
      }));
    }
    const linked = chain([large, batchEntry(2)]);
    assert.ok(linked[0].bytes.length > 250_000);
    await append(kv, "a", linked);
    const [first] = await Array.fromAsync(new KvEventLog(kv).read("a"));
    assert.deepEqual(first.bytes, linked[0].bytes);
  });

  promise("[EL4] a missing entry is named, never skipped", async (kv) => {
    await append(kv, "a", chain([batchEntry(1), batchEntry(2), batchEntry(3)]));
    await kv.delete(keys.logEntry("a", 2));
    await assert.rejects(Array.fromAsync(new KvEventLog(kv).read("a")), /entry 2 is missing/);
  });

  promise("[EL5] a batch is found by its seq, however many control entries lie between", async (kv) => {
    const linked = chain([paused, batchEntry(1), paused, paused, batchEntry(2, "b")]);
    await append(kv, "a", linked);
    const end = linked[linked.length - 1].end;
    const found = await findBatch(new KvEventLog(kv), "a", 2, end, 2);
    assert.equal(found?.entry.n, 5);
    assert.equal(await findBatch(new KvEventLog(kv), "a", 3, end, 2), null);
  });

  promise("[EL6] a writer whose head was changed by another writes nothing", async (kv) => {
    const linked = chain([batchEntry(1), batchEntry(2)]);
    await append(kv, "a", [linked[0]]);
    const committer = new Committer(kv, EMBEDDED_LIMITS);
    const committed = await committer.commit({
      check: { key: keys.head("a"), versionstamp: null },
      writes: entryWrites("a", linked[1]),
    });
    assert.deepEqual(committed, { ok: false, reason: "stale" });
    assert.equal((await Array.fromAsync(new KvEventLog(kv).read("a"))).length, 1);
  });

  promise("[EL7] one stale attempt of a group holds up no other", async (kv) => {
    await append(kv, "stale", chain([batchEntry(1)]));
    const committer = new Committer(kv, EMBEDDED_LIMITS);
    const results = await Promise.all(["a", "b", "stale", "c"].map((attemptId) => {
      const [linked] = chain([batchEntry(1)]);
      const key = keys.head(attemptId);
      const writes = [...entryWrites(attemptId, linked), { key, value: linked.end, bytes: 100 }];
      return committer.commit({ check: { key, versionstamp: null }, writes });
    }));
    assert.deepEqual(results.map((result) => result.ok), [true, true, false, true]);
  });

  promise("[EL8] a group of attempts is one atomic, within the store's limits", async (kv) => {
    const committer = new Committer(kv, { ...EMBEDDED_LIMITS, checks: 10 });
    const groups: number[] = [];
    committer.onCommit = (_, changes) => groups.push(changes);
    await Promise.all(Array.from({ length: 25 }, (_, index) => {
      const key = keys.head(`a${index}`);
      return committer.commit({ check: { key, versionstamp: null }, writes: [{ key, value: 1, bytes: 8 }] });
    }));
    assert.deepEqual(groups.sort((a, b) => b - a), [10, 10, 5]);
  });
}

Deno.test("[EL9] the hash of events does not depend on the order in which a client wrote their fields", () => {
  const one = CapturedEvent.parse({ dwell: 80, flight: null, key: "letter", t: 5, type: "keystroke_data" });
  const other = CapturedEvent.parse({ type: "keystroke_data", t: 5, key: "letter", flight: null, dwell: 80 });
  assert.equal(eventsHash([one]), eventsHash([other]));
  assert.notEqual(eventsHash([one]), eventsHash([{ ...one, t: 6 }]));
});

Deno.test("[EL10] whatever bit of an entry changes, its hash no longer fits", () => {
  const { bytes, end } = linkEntry(batchEntry(1, "some text"), EMPTY_CHAIN);
  const again = linkEntry(batchEntry(1, "some texu"), EMPTY_CHAIN);
  assert.notEqual(again.end.chain, end.chain);
  assert.equal(again.bytes.length, bytes.length);
});
