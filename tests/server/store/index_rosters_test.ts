import assert from "node:assert/strict";
import { migrate } from "../../../server/store/migrate.ts";
import { indexRosters } from "../../../server/store/migrations/index_rosters.ts";
import { studentIdOf } from "../../../server/store/roster_student_id.ts";
import { hallTest } from "../../support/hall.ts";

const LINES = 700;

hallTest("[ST84] rosters of before are found by student, with every line that they had", async ({ kv, stores }) => {
  const hashes = Array.from({ length: LINES }, (_, n) => `hash-${n}`);
  for (const [n, hash] of hashes.entries()) {
    const entry = { examId: "exam", student: { name: `Student ${n}` }, attemptId: null, isReleased: false };
    await kv.set(["roster_entry", hash], entry);
    await kv.set(["roster_by_exam", "exam", hash], true);
  }
  await kv.delete(["store_version"]);
  const options = { say: () => {}, migrations: [indexRosters], now: () => 0, wait: () => Promise.resolve() };
  await migrate(kv, options);
  assert.deepEqual((await stores.roster.hashesOf("exam")).sort(), hashes.toSorted());
  assert.equal(await stores.roster.hashOf("exam", studentIdOf("hash-5")), "hash-5");
  assert.equal(await stores.roster.hashOf("exam-2", studentIdOf("hash-5")), null);
  assert.deepEqual(await Array.fromAsync(kv.list({ prefix: ["roster_by_exam"] })), []);
});
