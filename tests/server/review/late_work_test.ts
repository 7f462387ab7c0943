import assert from "node:assert/strict";
import { Batch, type CapturedEvent } from "../../../protocol/events.ts";
import { pause, resume } from "../../../server/attempts/interventions.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { makeProof } from "../../../server/delivery/make_proof.ts";
import { verifyProof } from "../../../server/delivery/verify_proof.ts";
import { exportExam } from "../../../server/delivery/export_exam.ts";
import { verifyExport } from "../../../server/delivery/verify_export.ts";
import { applyLateWork } from "../../../server/review/apply_late_work.ts";
import { takeLateWork } from "../../../server/review/late_work.ts";
import { ownCaptured } from "../../../server/review/own_captured.ts";
import { type Hall, hallTest, refusalOf, typed } from "../../support/hall.ts";

const MINUTE = 60_000;

const amina = (hall: Hall) => ({ by: "amina", now: hall.now, reason: "The Wi-Fi was down." });
const line = (hall: Hall) => hall.services.audit.line({ ...SYSTEM, what: "take_late_work" });
const q1 = (attempt: LiveAttempt) => attempt.folded.sheet.toAnswers().q1;

/** A student who wrote "before", was paused for a minute at half an hour, and went away; the grace is over. */
async function lost(hall: Hall): Promise<{ attempt: LiveAttempt; batches: Batch[] }> {
  await hall.exam();
  const attempt = await hall.join();
  hall.now += MINUTE;
  await hall.append(attempt, [typed(MINUTE, "before")]);
  hall.now += 29 * MINUTE;
  await attempt.intervene(pause(amina(hall)));
  hall.now += MINUTE;
  await attempt.intervene(resume(amina(hall)));
  const batches: CapturedEvent[][] = [
    [
      { dwell: 80, flight: 110, key: "letter", t: 20 * MINUTE, type: "keystroke_data" },
      typed(20 * MINUTE, " in time", 6),
    ],
    [typed(30 * MINUTE + 20_000, " while paused", 14)],
    [typed(40 * MINUTE, " again", 14), { type: "answer_select", question: "nowhere", choices: [], t: 40 * MINUTE }],
    [typed(90 * MINUTE, " too late", 20)],
  ];
  hall.now = attempt.head.deadline;
  await hall.end(attempt, "deadline");
  hall.now += 30 * MINUTE;
  return { attempt, batches: batches.map((events, index) => Batch.parse({ seq: index + 2, sentAt: 7, events })) };
}

hallTest(
  "[TR56] work of a device that came back after the grace is taken in as evidence, marked, and once",
  async (hall) => {
    const { attempt, batches } = await lost(hall);
    const { attempts } = hall.services;
    const { attemptId } = attempt;
    const work = { attempt_id: attemptId, batches, last_hash: null };
    assert.equal(await refusalOf(attempt.append(batches[0], hall.now)), "past_deadline");
    assert.deepEqual(await takeLateWork(attempts, work, amina(hall), line(hall)), { taken: 4, known: 0, edits: 5 });
    const { n } = attempt.head;
    assert.deepEqual(await takeLateWork(attempts, work, amina(hall), line(hall)), { taken: 0, known: 4, edits: 0 });
    assert.equal(attempt.head.n, n, "again adds nothing");
    assert.equal(q1(attempt), "before");
    const log = (await Array.fromAsync(attempts.log.read(attemptId))).map(({ entry }) => entry);
    const taken = log.filter((entry) => entry.kind === "batch").slice(1);
    assert.deepEqual(taken.map((entry) => [entry.seq, entry.late, entry.handed_over_by, entry.sentAt]), [
      [2, true, "amina", 7],
      [3, true, "amina", 7],
      [4, true, "amina", 7],
      [5, true, "amina", 7],
    ]);
    assert.equal(log.at(-1)?.kind, "handed_over");
    assert.deepEqual(await hall.stores.flags.list(attempt.record.examId, attemptId), []);
  },
);

hallTest("[TR56] a file that says the same twice, or is given twice at once, adds it once", async (hall) => {
  const { attempt, batches } = await lost(hall);
  const { attempts } = hall.services;
  const twice = batches.concat(batches.map((batch) => ({ ...batch, seq: batch.seq + 1 })));
  const work = { attempt_id: attempt.attemptId, batches: twice, last_hash: null };
  const take = () => takeLateWork(attempts, work, amina(hall), line(hall));
  const taken = await Promise.all([take(), take()]);
  // Whichever of the two was first.
  taken.sort((a, b) => b.taken - a.taken);
  assert.deepEqual(taken.map((each) => [each.taken, each.known]), [[4, 4], [0, 8]]);
  assert.equal(attempt.head.lastSeq, 5);
});

hallTest(
  "[TR57] what was handed over counts by a person's word alone, and only what was written in time",
  async (hall) => {
    const { attempt, batches } = await lost(hall);
    const { attempts } = hall.services;
    const { attemptId } = attempt;
    const risk = attempt.head.risk.risk;
    assert.equal(await refusalOf(applyLateWork(attempts, attemptId, amina(hall), line(hall))), "wrong_state");
    await takeLateWork(
      attempts,
      { attempt_id: attemptId, batches: batches.slice(0, 2), last_hash: null },
      amina(hall),
      line(hall),
    );
    assert.deepEqual(await applyLateWork(attempts, attemptId, amina(hall), line(hall)), ["q1"]);
    assert.equal(q1(attempt), "before in time");
    await takeLateWork(attempts, { attempt_id: attemptId, batches, last_hash: null }, amina(hall), line(hall));
    assert.deepEqual(await applyLateWork(attempts, attemptId, amina(hall), line(hall)), ["q1"]);
    assert.equal(q1(attempt), "before in time again");
    assert.equal(await refusalOf(applyLateWork(attempts, attemptId, amina(hall), line(hall))), "wrong_state");
    const { by, reason, applied } = attempt.folded.actions.at(-1) ?? {};
    assert.deepEqual([by, reason, applied], ["amina", "The Wi-Fi was down.", undefined]);
    assert.ok(attempt.head.risk.risk <= risk + 1, "no text from outside");
    const lines = await Array.fromAsync(exportExam(hall.stores, attempt.exam, () => hall.now));
    const verdict = await verifyExport(new Blob(lines as BlobPart[]).stream());
    assert.deepEqual([verdict.misfit, verdict.notReplayed], [null, 0]);
    const view = await (await hall.restarted()).services.attempts.view(attemptId);
    assert.equal(view.folded.sheet.toAnswers().q1, "before in time again");
  },
);

hallTest("[TR56] work is taken in of an attempt that is over and whole, and in the order of time", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  const { attempts } = hall.services;
  const work = (events: CapturedEvent[]) => ({
    attempt_id: attempt.attemptId,
    batches: [{ seq: 1, sentAt: 0, events }],
    last_hash: null,
  });
  const take = (events: CapturedEvent[]) => refusalOf(takeLateWork(attempts, work(events), amina(hall), line(hall)));
  assert.equal(await take([typed(1)]), "wrong_state");
  await hall.end(attempt, "deadline");
  assert.equal(await take([typed(2), typed(1)]), "out_of_order");
  assert.equal(await take([typed(1)]), "done");
});

hallTest("[EV44] who took late work in stands neither in its student's account nor in their own data", async (hall) => {
  const { attempt, batches } = await lost(hall);
  const { services } = hall;
  const work = { attempt_id: attempt.attemptId, batches, last_hash: null };
  await takeLateWork(services.attempts, work, amina(hall), line(hall));
  const { record, head, folded, exam } = attempt;
  const lines = await Array.fromAsync(
    makeProof(services.attempts, exam, attempt.attemptId, { record, head: { ...head }, folded }),
  );
  const account = new Blob(lines as BlobPart[]);
  assert.equal((await verifyProof(account.stream())).misfit, null);
  assert.ok(!(await account.text()).includes("amina"));
  const own = JSON.stringify(await ownCaptured(services.attempts, attempt.attemptId));
  assert.ok(own.includes("while paused"));
  assert.ok(!own.includes("amina"));
});
