import assert from "node:assert/strict";
import { ExamDocument } from "../../../protocol/exam_document.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { createAuth } from "../../../server/auth/auth.ts";
import { Passwords } from "../../../server/auth/passwords.ts";
import { rosterHash } from "../../../server/exams/personal_token.ts";
import { publishExam } from "../../../server/exams/publish_exam.ts";
import { settlePublications, takeDown } from "../../../server/exams/settle_publications.ts";
import { createStores, type Stores } from "../../../server/store/stores.ts";
import { dyingAfter } from "../../support/dying_kv.ts";
import { refusalOf } from "../../support/hall.ts";

const NOW = 1_800_000_000_000;
const LINES = 25;
const CHEAP = { logN: 4, r: 8, p: 1 };
const HOUR = 3_600_000;

function documentOf(fields: Record<string, unknown> = {}): ExamDocument {
  return ExamDocument.parse({
    code: "MATHS",
    title: "Maths",
    duration_minutes: 60,
    join: "roster",
    questions: [{ id: "q1", type: "essay", text: "Why?" }],
    roster: Array.from({ length: LINES }, (_, n) => ({ name: `Student ${n}`, token: tokenOf(n) })),
    staff: [
      { username: "amina", role: "instructor", password: "seven-lamps-on-a-hill" },
      { username: "bruno", role: "proctor" },
    ],
    ...fields,
  });
}

const tokenOf = (n: number) => `personal-token-${n}`;

function servicesOf(stores: Stores, now = NOW) {
  const auth = createAuth({
    stores,
    now: () => now,
    secret: "a-secret-of-the-tests-0123456789",
    attemptByToken: () => Promise.resolve(null),
    passwords: new Passwords({ cost: CHEAP }),
    hasExam: () => Promise.resolve(true),
  });
  return { stores, auth, accounts: auth.accounts, now: () => now };
}

/** What is in a store, without the audit log, and without what only ever grows. */
async function keysIn(kv: Deno.Kv): Promise<string[]> {
  const keys = await Array.fromAsync(kv.list({ prefix: [] }), ({ key }) => key.map(String).join("/"));
  return keys.filter((key) => !key.startsWith("audit/"));
}

async function assertWhole(stores: Stores): Promise<void> {
  const examId = await stores.exams.idOfCode("MATHS") ?? "";
  assert.notEqual(await stores.exams.get(examId), null);
  for (let n = 0; n < LINES; n++) {
    assert.equal((await stores.roster.get(rosterHash(tokenOf(n))))?.value.examId, examId);
  }
  assert.equal((await stores.roster.hashesOf(examId)).length, LINES);
  for (const username of ["amina", "bruno"]) {
    const staffId = (await stores.staff.byName(username))?.record.staffId ?? "";
    assert.equal(await stores.assignments.isAssigned(staffId, examId), true);
  }
  assert.equal(await stores.publications.get(examId), null);
}

Deno.test("[OP1] [OP3] killed at any write, an exam is not there or whole, and its document can be published again", async () => {
  let outcomes = { none: 0, whole: 0 };
  for (let writes = 0; outcomes.whole < 3; writes++) {
    const kv = await Deno.openKv(":memory:");
    const dying = servicesOf(createStores(dyingAfter(kv, writes)));
    const published = await publishExam(dying, documentOf(), null, SYSTEM).then(() => true, () => false);
    const stores = createStores(kv);
    const next = servicesOf(stores);
    if (await stores.exams.idOfCode("MATHS") === null) {
      outcomes = { ...outcomes, none: outcomes.none + 1 };
      assert.equal(await stores.staff.byName("bruno"), null);
      const { passwords } = await publishExam(next, documentOf(), null, SYSTEM);
      assert.deepEqual(passwords.map(({ username }) => username), ["bruno"]);
    } else {
      outcomes = { ...outcomes, whole: outcomes.whole + 1 };
      await settlePublications(next);
    }
    await assertWhole(stores);
    kv.close();
    if (published) break;
  }
  assert.ok(outcomes.none >= 4 && outcomes.whole >= 3, JSON.stringify(outcomes));
});

Deno.test("[OP1] what was left goes by itself after an hour, and at once where another document wants its tokens", async () => {
  const kv = await Deno.openKv(":memory:");
  const stores = createStores(kv);
  await publishExam(servicesOf(createStores(dyingAfter(kv, 3))), documentOf(), null, SYSTEM).catch(() => {});
  assert.ok((await keysIn(kv)).some((key) => key.startsWith("roster_entry/")));
  await settlePublications(servicesOf(stores, NOW + HOUR - 1));
  assert.ok((await keysIn(kv)).some((key) => key.startsWith("roster_entry/")));
  await settlePublications(servicesOf(stores, NOW + HOUR + 1));
  assert.deepEqual(await keysIn(kv), []);
  await publishExam(servicesOf(createStores(dyingAfter(kv, 3))), documentOf(), null, SYSTEM).catch(() => {});
  await publishExam(servicesOf(stores), documentOf({ code: "OTHER" }), null, SYSTEM);
  assert.equal(await stores.exams.idOfCode("MATHS"), null);
  assert.equal((await stores.roster.get(rosterHash(tokenOf(0))))?.value.examId, await stores.exams.idOfCode("OTHER"));
  kv.close();
});

Deno.test("[OP2] what is wrong is said before anything is stored, and the mended document is published", async () => {
  const kv = await Deno.openKv(":memory:");
  const stores = createStores(kv);
  const services = servicesOf(stores);
  const weak = documentOf({ staff: [{ username: "amina", role: "proctor", password: "password123" }] });
  await assert.rejects(publishExam(services, weak, null, SYSTEM), { code: "invalid", path: "staff.0.password" });
  assert.deepEqual(await keysIn(kv), []);
  await publishExam(services, documentOf({ code: "FIRST" }), null, SYSTEM);
  const before = await keysIn(kv);
  const roster = [{ name: "New", token: "a-token-of-its-own" }, { name: "Old", token: tokenOf(3) }];
  assert.equal(await refusalOf(publishExam(services, documentOf({ roster }), null, SYSTEM)), "conflict");
  assert.equal(
    await refusalOf(publishExam(services, documentOf({ code: "FIRST", roster: [roster[0]] }), null, SYSTEM)),
    "conflict",
  );
  assert.deepEqual(await keysIn(kv), before);
  await publishExam(services, documentOf({ roster: [roster[0]] }), null, SYSTEM);
  kv.close();
});

Deno.test("[OP2] a token that stands in a roster twice is refused with its place", () => {
  const roster = [{ name: "Ada", token: "one-and-the-same" }, { name: "Bo" }, {
    name: "Cy",
    token: "one-and-the-same",
  }];
  const parsed = ExamDocument.safeParse({ ...documentOf(), roster });
  assert.deepEqual(parsed.error?.issues.map(({ path, message }) => [path.join("."), message]), [
    ["roster.2.token", "token_used_twice"],
  ]);
});

Deno.test("[OP4] of those who publish the same at one moment at most one does, and has everything", async () => {
  for (let round = 0; round < 10; round++) {
    const kv = await Deno.openKv(":memory:");
    const stores = createStores(kv);
    const both = await Promise.all(
      [1, 2, 3].map(() => refusalOf(publishExam(servicesOf(stores), documentOf(), null, SYSTEM))),
    );
    const done = both.filter((outcome) => outcome === "done").length;
    assert.ok(done <= 1, JSON.stringify(both));
    if (done === 0) await publishExam(servicesOf(stores), documentOf(), null, SYSTEM);
    await assertWhole(stores);
    kv.close();
  }
});

Deno.test("[OP4] who takes a killed publication down late leaves a line whose token another exam has by then", async () => {
  const kv = await Deno.openKv(":memory:");
  const stores = createStores(kv);
  const hash = rosterHash(tokenOf(1));
  const line = (examId: string) => ({ examId, student: { name: "Ada" }, attemptId: null, isReleased: false });
  await stores.commit(stores.roster.insert(hash, line("killed")));
  await kv.delete(["roster_entry", hash]);
  await stores.commit(stores.roster.insert(hash, line("published")));
  await takeDown(stores, "killed");
  assert.equal((await stores.roster.get(hash))?.value.examId, "published");
  assert.deepEqual(await stores.roster.hashesOf("killed"), []);
  kv.close();
});

Deno.test("[OP5] a roster of thousands is published", async () => {
  const kv = await Deno.openKv(":memory:");
  const stores = createStores(kv);
  const roster = Array.from({ length: 5_000 }, (_, n) => ({ name: `Student ${n}`, number: `${n}` }));
  const { tokens, exam_id } = await publishExam(servicesOf(stores), documentOf({ roster }), null, SYSTEM);
  assert.equal(new Set(tokens.map(({ token }) => token)).size, 5_000);
  assert.equal((await stores.roster.hashesOf(exam_id)).length, 5_000);
  kv.close();
});

Deno.test("[OP6] extra time that goes on behind the closing time is a warning, with its minutes", async () => {
  const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();
  const kv = await Deno.openKv(":memory:");
  const services = servicesOf(createStores(kv));
  const warned = async (code: string, fields: Record<string, unknown>) => {
    const { warnings } = await publishExam(services, documentOf({ code, ...fields }), null, SYSTEM);
    return warnings.map(({ said, path }) => [said.key, said.values, path]);
  };
  const roster = [0, 50, 100, 50].map((percent, n) => ({
    name: `S${n}`,
    accommodations: { extra_time_percent: percent },
  }));
  assert.deepEqual(await warned("ROSTER", { opens_at: at(60), closes_at: at(120), roster }), [
    ["extra_time_for_some", { students: 2, percent: 50, minutes: 30 }, "roster.1.accommodations.extra_time_percent"],
    ["extra_time_for_some", { students: 1, percent: 100, minutes: 60 }, "roster.2.accommodations.extra_time_percent"],
  ]);
  const forAll = { roster: [{ name: "Ada" }], accommodations: { extra_time_percent: 25 } };
  assert.deepEqual(await warned("FORALL", { closes_at: at(70), ...forAll }), [
    ["extra_time_for_all", { percent: 25, minutes: 5 }, "accommodations.extra_time_percent"],
  ]);
  assert.deepEqual(await warned("LONG", { closes_at: at(180), roster }), []);
  assert.deepEqual(await warned("OPEN", { roster }), []);
  kv.close();
});
