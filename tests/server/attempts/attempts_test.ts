import assert from "node:assert/strict";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { ExamDocument } from "../../../protocol/exam_document.ts";
import type { RiskReport } from "../../../protocol/risk.ts";
import { createState, fold } from "../../../scoring/fold.ts";
import { restoreState, snapshotState } from "../../../scoring/state_snapshot.ts";
import { makeEvidenceSecret, Signer } from "../../../server/evidence/signing.ts";
import { Attempts } from "../../../server/attempts/attempts.ts";
import { CohortJob } from "../../../server/attempts/cohort_job.ts";
import { submitDue, submitOrphans } from "../../../server/attempts/housekeeping.ts";
import { extend, pause, resume } from "../../../server/attempts/interventions.ts";
import { createFold } from "../../../server/attempts/attempt_fold.ts";
import { foldLog, questionIds } from "../../../server/attempts/load_attempt.ts";
import { SNAPSHOT_EVERY } from "../../../server/attempts/snapshots.ts";
import { StartRequests } from "../../../server/attempts/start_requests.ts";
import { startAttempt } from "../../../server/attempts/start_attempt.ts";
import { Refusal } from "../../../server/errors.ts";
import { createExam } from "../../../server/exams/create_exam.ts";
import { Exams } from "../../../server/exams/exams.ts";
import { EMBEDDED_LIMITS } from "../../../server/store/committer.ts";
import { createStores, type Stores } from "../../../server/store/stores.ts";
import { alarmingBatches } from "../../support/alarming_session.ts";

const START = 1_800_000_000_000;
const signer = new Signer(makeEvidenceSecret());

/** A hall with a clock that the test turns; `instance` opens the same store as another server. */
class Hall {
  now = START;
  readonly stores: Stores;
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
    this.stores = createStores(kv, "one");
  }

  instance(name = "one"): Attempts {
    const stores = name === "one" ? this.stores : createStores(this.#kv, name);
    const now = () => this.now;
    const committer = stores.committer(EMBEDDED_LIMITS);
    const startRequests = new StartRequests(stores, "a secret of some length", now);
    return new Attempts({
      stores,
      exams: new Exams(stores, now),
      committer,
      signer,
      startRequests,
      now,
    });
  }

  async exam(fields: Record<string, unknown> = {}): Promise<void> {
    const questions = [{ id: "q1", type: "essay", text: "Write." }];
    const document = ExamDocument.parse({ code: "HALL", title: "Hall", duration_minutes: 60, questions, ...fields });
    await createExam(this.stores, document, this.now);
  }
}

function hallTest(title: string, run: (hall: Hall) => Promise<void>): void {
  Deno.test(title, async () => {
    const kv = await Deno.openKv(":memory:");
    try {
      await run(new Hall(kv));
    } finally {
      kv.close();
    }
  });
}

async function join(attempts: Attempts): Promise<string> {
  const answer = await startAttempt(attempts, { code: "hall", student: { name: "Ada" } }, () => {});
  return answer.attempt_id;
}

const typed = (t: number, inserted = "a", at = 0): CapturedEvent => ({
  at,
  inserted,
  question: "q1",
  removed: 0,
  t,
  type: "answer_edit",
});
const batch = (seq: number, events: CapturedEvent[]) => ({ seq, sentAt: 0, events });

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "done";
}

hallTest("[AT1] a log read back replays to the same reports, to the last bit", async (hall) => {
  await hall.exam();
  const attempts = hall.instance();
  const attempt = await attempts.open(await join(attempts));
  const live: RiskReport[] = [];
  for (const [index, events] of alarmingBatches().entries()) {
    hall.now += 50_000;
    await attempt.append(batch(index + 1, events), hall.now);
    if (attempt.folded.report) live.push(structuredClone(attempt.folded.report));
  }
  const context = await attempts.contexts.current(attempt.exam, attempt.record);
  const state = createState();
  const replayed: RiskReport[] = [];
  for await (const { entry } of attempts.log.read(attempt.attemptId)) {
    const report = fold(state, entry, context.context);
    if (entry.kind !== "batch") continue;
    replayed.push(structuredClone(report));
    assert.deepEqual({ risk: report.risk, level: report.level }, entry.report);
  }
  assert.deepEqual(replayed, live);
  assert.ok(live.some((report) => report.risk === 100));
});

hallTest("[AT2] another instance takes an attempt over from its snapshot and goes on bit for bit", async (hall) => {
  await hall.exam();
  const first = hall.instance("one");
  const attemptId = await join(first);
  const attempt = await first.open(attemptId);
  let seq = 0;
  for (; seq < SNAPSHOT_EVERY + 10; seq++) {
    hall.now += 1_000;
    await attempt.append(batch(seq + 1, [typed(seq * 1_000, "word ", seq * 5)]), hall.now);
  }
  await first.drained();
  const second = hall.instance("two");
  const taken = await second.open(attemptId);
  assert.deepEqual(snapshotState(taken.folded.score), snapshotState(attempt.folded.score));
  assert.deepEqual(taken.folded.report, attempt.folded.report);
  assert.deepEqual(taken.folded.sheet.toAnswers(), attempt.folded.sheet.toAnswers());
  const whole = createFold(questionIds(taken.exam));
  await foldLog(whole, second.log, second.contexts, attemptId, Infinity);
  assert.deepEqual(snapshotState(whole.score), snapshotState(taken.folded.score));
  assert.deepEqual(whole.sheet.toAnswers(), taken.folded.sheet.toAnswers());
  assert.deepEqual(snapshotState(restoreState(snapshotState(whole.score))), snapshotState(whole.score));

  assert.equal(await refusal(attempt.append(batch(seq + 1, [typed(99_000)]), hall.now)), "unavailable");
  assert.ok(attempt.isLost);
  assert.deepEqual(await taken.append(batch(seq + 1, [typed(99_000)]), hall.now), { kind: "ack", seq: seq + 1 });
});

hallTest("[AT3] batches that arrive together are one commit, and each is answered", async (hall) => {
  await hall.exam();
  const attempts = hall.instance();
  const attempt = await attempts.open(await join(attempts));
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => attempt.append(batch(index + 1, [typed(index)]), hall.now)),
  );
  assert.deepEqual(outcomes.map((outcome) => outcome.seq), Array.from({ length: 20 }, (_, index) => index + 1));
  assert.equal((await Array.fromAsync(attempts.log.read(attempt.attemptId))).length, 21);
});

hallTest("[AT4] a resend while the first is still on its way is answered once it is stored", async (hall) => {
  await hall.exam();
  const attempts = hall.instance();
  const attempt = await attempts.open(await join(attempts));
  const one = attempt.append(batch(1, [typed(5)]), hall.now);
  const two = attempt.append(batch(1, [typed(5)]), hall.now);
  const other = attempt.append(batch(1, [typed(6)]), hall.now);
  assert.deepEqual(await Promise.all([one, two, other]), [
    { kind: "ack", seq: 1 },
    { kind: "ack", seq: 1 },
    { kind: "conflict", seq: 1, lastSeq: 1 },
  ]);
});

hallTest("[AT5] the server submits at the deadline with what it has", async (hall) => {
  await hall.exam({ duration_minutes: 10 });
  const attempts = hall.instance();
  const attempt = await attempts.open(await join(attempts));
  await attempt.append(batch(1, [typed(10, "Kept")]), hall.now);
  hall.now += 10 * 60_000 - 1;
  submitDue(attempts, assert.fail);
  await attempt.settled();
  assert.equal(attempt.head.state, "active");
  hall.now += 1;
  submitDue(attempts, assert.fail);
  await attempt.settled();
  assert.equal(attempt.head.state, "expired");
  assert.equal(attempt.head.endedBy, "deadline");
  assert.deepEqual(attempt.folded.sheet.toAnswers(), { q1: "Kept" });
});

hallTest("[AT6] an attempt that nobody serves is submitted by whoever looks", async (hall) => {
  await hall.exam({ duration_minutes: 10 });
  const attemptId = await join(hall.instance("gone"));
  hall.now += 11 * 60_000;
  const attempts = hall.instance("looks");
  assert.equal(await submitOrphans(attempts), 1);
  assert.equal((await attempts.stored(attemptId))?.head.state, "expired");
  assert.equal(await submitOrphans(attempts), 0);
});

hallTest(
  "[AT7] late work within the grace is taken and marked; what was done past the deadline is not applied",
  async (hall) => {
    await hall.exam({ duration_minutes: 10, policy: { grace_minutes: 5 } });
    const attempts = hall.instance();
    const attempt = await attempts.open(await join(attempts));
    hall.now += 10 * 60_000;
    submitDue(attempts, assert.fail);
    await attempt.settled();
    hall.now += 60_000;
    await attempt.append(batch(1, [typed(9 * 60_000, "In time. "), typed(11 * 60_000, "Too late.", 9)]), hall.now);
    assert.deepEqual(attempt.folded.sheet.toAnswers(), { q1: "In time. " });
    const [, , entry] = await Array.fromAsync(attempts.log.read(attempt.attemptId));
    assert.ok(entry.entry.kind === "batch" && entry.entry.late && entry.entry.events.length === 2);
    hall.now += 5 * 60_000;
    assert.equal(await refusal(attempt.append(batch(2, [typed(9.5 * 60_000)]), hall.now)), "past_deadline");
  },
);

hallTest("[AT8] paused time does not count, and extra minutes do", async (hall) => {
  await hall.exam({ duration_minutes: 10 });
  const attempts = hall.instance();
  const attempt = await attempts.open(await join(attempts));
  const actor = () => ({ by: "amina", now: hall.now, reason: null });
  hall.now += 60_000;
  await attempt.intervene(pause(actor()));
  hall.now += 30 * 60_000;
  submitDue(attempts, assert.fail);
  assert.equal(attempt.head.state, "paused");
  await attempt.intervene(resume(actor()));
  assert.equal(attempt.head.deadline, START + 40 * 60_000);
  await attempt.intervene(extend(actor(), 5, 0));
  assert.equal(attempt.head.deadline, START + 45 * 60_000);
  assert.equal(await refusal(attempt.intervene(resume(actor()))), "wrong_state");
  const again = await hall.instance("two").open(attempt.attemptId);
  assert.equal(again.head.deadline, START + 45 * 60_000);
});

hallTest("[AT9] extra time is the student's own, and part of the deadline", async (hall) => {
  await hall.exam({ duration_minutes: 10, accommodations: { extra_time_percent: 50 } });
  const attempts = hall.instance();
  const attempt = await attempts.open(await join(attempts));
  assert.equal(attempt.head.deadline, START + 15 * 60_000);
});

hallTest("[AT10] a wrong or jumping clock of the student changes neither deadline nor risk", async (hall) => {
  await hall.exam();
  const attempts = hall.instance();
  const right = await attempts.open(await join(attempts));
  const wrong = await attempts.open(await join(attempts));
  for (let seq = 1; seq <= 30; seq++) {
    hall.now += 1_000;
    const events = [typed(seq * 1_000, "a", seq)];
    await right.append({ seq, sentAt: hall.now, events }, hall.now);
    await wrong.append({ seq, sentAt: hall.now + (seq % 2 === 0 ? 1_200_000 : -1_200_000), events }, hall.now);
  }
  assert.deepEqual(wrong.folded.report, right.folded.report);
  assert.equal(wrong.head.deadline, right.head.deadline - 0);
  assert.equal(wrong.head.lastT, right.head.lastT);
});

hallTest(
  "[AT11] the cohort's summary is a context of its own, and the log says which batch was scored in which",
  async (hall) => {
    await hall.exam();
    const attempts = hall.instance();
    const attempt = await attempts.open(await join(attempts));
    await attempt.append(batch(1, [typed(1_000)]), hall.now);
    await new CohortJob(attempts, (name) => hall.stores.lease(name, "one", () => hall.now)).run();
    hall.now += 10_000;
    await new CohortJob(attempts, (name) => hall.stores.lease(name, "one", () => hall.now)).run();
    await attempt.append(batch(2, [typed(2_000, "b", 1)]), hall.now);
    const entries = await Array.fromAsync(attempts.log.read(attempt.attemptId));
    const [before, after] = entries.slice(1).map(({ entry }) => entry.context);
    assert.notEqual(before, after);
    assert.equal((await attempts.contexts.require(before)).cohort, null);
    assert.equal((await attempts.contexts.require(after)).cohort?.attempts, 1);
  },
);
