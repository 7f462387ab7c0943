import assert from "node:assert/strict";
import fc from "fast-check";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { ConnectionLosses, lossMinutes } from "../../../server/attempts/connection_losses.ts";
import { MOST_VIEWS, questionAt, QuestionTime } from "../../../server/attempts/question_time.ts";
import { removeEvents } from "../../../server/retention/remove_attempt.ts";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { decideFlag, raiseFlag } from "../../../server/review/flags.ts";
import { Overviews } from "../../../server/review/read_overview.ts";
import { Hall, hallTest, typed } from "../../support/hall.ts";

const view = (t: number, question: string): CapturedEvent => ({ type: "question_view", question, t });
const network = (t: number, online: boolean): CapturedEvent => ({ type: "connection_change", online, t });

Deno.test("[RV75] which question was in view is known at any moment, through a snapshot too, and in bounded memory", () => {
  const times = new QuestionTime(new Set(["q1", "q2"]));
  for (let n = 0; n < 4 * MOST_VIEWS; n++) times.take(view(n * 1_000, n % 2 === 0 ? "q1" : "q2"));
  const again = new QuestionTime(new Set(["q1", "q2"]));
  again.restore(times.toKept());
  again.take(view(5_000_000, "q1"));
  const { views = [] } = again.toKept();
  assert.equal(views.length, MOST_VIEWS);
  assert.deepEqual([questionAt(views, 0), questionAt(views, 1_999), questionAt(views, 2_000)], ["q1", "q2", "q1"]);
  // What was not kept is not known: it is not the last one that was.
  assert.equal(questionAt(views, 5_000_001), null);
  assert.equal(questionAt([[10, "q1"]], 9), null);
});

Deno.test("[RV75] a snapshot of before views were kept says nothing of them, and keeps the times", () => {
  const times = new QuestionTime(new Set(["q1"]));
  times.restore({ question: "q1", t: 1_000, inView: [["q1", 1_000]] });
  times.take(view(3_000, "q1"));
  assert.deepEqual(times.toKept(), { question: "q1", t: 3_000, inView: [["q1", 3_000]] });
});

Deno.test("[RV76] a loss counts once until the network is back, or the page begins anew", () => {
  const losses = new ConnectionLosses();
  const start: CapturedEvent = { type: "capture_start", by: "page", signals: [], t: 130_000 };
  const events = [
    network(1_000, false),
    network(2_000, false),
    network(3_000, true),
    network(61_000, false),
    start,
    network(131_000, false),
  ];
  for (const event of events) losses.take(event);
  assert.deepEqual(lossMinutes(losses.toKept()), [[0, 1], [1, 1], [2, 1]]);
});

Deno.test("[RV76] however long and often the network is lost, no loss is lost, and what is kept stays small", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 400 }), (minutes) => {
    let losses = new ConnectionLosses();
    for (const minute of minutes) {
      losses.take(network(minute * 60_000, false));
      losses.take(network(minute * 60_000 + 1, true));
      const next = new ConnectionLosses();
      next.restore(JSON.parse(JSON.stringify(losses.toKept())));
      losses = next;
    }
    const { counts } = losses.toKept();
    assert.ok(counts.length <= 120);
    assert.equal(lossMinutes(losses.toKept()).reduce((sum, [, count]) => sum + count, 0), minutes.length);
  }));
});

const QUESTIONS = [{ id: "q1", type: "essay", text: "Write." }, { id: "q2", type: "essay", text: "Write more." }];

/** An attempt into which a long text came in one piece, with a flag of the rule for the risk at its second question. */
async function flagged(hall: Hall) {
  const exam = await hall.exam({ questions: QUESTIONS });
  const attempt = await hall.join("Ada");
  hall.now += 60_000;
  await hall.append(attempt, [
    view(0, "q1"),
    network(3_000, false),
    network(4_000, true),
    view(20_000, "q2"),
    { type: "paste_event", length: 900, origin: "outside", t: 30_000 },
    { ...typed(30_000, "outside ".repeat(110)), question: "q2" } as CapturedEvent,
    view(40_000, "q1"),
  ]);
  const rule = { code: "risk_above" as const, risk: 1 };
  const flag = { t: 30_000, at: hall.now, by: "rule", note: "", rule };
  const { flag_id } = await raiseFlag(attempt, hall.stores.flags, flag);
  await hall.end(attempt);
  return { exam, attempt, flag_id };
}

const overviewOf = (hall: Hall, exam: Awaited<ReturnType<typeof flagged>>["exam"]) =>
  new Overviews(hall.services.attempts, hall.stores.flags).of(exam);

hallTest(
  "[RV75] [RV76] [RV77] the overview tells the same from memory, from a snapshot and from the log",
  async (hall) => {
    const { exam, attempt, flag_id } = await flagged(hall);
    const decision = { flagId: flag_id, state: "confirmed" as const, by: "amina", now: hall.now };
    await decideFlag(attempt, hall.stores.flags, decision);
    const overview = await overviewOf(hall, exam);
    assert.deepEqual(overview.flag_questions, {
      questions: [
        { question: "q1", flags: 0, confirmed: 0, attempts: 0 },
        { question: "q2", flags: 1, confirmed: 1, attempts: 1 },
      ],
      unknown: 0,
    });
    assert.deepEqual(overview.losses, { of: 1, attempts: 1, spans: { width: 1, counts: [1], attempts: [1] } });
    const { signals, unknown } = overview.signal_flags;
    assert.ok(signals.some(({ name }) => name === "external_text"));
    assert.ok(signals.every(({ flags, confirmed, open }) => flags === 1 && confirmed === 1 && open === 0));
    assert.equal(unknown, 0);

    const next = await hall.restarted();
    const { snapshot } = await next.stores.snapshots.get(attempt.attemptId);
    assert.equal(snapshot?.n, attempt.head.n);
    assert.deepEqual(await overviewOf(next, exam), overview);
    await next.stores.snapshots.remove(attempt.attemptId);
    assert.deepEqual(await overviewOf(await Hall.open(hall.kv), exam), overview);
  },
);

hallTest("[RV75] [RV76] [RV77] of an older snapshot the overview says what it does not know", async (hall) => {
  const { exam, attempt } = await flagged(hall);
  const next = await hall.restarted();
  const { snapshot } = await next.stores.snapshots.get(attempt.attemptId);
  assert.ok(snapshot?.times);
  const { losses: _losses, raised: _raised, times: { views: _views, ...times }, ...before } = snapshot;
  await hall.stores.commit(hall.stores.snapshots.put(attempt.attemptId, { ...before, times }).mutations);
  const old = await Hall.open(hall.kv);
  const { flag_questions, losses, signal_flags, times_of } = await overviewOf(old, exam);
  assert.deepEqual([flag_questions.unknown, losses.of, signal_flags, times_of], [1, 0, { signals: [], unknown: 1 }, 1]);
  // It folds on from there to the same score, and stays without what is not known from the beginning on.
  const folded = (await old.services.attempts.open(attempt.attemptId)).folded;
  assert.deepEqual([folded.losses, folded.raised, folded.report], [null, null, attempt.folded.report]);
});

hallTest(
  "[RV75] [RV76] when events are removed, so is when the network was lost and what was in view",
  async (hall) => {
    const { exam, attempt, flag_id } = await flagged(hall);
    const decision = { flagId: flag_id, state: "dismissed" as const, by: "amina", now: hall.now };
    await decideFlag(attempt, hall.stores.flags, decision);
    const line = hall.services.audit.line({ ...SYSTEM, what: "remove" });
    await removeEvents(hall.services.attempts, attempt.attemptId, {
      cause: "retention",
      now: hall.now,
      fence: null,
      line,
    });
    const { flag_questions, losses, signal_flags } = await overviewOf(hall, exam);
    assert.deepEqual([flag_questions.unknown, losses.of, signal_flags.unknown], [1, 0, 0]);
  },
);
