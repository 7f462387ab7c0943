import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[ST12] a student's token opens its attempt until it is removed", async ({ kv }) => {
  const { studentTokens, commit } = createStores(kv);
  const target = { attemptId: "a", examId: "exam" };
  await commit([studentTokens.put("hash", target)]);
  assert.deepEqual(await studentTokens.get("hash"), target);
  await commit([studentTokens.remove("hash"), studentTokens.put("next", target)]);
  assert.equal(await studentTokens.get("hash"), null);
  assert.deepEqual(await studentTokens.get("next"), target);
});
