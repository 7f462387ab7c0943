import assert from "node:assert/strict";
import { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { reportOf } from "../../server/attempts/attempts.ts";
import { totpCode, totpStep } from "../../server/auth/totp.ts";
import { readSettings } from "../../server/config.ts";
import { createServices } from "../../server/create_services.ts";
import { exportExam } from "../../server/delivery/export_exam.ts";
import { verifyExport } from "../../server/delivery/verify_export.ts";
import { readReceipts } from "../../server/evidence/receipt_text.ts";
import { canonicalJson, sha256Hex } from "../../server/log/hash.ts";
import type { Services } from "../../server/services.ts";
import { MIGRATIONS } from "../../server/store/migrations/registry.ts";
import { openMigrated } from "../../server/store/open_migrated.ts";
import { getStoreVersion } from "../../server/store/store_version.ts";
import { createStores } from "../../server/store/stores.ts";
import { exportedLines, verifyLines } from "../support/forged_export.ts";
import { LiveServer } from "../support/live_server.ts";
import { type Expected, unpackOldStore } from "../support/old_store.ts";

/** Runs a promise against today's services on the store of before, at the time when it was left. */
function onOldStore(title: string, run: (services: Services, expected: Expected) => Promise<void>): void {
  Deno.test(title, async () => {
    const { folder, path, expected } = await unpackOldStore();
    const settings = readSettings({ INVIGIL_KV: path });
    const kv = await openMigrated(settings, () => {});
    try {
      assert.equal((await getStoreVersion(kv)).record.version, MIGRATIONS.length);
      await run(
        await createServices(settings, createStores(kv), () => false, { now: () => expected.taken_at }),
        expected,
      );
    } finally {
      kv.close();
      await Deno.remove(folder, { recursive: true });
    }
  });
}

onOldStore(
  "[ST76] every attempt of an older store is as it was, and says what its scorer said",
  async (services, expected) => {
    for (const was of expected.attempts) {
      const attempt = await services.attempts.view(was.attempt_id);
      const { head, record, folded } = attempt;
      // Of an attempt whose events were removed the last report stands; all others are scored anew, and say so.
      const report = reportOf(attempt);
      const { risk, level } = was.report;
      assert.equal(report.t, was.report.t);
      if (folded.told === null) assert.partialDeepStrictEqual(report, was.report, was.name);
      else assert.deepEqual(folded.told, { scorer_version: "2", risk, level }, was.name);
      assert.deepEqual([head.state, head.n, head.chain, head.deadline], [was.state, was.n, was.chain, was.deadline]);
      assert.deepEqual([record.student.name, record.accommodations], [was.name, was.accommodations]);
      assert.equal(sha256Hex(canonicalJson(folded.sheet.toAnswers())), was.answers_sha256, was.name);
      assert.equal(folded.timeline.toPoints().length, was.timeline_points);
      const flags = await services.stores.flags.list(record.examId, was.attempt_id);
      assert.deepEqual(flags.map((flag) => flag.state), was.flags);
    }
  },
);

onOldStore("[ST76] an older store's exams are exported, and every byte of them fits", async (services, expected) => {
  for (const [code, counts] of Object.entries(expected.exports)) {
    const exam = await services.exams.getByCode(code);
    assert.ok(exam !== null);
    const lines = await Array.fromAsync(exportExam(services.stores, exam, services.now));
    const verdict = await verifyExport(new Blob(lines as BlobPart[]).stream());
    assert.equal(verdict.misfit, null);
    assert.partialDeepStrictEqual({ ...verdict.counts }, counts);
  }
});

onOldStore(
  "[EV11] logs from before signatures are sealed as they stand: who changes their export is refused",
  async (services, expected) => {
    const { attempts, exams, stores, now } = services;
    for (const was of expected.attempts) {
      const seal = await stores.seals.get(was.attempt_id);
      assert.deepEqual([seal?.n, seal?.chain], [was.n, was.chain], was.name);
    }
    const forged: [from: RegExp, to: string, said: RegExp][] = [
      [/("kind":"attempt".*"name":")[^"]*/, "$1Somebody Else", /not the sealed ones/],
      [/("kind":"attempt".*"extra_time_percent":)\d+/, "$1200", /not the sealed ones/],
      [/("kind":"flag".*"note":")/, "$1Not ", /another one than was raised/],
      [/("kind":"flag".*"state":")[a-z]+/, "$1none", /is not a line of an export/],
      [/("kind":"seal".*"n":)\d+/, "$11", /seal's signature/],
    ];
    let refused = 0;
    for (const code of Object.keys(expected.exports)) {
      const exam = await exams.getByCode(code);
      assert.ok(exam !== null);
      const lines = await exportedLines({ stores, now: now() }, exam);
      const receipts: string[] = [];
      for await (const attemptId of stores.examAttempts.list(exam.examId)) {
        receipts.push(attempts.receiptOf(await attempts.view(attemptId)));
      }
      const honest = await verifyLines(lines, { receipts: readReceipts(receipts.join("\n")) });
      assert.deepEqual([honest.misfit, honest.receipts.fitting], [null, receipts.length]);
      for (const [from, to, said] of forged) {
        const index = lines.findIndex((line) => from.test(line));
        if (index === -1) continue;
        const { misfit } = await verifyLines(lines.with(index, lines[index].replace(from, to)));
        assert.match(misfit?.what ?? "nothing", said);
        refused++;
      }
      const unsealed = lines.filter((line) => !line.startsWith('{"kind":"seal"'));
      assert.match(
        (await verifyLines(unsealed)).misfit?.what ?? "",
        /bound to nothing|no seal|no entry of the log raised/,
      );
    }
    assert.ok(refused >= forged.length, `${refused} refused`);
  },
);

onOldStore("[ST76] an older store's staff come in as before", async ({ auth }, expected) => {
  for (const was of expected.staff) {
    const account = await auth.staff.byName(was.username);
    assert.equal(account?.record.role, was.role);
    assert.equal(account.record.disabledAt !== null, was.is_disabled);
    assert.deepEqual(await auth.assignments.examsOf(account.record.staffId), was.exams);
  }
  const origin = { address: "203.0.113.7", userAgent: "test" };
  const signIn = (username: string, password: string, code?: string) =>
    auth.signIn.signIn({ username, password, code }, origin, "request", null);
  await signIn("amina", "amina-first-password");
  await signIn("bruno", "bruno-own-password");
  await assert.rejects(signIn("dora", "dora-own-password-1"), { code: "unauthorized" });
  await assert.rejects(signIn("prof.okoye", "okoye-first-password"), { code: "code_required" });
  const code = totpCode(expected.totp_secret, totpStep(expected.taken_at) + 1);
  await signIn("prof.okoye", "okoye-first-password", code);
  for (const token of Object.values(expected.sessions)) {
    assert.equal((await auth.identify.ofToken(token)).kind, "staff");
  }
  const carla = await auth.invitations.accept(expected.pending_invitation, "carla-own-password", origin, "r", null);
  assert.equal(carla.username, "carla");
  const { entries, next } = await auth.audit.page(undefined, 200);
  assert.equal(next, null);
  assert.equal(entries.at(-1)?.what, "create_account");
});

Deno.test({
  name: "[ST76] a server starts on an older store, and shows what is in it",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const { folder, path, expected } = await unpackOldStore();
    const server = await LiveServer.start({ INVIGIL_KV: path });
    try {
      const token = await server.signIn();
      for (const { attempt_id, report } of expected.attempts) {
        const { record } = await server.services.attempts.view(attempt_id);
        const detail = await server.call("GET", `/api/exams/${record.examId}/attempts/${attempt_id}`, token);
        const { told, report: now } = AttemptDetail.parse(detail.body);
        assert.equal((told ?? now).risk, report.risk);
      }
      const body = { token: "fixture-token-0004" };
      assert.equal((await server.call("POST", "/start_exam", null, body)).status, 201);
    } finally {
      await server.stop();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
