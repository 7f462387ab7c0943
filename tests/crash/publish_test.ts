import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { rosterHash } from "../../server/exams/personal_token.ts";
import { openMigrated } from "../../server/store/open_migrated.ts";
import { createStores, type Stores } from "../../server/store/stores.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LINES = 4_000;

const tokenOf = (n: number) => `personal-token-${String(n).padStart(6, "0")}`;

Deno.test("[OP1] [OP5] publishing a roster of thousands is killed with kill -9 again and again, and then it is whole", async () => {
  const folder = await Deno.makeTempDir({ prefix: "invigil-publish-" });
  const [path, document] = [`${folder}/publish.kv`, `${folder}/exam.json`];
  const roster = Array.from({ length: LINES }, (_, n) => ({ name: `Student ${n}`, token: tokenOf(n) }));
  await Deno.writeTextFile(
    document,
    JSON.stringify({
      code: "KILLED",
      title: "Killed",
      duration_minutes: 60,
      join: "roster",
      questions: [{ id: "q1", type: "essay", text: "Why?" }],
      roster,
      staff: [{ username: "amina", role: "proctor" }],
    }),
  );
  const start = () =>
    new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "server/tasks/exam.ts", document],
      cwd: ROOT,
      env: { INVIGIL_KV: path, INVIGIL_SECRET: "a-secret-of-the-tests-0123456789" },
      stdout: "null",
      stderr: "inherit",
    }).spawn();
  const inStore = async <Value>(look: (stores: Stores) => Promise<Value>): Promise<Value> => {
    const kv = await openMigrated({ kv: path, isKvRemote: false, isOnDeploy: false }, () => {});
    try {
      return await look(createStores(kv));
    } finally {
      kv.close();
    }
  };
  try {
    let halves = 0;
    for (let kills = 0; halves < 3 && kills < 30; kills++) {
      const task = start();
      // Killed once it has written some of its lines, each time some more.
      for (let looks = 0; looks < 400; looks++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
        const size = await Deno.stat(`${path}-wal`).then(({ size }) => size, () => 0);
        if (size > 200_000 * (1 + kills % 3)) break;
      }
      task.kill("SIGKILL");
      await task.status;
      await inStore(async ({ exams, roster, staff, publications }) => {
        if (await exams.idOfCode("KILLED") !== null) return assert.fail("killed too late to be a test");
        assert.equal(await staff.byName("amina"), null);
        for await (const examId of publications.ids()) if ((await roster.hashesOf(examId)).length > 0) halves++;
      });
    }
    assert.ok(halves >= 3);
    assert.equal((await start().status).code, 0);
    await inStore(async ({ exams, roster, staff, assignments, publications }) => {
      const examId = await exams.idOfCode("KILLED") ?? "";
      const lines = await roster.getMany(Array.from({ length: 10 }, (_, n) => rosterHash(tokenOf(n * 399))));
      assert.ok(lines.every((line) => line?.value.examId === examId));
      assert.equal((await roster.hashesOf(examId)).length, LINES);
      const staffId = (await staff.byName("amina"))?.record.staffId ?? "";
      assert.equal(await assignments.isAssigned(staffId, examId), true);
      assert.equal(await publications.get(examId), null);
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
