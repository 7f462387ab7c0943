import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

const HOUR_MS = 3_600_000;
const RECORD = { staffId: "amina", createdAt: 1_000, lastUsedAt: 1_000, address: "203.0.113.7", userAgent: "test" };

onEveryStore("[ST52] a session is found by its id and by its account, and ends under both", async ({ kv }) => {
  const { sessions, commit } = createStores(kv);
  await commit([...sessions.insert("one", RECORD, HOUR_MS), ...sessions.insert("two", RECORD, HOUR_MS)]);
  assert.deepEqual((await sessions.get("one"))?.value, RECORD);
  assert.deepEqual(await sessions.idsOf("amina"), ["one", "two"]);
  assert.deepEqual(await sessions.idsOf("bruno"), []);
  assert.equal(await sessions.isOf("amina", "one"), true);
  assert.equal(await sessions.isOf("bruno", "one"), false);
  assert.equal(await sessions.isOf("amina", "x".repeat(3_000)), false);
  await commit(sessions.remove("amina", "one"));
  assert.equal(await sessions.get("one"), null);
  assert.deepEqual(await sessions.idsOf("amina"), ["two"]);
});

onEveryStore("[ST51] a session that has ended since it was read does not come back", async ({ kv }) => {
  const { sessions, commit } = createStores(kv);
  await commit(sessions.insert("one", RECORD, HOUR_MS));
  const read = await sessions.get("one");
  assert.ok(read !== null);
  await commit(sessions.remove("amina", "one"));
  const used = { ...RECORD, lastUsedAt: 2_000 };
  assert.equal(await commit(sessions.replace("one", read.versionstamp, used, HOUR_MS)), null);
  assert.equal(await sessions.get("one"), null);
});
