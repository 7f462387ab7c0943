import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { headOf, recordOf } from "../support/stored_attempt.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[ST10] an attempt is begun once, and read with its head", async ({ kv, another }) => {
  const stores = [createStores(kv), createStores(await another())];
  const record = recordOf("a", { student: { name: "Ada", number: "17" } });
  const begun = await Promise.all(stores.map(({ attempts, commit }) => commit(attempts.insert(record, headOf()))));
  assert.equal(begun.filter((versionstamp) => versionstamp !== null).length, 1);
  const versionstamp = begun.find((each) => each !== null);
  assert.deepEqual(await stores[1].attempts.get("a"), { record, head: headOf(), versionstamp });
  assert.equal(await stores[0].attempts.get("b"), null);
  assert.equal(await stores[0].attempts.getHead("b"), null);
  assert.equal(await stores[0].attempts.get("x".repeat(3_000)), null);
});

onEveryStore("[ST10] many attempts are read in their order, without those that are not there", async ({ kv }) => {
  const { attempts, commit } = createStores(kv);
  const ids = Array.from({ length: 13 }, (_, index) => `attempt-${index}`);
  for (const id of ids) await commit(attempts.insert(recordOf(id), headOf()));
  const wanted = ["none", ...ids.toReversed(), "nobody"];
  const read = await attempts.getMany(wanted);
  assert.deepEqual(read.map(({ record }) => record.attemptId), ids.toReversed());
  assert.deepEqual(await attempts.getMany([]), []);
});

onEveryStore("[ST51] a head that was changed since it was read is not written over", async ({ kv }) => {
  const { attempts, commit } = createStores(kv);
  const read = await commit(attempts.insert(recordOf("a"), headOf())) ?? "";
  const next = await commit(attempts.replaceHead("a", read, headOf({ n: 1 })));
  assert.ok(next !== null);
  assert.equal(await commit(attempts.replaceHead("a", read, headOf({ n: 2 }))), null);
  assert.equal(await commit([attempts.unchanged("a", read)]), null);
  assert.deepEqual(await attempts.getHead("a"), { head: headOf({ n: 1 }), versionstamp: next });
  await commit(attempts.remove("a"));
  assert.equal(await attempts.get("a"), null);
});

onEveryStore("[ST60] an attempt of before a field was given up is still read", async ({ kv }) => {
  const { attempts, commit } = createStores(kv);
  const record = recordOf("a");
  await commit(attempts.insert(record, headOf()));
  const accommodations = { ...record.accommodations, magnifier: true };
  await kv.set(["attempt", "a"], { ...record, accommodations, student: { name: "Ada", pronoun: "she" }, seat: 4 });
  assert.deepEqual((await attempts.get("a"))?.record, { ...record, student: { name: "Ada" } });
  await kv.set(["attempt", "a", "state"], { ...headOf(), state: "dreaming" });
  await assert.rejects(attempts.get("a"), /Cannot read attempt at attempt\/a\/state in the store: state: /);
});
