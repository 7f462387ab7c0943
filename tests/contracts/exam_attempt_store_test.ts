import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[ST11] an exam's attempts are listed and counted, and no other's", async ({ kv }) => {
  const { examAttempts, commit } = createStores(kv);
  for (const id of ["b", "a", "c"]) await commit(examAttempts.insert("exam", id));
  await commit(examAttempts.insert("exam-2", "d"));
  assert.deepEqual(await Array.fromAsync(examAttempts.list("exam")), ["a", "b", "c"]);
  assert.equal((await examAttempts.count("exam")).attempts, 3);
  assert.equal((await examAttempts.count("none")).attempts, 0);
  assert.deepEqual([await examAttempts.has("exam", "a"), await examAttempts.has("exam", "d")], [true, false]);
});

onEveryStore("[ST11] of those who counted the same places, one gets the last one", async ({ kv, another }) => {
  const stores = [createStores(kv), createStores(await another())];
  const took = async (attemptId: string) => {
    const counted = await Promise.all(stores.map(({ examAttempts }) => examAttempts.count("exam")));
    const taken = await Promise.all(
      stores.map(({ examAttempts, commit }, index) =>
        commit([counted[index].unchanged, ...examAttempts.insert("exam", `${attemptId}${index}`)])
      ),
    );
    return taken.filter((versionstamp) => versionstamp !== null).length;
  };
  assert.deepEqual([await took("a"), await took("b")], [1, 1]);
  assert.equal((await stores[1].examAttempts.count("exam")).attempts, 2);
});
