import assert from "node:assert/strict";
import { reportOf } from "../../../server/attempts/attempts.ts";
import { startAttempt } from "../../../server/attempts/start_attempt.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { exportExam } from "../../../server/delivery/export_exam.ts";
import { verifyExport } from "../../../server/delivery/verify_export.ts";
import { allowSitting } from "../../../server/exams/roster/change_student.ts";
import { readRoster } from "../../../server/exams/roster/roster_lines.ts";
import { eraseAttempt, eraseStudent } from "../../../server/retention/erase_student.ts";
import { finishRemoval } from "../../../server/retention/remove_attempt.ts";
import { RetentionJob } from "../../../server/retention/retention_job.ts";
import { decideFlag, raiseFlag } from "../../../server/review/flags.ts";
import { type Hall, hallTest, refusalOf, typed } from "../../support/hall.ts";

const DAY = 24 * 3_600_000;
const WORDS = "the-only-place-where-this-stands";
const NAME = "Zenobia Marker";

function jobOf(hall: Hall): RetentionJob {
  const { attempts, audit } = hall.services;
  return new RetentionJob(attempts, audit, hall.stores.lease("retention", attempts.instance, () => hall.now));
}

/** Everything in the store, as text: what is not in it is nowhere. */
async function storeText(hall: Hall): Promise<string> {
  const parts: string[] = [];
  for await (const { key, value } of hall.kv.list({ prefix: [] })) {
    const text = value instanceof Uint8Array
      ? new TextDecoder().decode(value)
      : JSON.stringify(value, (_, part) =>
        part instanceof Uint8Array ? new TextDecoder().decode(part) : typeof part === "bigint" ? String(part) : part);
    parts.push(JSON.stringify(key), text);
  }
  return parts.join("\n");
}

async function ended(hall: Hall, name = NAME, number?: string) {
  const attempt = await hall.join(name, "HALL", number);
  await hall.sit(attempt, "pasting", 4, 20_000);
  await hall.append(attempt, [typed(21_000, WORDS)]);
  await hall.append(attempt, Array.from({ length: 15 }, (_, index) => typed(22_000 + index, "ü".repeat(5_000))));
  await hall.end(attempt);
  return attempt;
}

async function logEntries(hall: Hall, attemptId: string): Promise<number> {
  const log = await Array.fromAsync(hall.kv.list({ prefix: ["attempt", attemptId, "log"] }));
  const parts = await Array.fromAsync(hall.kv.list({ prefix: ["attempt", attemptId, "log_part"] }));
  return log.length + parts.length;
}

hallTest(
  "[TR20] after events_days an attempt's events and answers are gone; its report, record and counts stay",
  async (hall) => {
    const exam = await hall.exam({ retention: { events_days: 30, reports_days: 90 } });
    const attempt = await ended(hall);
    const { attemptId, head } = attempt;
    const report = structuredClone(reportOf(attempt));
    const job = jobOf(hall);
    hall.now += 30 * DAY - 60_000;
    assert.deepEqual(await job.run(), { events: 0, everything: 0 });
    hall.now += 60_000;
    assert.deepEqual(await job.run(), { events: 1, everything: 0 });
    assert.deepEqual(await job.run(), { events: 0, everything: 0 });

    assert.equal(await logEntries(hall, attemptId), 0);
    const text = await storeText(hall);
    assert.ok(!text.includes(WORDS));
    assert.ok(text.includes(NAME));
    const again = await hall.restarted();
    const view = await again.services.attempts.view(attemptId);
    assert.deepEqual(reportOf(view), report);
    const tombstone = await hall.stores.tombstones.get(attemptId);
    assert.equal(tombstone?.chain, head.chain);
    assert.deepEqual(tombstone?.counts, { entries: head.n, batches: head.lastSeq, answered: 1, flags: 0 });
    assert.equal(tombstone?.is_done, true);
    const lines = await Array.fromAsync(exportExam(hall.stores, exam, () => hall.now));
    const verdict = await verifyExport(new Blob(lines as BlobPart[]).stream());
    assert.equal(verdict.misfit, null);
    assert.equal(verdict.counts.tombstones, 1);
    assert.equal(verdict.counts.actions, 1);
  },
);

hallTest("[TR21] after reports_days nothing but numbers is left", async (hall) => {
  const exam = await hall.exam({ retention: { events_days: 1, reports_days: 2 } });
  const { attemptId } = await ended(hall);
  const job = jobOf(hall);
  hall.now += 1.5 * DAY;
  assert.deepEqual(await job.run(), { events: 1, everything: 0 });
  hall.now += DAY;
  assert.deepEqual(await job.run(), { events: 0, everything: 1 });
  const text = await storeText(hall);
  assert.ok(!text.includes(NAME) && !text.includes(WORDS));
  assert.equal(await hall.services.attempts.stored(attemptId), null);
  assert.equal(await hall.services.exams.countAttempts(exam.examId), 1);
  assert.equal((await hall.stores.tombstones.get(attemptId))?.removed, "everything");
  assert.equal(await refusalOf(hall.services.attempts.open(attemptId)), "not_found");
  const lines = await Array.fromAsync(exportExam(hall.stores, exam, () => hall.now));
  assert.equal((await verifyExport(new Blob(lines as BlobPart[]).stream())).misfit, null);
});

hallTest("[TR27] who never began leaves the roster reports_days after the exam closed", async (hall) => {
  const { attempts, audit } = hall.services;
  const parts = { stores: hall.stores, audit };
  const closesAt = hall.now + DAY;
  const exam = await hall.exam({
    join: "roster",
    closes_at: new Date(closesAt).toISOString(),
    retention: { events_days: 1, reports_days: 2 },
    roster: [
      { name: "Nora Show", number: "n-1", reason: "private-reason", token: "AAAA-BBBB-CCCC-1111" },
      { name: "Mika Again", number: "n-2", token: "AAAA-BBBB-CCCC-2222" },
      {
        name: "Lena Later",
        closes_at: new Date(closesAt + 5 * DAY).toISOString(),
        opens_at: new Date(closesAt).toISOString(),
      },
    ],
  });
  const body = { code: "HALL", token: "AAAA-BBBB-CCCC-2222" };
  const { attempt_id } = await startAttempt(attempts, body, () => {});
  await hall.end(await attempts.open(attempt_id));
  const lines = () => readRoster(hall.stores, exam.examId);
  const mika = (await lines()).find(({ entry }) => entry.student.name === "Mika Again");
  await allowSitting(parts, { examId: exam.examId, studentId: mika?.studentId ?? "", actor: SYSTEM }, {});
  const job = jobOf(hall);
  await job.begin();
  hall.now = closesAt + 2 * DAY - 1;
  await job.run();
  assert.equal((await lines()).length, 3);
  hall.now++;
  assert.deepEqual(await job.run(), { events: 0, everything: 2 });
  assert.deepEqual((await lines()).map(({ entry }) => entry.student.name), ["Lena Later"]);
  const text = await storeText(hall);
  for (const secret of ["Nora Show", "n-1", "private-reason", "Mika Again"]) assert.ok(!text.includes(secret), secret);
  hall.now += 5 * DAY;
  assert.deepEqual(await job.run(), { events: 0, everything: 1 });
  assert.deepEqual(await lines(), []);
});

hallTest("[TR25] erasing an attempt takes a make-up sitting that was not begun", async (hall) => {
  const { attempts, audit } = hall.services;
  const { examId } = await hall.exam({ join: "roster", roster: [{ name: NAME, token: "AAAA-BBBB-CCCC-2222" }] });
  const { attempt_id } = await startAttempt(attempts, { code: "HALL", token: "AAAA-BBBB-CCCC-2222" }, () => {});
  await hall.end(await attempts.open(attempt_id));
  const [{ studentId }] = await readRoster(hall.stores, examId);
  await allowSitting({ stores: hall.stores, audit }, { examId, studentId, actor: SYSTEM }, {});
  await eraseAttempt(attempts, audit, attempt_id);
  assert.deepEqual(await readRoster(hall.stores, examId), []);
  assert.ok(!(await storeText(hall)).includes(NAME));
});

hallTest(
  "[TR22] nothing is removed while a review is open, or before an attempt is over and its grace has passed",
  async (hall) => {
    await hall.exam({ retention: { events_days: 0, reports_days: 0 }, policy: { grace_minutes: 10 } });
    const job = jobOf(hall);
    const open = await hall.join("Open");
    await hall.append(open, [typed(10)]);
    const expired = await hall.join("Expired");
    await hall.append(expired, [typed(10)]);
    const flagged = await ended(hall, "Flagged");
    const again = await hall.services.attempts.open(flagged.attemptId);
    const flag = await raiseFlag(again, hall.stores.flags, { t: 1, at: hall.now, by: "amina", note: "" });
    hall.now = expired.head.deadline;
    await hall.end(expired, "deadline");
    assert.deepEqual(await job.run(), { events: 0, everything: 0 });
    hall.now += 10 * 60_000 + 1;
    assert.deepEqual(await job.run(), { events: 0, everything: 1 });
    assert.equal(await hall.services.attempts.stored(expired.attemptId), null);
    const live = await hall.services.attempts.open(flagged.attemptId);
    await decideFlag(live, hall.stores.flags, {
      flagId: flag.flag_id,
      state: "dismissed",
      by: "amina",
      now: hall.now,
    });
    assert.deepEqual(await job.run(), { events: 0, everything: 1 });
    assert.ok(await hall.services.attempts.stored(open.attemptId));
  },
);

hallTest("[TR23] a removal that was interrupted is finished by the next look", async (hall) => {
  await hall.exam({ retention: { events_days: 0, reports_days: 0 } });
  const { attemptId } = await ended(hall);
  await jobOf(hall).run();
  const tombstone = await hall.stores.tombstones.get(attemptId);
  assert.ok(tombstone);
  await hall.stores.commit([
    ...hall.stores.log.insert(attemptId, 1, new Uint8Array(3)),
    hall.stores.tombstones.put({ ...tombstone, is_done: false }),
  ]);
  await jobOf(hall).run();
  assert.equal(await logEntries(hall, attemptId), 0);
  assert.equal((await hall.stores.tombstones.get(attemptId))?.is_done, true);
  assert.deepEqual(await finishRemoval(hall.stores, tombstone), tombstone);
});

hallTest("[TR24] one instance removes at a time", async (hall) => {
  await hall.exam({ retention: { events_days: 0, reports_days: 0 } });
  await ended(hall);
  const other = hall.stores.lease("retention", "another", () => hall.now);
  assert.ok(await other.take());
  assert.equal(await jobOf(hall).run(), null);
});

hallTest(
  "[TR25] erasing a person leaves no event, answer or name, but counts and a line in the audit log",
  async (hall) => {
    const { attempts, audit } = hall.services;
    const exam = await hall.exam();
    const first = await ended(hall, NAME, "n-77");
    const other = await ended(hall, "Somebody Else", "n-78");
    const erased = await eraseStudent(attempts, audit, exam.examId, "n-77");
    assert.equal(erased.attempts.length, 1);
    assert.equal(erased.attempts[0].counts.entries, first.head.n);
    const text = await storeText(hall);
    assert.ok(!text.includes(NAME) && !text.includes("n-77"));
    assert.ok(text.includes("Somebody Else") && text.includes(WORDS));
    assert.equal(await hall.services.exams.countAttempts(exam.examId), 2);
    const { entries } = await audit.page(undefined, 10);
    assert.deepEqual(entries.map(({ what, about }) => [what, about]), [["erase", `attempt:${first.attemptId}`]]);
    await eraseAttempt(attempts, audit, other.attemptId);
    assert.ok(!(await storeText(hall)).includes(WORDS));
  },
);

hallTest("[TR25] an attempt under way or under review is not erased", async (hall) => {
  const { attempts, audit } = hall.services;
  await hall.exam();
  const attempt = await hall.join();
  await hall.append(attempt, [typed(1)]);
  assert.equal(await refusalOf(eraseAttempt(attempts, audit, attempt.attemptId)), "wrong_state");
  assert.equal(attempt.isLost, false);
  await hall.append(attempt, [typed(2)]);
  assert.equal(attempt.head.lastSeq, 2);
});

hallTest("[TR26] what was removed does not come back by a writer that still had it in memory", async (hall) => {
  await hall.exam({ retention: { events_days: 0, reports_days: 5 } });
  const attempt = await ended(hall);
  await jobOf(hall).run();
  assert.equal(attempt.isLost, true);
  hall.services.attempts.snapshots.queue(attempt);
  await hall.services.attempts.drained();
  assert.ok(!(await storeText(hall)).includes(WORDS));
});
