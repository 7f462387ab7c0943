import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[ST12] a student's token opens its attempt until it is removed", async ({ kv }) => {
  const { studentTokens, commit } = createStores(kv);
  const target = { attemptId: "a", examId: "exam" };
  await commit([studentTokens.put("hash", target)]);
  assert.deepEqual((await studentTokens.get("hash"))?.value, target);
  await commit([studentTokens.remove("hash"), studentTokens.put("next", target)]);
  assert.equal(await studentTokens.get("hash"), null);
  const next = await studentTokens.get("next");
  assert.deepEqual(next?.value, target);
  await commit([studentTokens.remove("next")]);
  assert.equal(await commit(studentTokens.replace("next", next?.versionstamp ?? "", target)), null);
  assert.equal(await studentTokens.get("next"), null, "one that was removed stays removed");
});
