import assert from "node:assert/strict";
import type { RoomStudent } from "../../protocol/proctor_messages.ts";
import { feedEntries, type FeedEntry, type FeedStore } from "../../server/store/feed_store.ts";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

const student = (name: string): RoomStudent => ({
  attempt_id: "a".repeat(22),
  name,
  number: null,
  state: "active",
  connected: true,
  risk: 12.5,
  level: "low",
  peak: 12.5,
  last_seen: 1_700_000_000_000,
  started_at: 1_700_000_000_000,
  deadline: 1_700_000_000_000,
  reasons: [["away", 1], ["takeover", 2], ["automation", 3]],
  insufficient: true,
  flags: 0,
  question: "q1",
  answered: 0,
  accommodated: false,
  blank: false,
  namesake: null,
  removed: false,
});

const entry = (name: string): FeedEntry => ({ students: [student(name)], alerts: [] });

async function names(feeds: FeedStore, instance: string, after?: number): Promise<[number, string][]> {
  const read = await Array.fromAsync(feeds.read("exam", instance, after));
  return read.map(({ n, entry }) => [n, entry.students[0].name]);
}

onEveryStore("[ST58] an instance's entries are read in their order, from any number on", async ({ kv, another }) => {
  const [here, there] = [createStores(kv).feeds, createStores(await another()).feeds];
  await here.write("exam", "one", 1_000, [entry("Ada"), entry("Bo")]);
  await here.write("exam", "one", 1_002, [entry("Cy")]);
  await here.write("exam", "two", 5, [entry("Di")]);
  assert.deepEqual(await names(there, "one"), [[1_000, "Ada"], [1_001, "Bo"], [1_002, "Cy"]]);
  assert.deepEqual(await names(there, "one", 1_001), [[1_002, "Cy"]]);
  assert.deepEqual(await names(there, "one", 1_002), []);
  const newest = await there.newest("exam", ["one", "two", "three"]);
  assert.deepEqual([...newest].sort(), [["one", 1_002], ["two", 5]]);
  assert.equal((await there.newest("other exam", ["one"])).size, 0);
});

onEveryStore("[ST58] a whole hall is written, however large, and what is old goes", async ({ kv }) => {
  const { feeds } = createStores(kv);
  const hall = Array.from({ length: 1_500 }, (_, index) => student(`${index} `.padEnd(200, "ü")));
  const entries = feedEntries(hall, []);
  await feeds.write("exam", "one", 1, entries);
  const read = await Array.fromAsync(feeds.read("exam", "one"));
  assert.deepEqual(read.flatMap((each) => each.entry.students), hall);
  for (let n = entries.length + 1; n <= 230; n++) await feeds.write("exam", "one", n, [entry("Ada")]);
  assert.deepEqual((await names(feeds, "one"))[0][0], 31);
});

onEveryStore("[ST58] the cursor rings for whoever watches the exam", async ({ kv, another }) => {
  const { feeds } = createStores(kv);
  const { promise: rung, resolve: ring } = Promise.withResolvers<void>();
  const there = createStores(await another()).feeds;
  const stop = there.watch("exam", 100, async () => {
    if ((await there.newest("exam", ["one"])).size > 0) ring();
  });
  await feeds.write("exam", "one", 1, [entry("Ada")]);
  await rung;
  stop();
});
