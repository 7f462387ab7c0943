import assert from "node:assert/strict";
import { admit, practise } from "../../../server/attempts/admission.ts";
import { accommodate, call } from "../../../server/attempts/allowances.ts";
import { dueAt, effectiveDeadline } from "../../../server/attempts/effective_deadline.ts";
import { end, extend, lock, notice, pause } from "../../../server/attempts/interventions.ts";
import { submitDue } from "../../../server/attempts/housekeeping.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { Accommodations } from "../../../protocol/exam.ts";
import { LEAST_PRACTICE_EVENTS, MAX_PRACTICE_EVENTS } from "../../../protocol/limits.ts";
import { exportExam } from "../../../server/delivery/export_exam.ts";
import { verifyExport } from "../../../server/delivery/verify_export.ts";
import { extraMs } from "../../../server/exams/exam_time.ts";
import { submitAttempt } from "../../../server/room/submit_attempt.ts";
import { startTrial } from "../../../server/attempts/start_attempt.ts";
import { type Hall, HALL_START, hallTest, refusalOf, typed } from "../../support/hall.ts";

const MINUTE = 60_000;
const BY_PROCTOR = { policy: { admission: "proctor" } };

const by = (hall: Hall) => ({ by: "pat", now: hall.now, reason: null });

async function letIn(hall: Hall, attempt: LiveAttempt): Promise<void> {
  await attempt.intervene(admit(by(hall), attempt.exam, attempt.context));
}

hallTest("[EX50] who joins waits: nothing is captured, nothing handed in, and no time runs", async (hall) => {
  await hall.exam(BY_PROCTOR);
  const attempt = await hall.join();
  assert.equal(attempt.head.state, "waiting");
  assert.equal(dueAt(attempt.head), null, "it waits for as long as it takes");
  hall.now += 5 * 60 * MINUTE;
  assert.equal(await refusalOf(hall.append(attempt, [typed(1_000, "too early")])), "wrong_state");
  assert.equal(await refusalOf(submitAttempt(attempt, { q1: "too early" }, hall.now)), "wrong_state");
  for (const refused of [pause(by(hall)), lock(by(hall)), extend(by(hall), 10, 0)]) {
    assert.equal(await refusalOf(attempt.intervene(refused)), "wrong_state");
  }
  await attempt.intervene(notice(by(hall), "message"));
  await attempt.intervene(call(by(hall)));
  submitDue(hall.services.attempts, () => assert.fail("nothing is due"));
  assert.equal(attempt.head.state, "waiting");
  assert.deepEqual(attempt.folded.sheet.toAnswers(), {});
});

hallTest("[EX50] somebody of the staff who tries the exam does not wait", async (hall) => {
  const exam = await hall.exam(BY_PROCTOR);
  const { attempt_id, exam: { questions } } = await startTrial(hall.services.attempts, exam, "amina");
  assert.equal((await hall.services.attempts.open(attempt_id)).head.state, "active");
  assert.equal(questions.length, 1);
});

hallTest(
  "[EX51] time runs from the admission, with what is allowed by then, and not past the closing",
  async (hall) => {
    const closes_at = new Date(HALL_START + 100 * MINUTE).toISOString();
    await hall.exam({ ...BY_PROCTOR, closes_at });
    const [ada, bo] = [await hall.join("Ada"), await hall.join("Bo")];
    assert.equal(dueAt(ada.head), Date.parse(closes_at));
    hall.now += 10 * MINUTE;
    await letIn(hall, ada);
    assert.deepEqual([ada.head.state, ada.head.deadline], ["active", hall.now + 60 * MINUTE]);
    const accommodations = Accommodations.parse({ extra_time_percent: 50 });
    const current = await hall.services.attempts.contexts.current(bo.exam, { accommodations });
    await bo.intervene(
      accommodate(by(hall), accommodations, extraMs(bo.exam.document, accommodations), undefined),
      [],
      current,
    );
    assert.equal(effectiveDeadline(bo.head, hall.now), Date.parse(closes_at), "no time of it has begun");
    hall.now += 60 * MINUTE;
    await letIn(hall, bo);
    assert.equal(bo.head.deadline, Date.parse(closes_at) + 30 * MINUTE, "the closing and their own time behind it");
    assert.equal(await refusalOf(letIn(hall, bo)), "wrong_state");
  },
);

hallTest(
  "[EX51] the log says who was let in when; live, from the store and in an export it comes to the same",
  async (hall) => {
    const exam = await hall.exam(BY_PROCTOR);
    const attempt = await hall.join();
    hall.now += 20 * MINUTE;
    await letIn(hall, attempt);
    hall.now += 10_000;
    await hall.append(attempt, [
      typed(0, "before "),
      typed(19 * MINUTE, "before "),
      typed(20 * MINUTE + 5_000, "after"),
    ]);
    const live = {
      answers: attempt.folded.sheet.toAnswers(),
      kept: attempt.folded.kept,
      report: attempt.folded.report,
    };
    assert.deepEqual(live.answers, { q1: "after" });
    assert.equal(live.kept?.edits, 2, "what lies before the admission is evidence alone");
    const waiting = await hall.join("Bo");
    const later = await hall.restarted();
    const loaded = await later.services.attempts.view(attempt.attemptId);
    assert.deepEqual(loaded.folded.sheet.toAnswers(), live.answers);
    assert.deepEqual([loaded.folded.kept, loaded.folded.report], [live.kept, live.report]);
    assert.equal((await later.services.attempts.open(waiting.attemptId)).head.state, "waiting");
    const lines = await Array.fromAsync(exportExam(later.stores, exam, () => later.now));
    const verdict = await verifyExport(new Blob(lines as BlobPart[]).stream());
    assert.deepEqual([verdict.misfit, verdict.notReplayed], [null, 0]);
  },
);

hallTest("[EX51] waiting is nobody's time: the score is that of an attempt that began at once", async (hall) => {
  await hall.exam();
  const atOnce = await hall.join("Ada");
  const beganAt = hall.now;
  await hall.sit(atOnce, "pasting", 4, 300_000);
  await hall.exam({ ...BY_PROCTOR, code: "WAIT" });
  const waited = await hall.join("Ada", "WAIT");
  hall.now += 20 * MINUTE;
  await letIn(hall, waited);
  const shift = hall.now - waited.record.startedAt;
  const log = await Array.fromAsync(hall.stores.log.read(atOnce.attemptId, 0));
  for (const { entry } of log) {
    if (entry.kind !== "batch") continue;
    hall.now = waited.record.startedAt + shift + (entry.received_at - beganAt);
    await hall.append(waited, entry.events.map((event) => ({ ...event, t: event.t + shift })));
  }
  const rounded = (share: number | null) => share === null ? null : Math.round(share * 1e9) / 1e9;
  const of = ({ folded: { report } }: LiveAttempt) => ({
    risk: rounded(report?.risk ?? null),
    contributions: report?.contributions.map(({ name, points }) => [name, rounded(points)]),
    signals: Object.entries(report?.signals ?? {}).map(([name, share]) => [name, rounded(share)]),
  });
  assert.deepEqual(of(waited), of(atOnce));
  assert.ok((waited.folded.report?.risk ?? 0) > 0);
});

hallTest(
  "[EX54] the closing ends the wait, takes nothing late, and more time lets the student begin all the same",
  async (hall) => {
    const closes_at = new Date(HALL_START + 30 * MINUTE).toISOString();
    await hall.exam({ ...BY_PROCTOR, closes_at });
    const attempt = await hall.join();
    hall.now = Date.parse(closes_at);
    assert.equal(await refusalOf(letIn(hall, attempt)), "wrong_state");
    submitDue(hall.services.attempts, () => {});
    await attempt.settled();
    assert.equal(attempt.head.state, "expired");
    assert.equal(
      await refusalOf(hall.append(attempt, [typed(1_000)])),
      "wrong_state",
      "there is no grace for what never began",
    );
    hall.now += MINUTE;
    await attempt.intervene(extend(by(hall), 45, 10 * MINUTE));
    assert.deepEqual([attempt.head.state, attempt.head.deadline], ["active", hall.now + 45 * MINUTE]);
    hall.now += 10_000;
    await hall.append(attempt, [typed(31 * MINUTE + 5_000, "at last")]);
    assert.deepEqual(attempt.folded.sheet.toAnswers(), { q1: "at last" });
    const kinds = attempt.folded.actions.map(({ kind }) => kind);
    assert.deepEqual(kinds, ["started", "ended", "admitted"]);
  },
);

hallTest("[EX54] who waits can be sent away", async (hall) => {
  await hall.exam(BY_PROCTOR);
  const attempt = await hall.join();
  await attempt.intervene(end(by(hall), "proctor"));
  assert.equal(attempt.head.state, "terminated");
});

/** Keys as somebody types them, so many. */
function keys(count: number, everyMs = 180): Extract<CapturedEvent, { type: "keystroke_data" }>[] {
  return Array.from({ length: count }, (_, index) => ({
    dwell: 80 + index % 7,
    flight: null,
    key: index % 6 === 5 ? "space" : "letter",
    t: index * everyMs,
    type: "keystroke_data",
  }));
}

hallTest(
  "[PB7] a log of practice is short, however little each message of it says",
  async (hall) => {
    await hall.exam(BY_PROCTOR);
    const attempt = await hall.join();
    const all = keys(1_000);
    let sent = 0;
    while (await refusalOf(attempt.intervene(practise({ now: hall.now }, all.slice(sent, sent + 1)))) === "done") {
      sent++;
    }
    assert.equal(sent, MAX_PRACTICE_EVENTS / LEAST_PRACTICE_EVENTS);
    const entries = await Array.fromAsync(hall.services.attempts.log.read(attempt.attemptId));
    assert.equal(entries.filter(({ entry }) => entry.kind === "practised").length, sent);
  },
);

hallTest(
  "[PB7] whoever types on and tells what they typed every few seconds practises as long as they may",
  async (hall) => {
    await hall.exam(BY_PROCTOR);
    const attempt = await hall.join();
    const all = keys(500);
    for (let from = 0; from < all.length; from += LEAST_PRACTICE_EVENTS) {
      await attempt.intervene(practise({ now: hall.now }, all.slice(from, from + LEAST_PRACTICE_EVENTS)));
    }
    assert.equal(attempt.head.practised, 500);
  },
);

hallTest(
  "[PB5] practice while waiting is an entry of the log: no answer, no risk, nothing that was done; and it ends with the wait",
  async (hall) => {
    const exam = await hall.exam(BY_PROCTOR);
    const attempt = await hall.join();
    const sent = (events: ReturnType<typeof keys>) => attempt.intervene(practise({ now: hall.now }, events));
    for (let from = 0; from < 200; from += 50) await sent(keys(200).slice(from, from + 50));
    await sent(keys(500));
    assert.equal(await refusalOf(sent(keys(400))), "wrong_state", "there is a limit");
    assert.deepEqual([attempt.head.risk.risk, attempt.head.lastSeq, attempt.head.hasWritten], [0, 0, undefined]);
    assert.deepEqual(attempt.folded.actions.map(({ kind }) => kind), ["started"]);
    await letIn(hall, attempt);
    assert.equal(await refusalOf(sent(keys(10))), "wrong_state");
    hall.now += 60_000;
    const typing = keys(300, 150).map((key) => ({ ...key, t: key.t + 500 }));
    for (let from = 0; from < 300; from += 60) await hall.append(attempt, typing.slice(from, from + 60));
    const live = attempt.folded.report;
    assert.notEqual(live?.signals.takeover, null, "it is a baseline");
    const later = await hall.restarted();
    assert.deepEqual((await later.services.attempts.view(attempt.attemptId)).folded.report, live);
    const lines = await Array.fromAsync(exportExam(later.stores, exam, () => later.now));
    const verdict = await verifyExport(new Blob(lines as BlobPart[]).stream());
    assert.deepEqual([verdict.misfit, verdict.notReplayed], [null, 0]);
  },
);
