import assert from "node:assert/strict";
import type { AuditEntry } from "../../protocol/staff.ts";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

const line = (at: number, id: string): AuditEntry => ({
  id,
  at,
  who: "system",
  role: "system",
  what: "try",
  about: null,
  from: null,
  why: null,
  request_id: null,
});

onEveryStore("[ST55] audit lines are read newest first, behind any place in the log", async ({ kv }) => {
  const { audit, commit } = createStores(kv);
  const lines = [line(9, "a"), line(100, "b"), line(100, "c"), line(20, "d"), line(1_700_000_000_000, "e")];
  await commit(lines.map((entry) => audit.insert(entry)));
  const ids = async (...args: Parameters<typeof audit.newest>) => (await audit.newest(...args)).map(({ id }) => id);
  assert.deepEqual(await ids(null, 10), ["e", "c", "b", "d", "a"]);
  assert.deepEqual(await ids(null, 2), ["e", "c"]);
  assert.deepEqual(await ids({ at: 100, id: "c" }, 10), ["b", "d", "a"]);
  assert.deepEqual(await ids({ at: 50, id: "nothing stands here" }, 10), ["d", "a"]);
  assert.deepEqual(await audit.newest({ at: 20, id: "d" }, 1), [lines[0]]);
});

onEveryStore("[ST60] a line of before a field was given up is still read", async ({ kv }) => {
  const { audit } = createStores(kv);
  await kv.set(["audit", 5, "old"], { ...line(5, "old"), given_up: true });
  assert.deepEqual(await audit.newest(null, 1), [line(5, "old")]);
});
