import assert from "node:assert/strict";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

onEveryStore("[ST54] an assignment is of one account to one exam, and stands once", async ({ kv }) => {
  const { assignments, commit } = createStores(kv);
  for (const examId of ["exam-b", "exam-a", "exam-a"]) await commit(assignments.insert("amina", examId));
  await commit(assignments.insert("bruno", "exam-b"));
  assert.deepEqual(await assignments.examsOf("amina"), ["exam-a", "exam-b"]);
  assert.deepEqual(await assignments.examsOf("bruno"), ["exam-b"]);
  assert.equal(await assignments.isAssigned("amina", "exam-a"), true);
  assert.equal(await assignments.isAssigned("bruno", "exam-a"), false);
  assert.equal(await assignments.isAssigned("amina", "x".repeat(3_000)), false);
});
