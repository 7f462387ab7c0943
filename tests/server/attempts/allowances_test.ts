import assert from "node:assert/strict";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { Accommodations } from "../../../protocol/exam.ts";
import { RiskReport } from "../../../protocol/risk.ts";
import { accommodate, grantBreak, termsOf } from "../../../server/attempts/allowances.ts";
import { CohortJob } from "../../../server/attempts/cohort_job.ts";
import { endBreaks, submitDue, submitOrphans } from "../../../server/attempts/housekeeping.ts";
import { effectiveDeadline } from "../../../server/attempts/effective_deadline.ts";
import { lock, resume } from "../../../server/attempts/interventions.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { startAttempt } from "../../../server/attempts/start_attempt.ts";
import { grant } from "../../../server/room/grant.ts";
import { type Hall, HALL_START, hallTest, refusalOf, typed } from "../../support/hall.ts";

const MINUTE = 60_000;
const by = (hall: Hall) => ({ by: "proctor", now: hall.now, reason: null });
const grants = (hall: Hall, role: "proctor" | "instructor" = "proctor") => ({ by: "ada", now: hall.now, role });

function report(attempt: LiveAttempt): RiskReport {
  return RiskReport.parse(attempt.folded.report);
}

async function entries(hall: Hall, attempt: LiveAttempt) {
  return (await Array.fromAsync(hall.services.attempts.log.read(attempt.attemptId))).map(({ entry }) => entry);
}

/** The tab is left for a while, as one does who gets up. */
function away(fromT: number, ms: number): CapturedEvent[] {
  return [
    { focused: false, t: fromT, type: "focus_change" },
    { t: fromT + 10, type: "tab_switch", visible: false },
    { t: fromT + ms, type: "tab_switch", visible: true },
    { focused: true, t: fromT + ms + 10, type: "focus_change" },
  ];
}

/** Writes for a while, from an attempt time on. */
function writing(fromT: number, seconds: number): CapturedEvent[] {
  return Array.from({ length: seconds }, (_, index) => typed(fromT + index * 1_000, "word ", index * 5));
}

hallTest("[AD1] two breaks of six minutes add no risk, where the same time away adds much", async (hall) => {
  await hall.exam();
  const sit = async (isGranted: boolean) => {
    const attempt = await hall.join();
    const beganAt = hall.now;
    const at = (t: number) => hall.now = beganAt + t;
    for (const t of [2 * MINUTE, 12 * MINUTE]) {
      at(t);
      await hall.append(attempt, writing(t - 50_000, 50));
      if (isGranted) await attempt.intervene(grantBreak(by(hall), 6, undefined));
      at(t + 6 * MINUTE);
      await hall.append(attempt, away(t + 500, 6 * MINUTE - 1_000));
      endBreaks(hall.services.attempts, assert.fail);
      await attempt.settled();
      assert.equal(attempt.head.state, "active");
      at(t + 6 * MINUTE + 60_000);
      await hall.append(attempt, writing(t + 6 * MINUTE + 1_000, 50));
    }
    return attempt;
  };
  const granted = await sit(true);
  assert.deepEqual([report(granted).level, report(granted).signals.away], ["low", 0]);
  assert.ok(report(granted).risk < 10, `${report(granted).risk}`);
  assert.equal(granted.head.deadline, granted.record.startedAt + 72 * MINUTE, "the deadline moves by both");
  assert.ok(report(await sit(false)).risk > 30);
});

hallTest("[AD2] a break ends by itself, or with the student's return, and gives back what was used", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  await attempt.intervene(grantBreak(by(hall), 10, undefined));
  assert.equal(effectiveDeadline(attempt.head, hall.now), HALL_START + 70 * MINUTE, "from the first moment");
  hall.now += 4 * MINUTE;
  endBreaks(hall.services.attempts, assert.fail);
  await attempt.intervene(resume({ by: "student", now: hall.now, reason: null }));
  assert.deepEqual([attempt.head.state, attempt.head.deadline], ["active", HALL_START + 64 * MINUTE]);
  await attempt.intervene(grantBreak(by(hall), 5, undefined));
  await attempt.intervene(grantBreak(by(hall), 5, undefined));
  hall.now += 30 * MINUTE;
  endBreaks(hall.services.attempts, assert.fail);
  await attempt.settled();
  assert.deepEqual([attempt.head.state, attempt.head.deadline], ["active", HALL_START + 74 * MINUTE]);
  const last = (await entries(hall, attempt)).at(-1);
  assert.deepEqual(last?.kind === "resumed" && last.by, "system");
  await attempt.intervene(lock(by(hall)));
  assert.equal(await refusalOf(attempt.intervene(grantBreak(by(hall), 5, undefined))), "wrong_state");
});

hallTest(
  "[AD2] who never comes back from a break is submitted at the deadline, whoever serves the attempt",
  async (hall) => {
    await hall.exam();
    const served = await hall.join();
    const left = await hall.join("Grace");
    await served.intervene(grantBreak(by(hall), 10, undefined));
    await left.intervene(grantBreak(by(hall), 10, undefined));
    hall.now = HALL_START + 70 * MINUTE - 1;
    submitDue(hall.services.attempts, assert.fail);
    await served.settled();
    assert.equal(served.head.state, "paused");
    const next = await hall.restarted();
    next.now = HALL_START + 70 * MINUTE + 5_000;
    assert.equal(await submitOrphans(next.services.attempts), 2);
    assert.equal((await next.services.attempts.stored(left.attemptId))?.head.state, "expired");
  },
);

hallTest("[AD3] an accommodation counts from its entry on: earlier points stay, and a replay agrees", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  await hall.append(attempt, writing(0, 60));
  await hall.append(attempt, [
    { length: 900, origin: "outside", t: 61_000, type: "paste_event" },
    { at: 0, input: "paste", inserted: "x".repeat(900), question: "q1", removed: 0, t: 61_000, type: "answer_edit" },
  ]);
  const before = report(attempt).risk;
  assert.ok(before > 20);
  const accommodations = Accommodations.parse({ extra_time_percent: 25, technologies: ["dictation"] });
  const action = { id: "a", attempt_id: attempt.attemptId, accommodations, reason: "A broken arm" };
  await grant(hall.services.attempts, attempt, { type: "accommodate", ...action }, grants(hall), []);
  assert.equal(attempt.head.deadline, HALL_START + 75 * MINUTE);
  await hall.append(attempt, writing(70_000, 60));
  assert.ok(report(attempt).muted.includes("external_text"));
  const log = await entries(hall, attempt);
  const points = log.flatMap((entry) => entry.kind === "batch" ? [entry.report.risk] : []);
  assert.equal(points[1], before, "what was scored before stays");
  assert.ok(points[2] < before);
  const at = log.findIndex(({ kind }) => kind === "accommodated");
  assert.ok(log[at].context !== log[at - 1].context && log[at].context === log[at + 1].context, "a context of its own");
  const next = await hall.restarted();
  const again = await next.services.attempts.open(attempt.attemptId);
  assert.deepEqual(report(again), report(attempt));
  assert.deepEqual(termsOf(again).accommodations, accommodations, "also after a restart");
  await next.append(again, writing(140_000, 5));
  assert.equal((await entries(next, again)).at(-1)?.context, log[at].context);
});

hallTest("[AD3] of two grants at one moment the later one holds, and time is counted once", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  const ask = (extra_time_percent: number) => {
    const accommodations = Accommodations.parse({ extra_time_percent });
    const action = { type: "accommodate", id: `${extra_time_percent}`, attempt_id: attempt.attemptId, accommodations };
    // One after another, as they come to an attempt's writer.
    const { attempts } = hall.services;
    const write = () => grant(attempts, attempt, { ...action, type: "accommodate" }, grants(hall), []);
    return attempts.turns.take(attempt.attemptId, write);
  };
  const cohorts = new CohortJob(hall.services.attempts, (name) => hall.stores.lease(name, "here", () => hall.now));
  await Promise.all([ask(25), cohorts.run(), ask(50)]);
  assert.equal(attempt.head.deadline, HALL_START + 90 * MINUTE);
  assert.equal(attempt.context.accommodations.extra_time_percent, 50);
});

hallTest("[AD3] extra time that is taken back ends no attempt at once", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  const give = (extra_time_percent: number) =>
    attempt.intervene(
      accommodate(
        by(hall),
        Accommodations.parse({ extra_time_percent }),
        MINUTE * (extra_time_percent - 50),
        undefined,
      ),
    );
  await give(100);
  hall.now = attempt.head.deadline - MINUTE;
  await give(0);
  assert.equal(attempt.head.deadline, hall.now);
});

hallTest(
  "[AD4] the reason is private: the log has its salted hash, staff read it, erasing takes it away",
  async (hall) => {
    await hall.exam();
    const attempt = await hall.join();
    const action = {
      type: "grant_break",
      id: "b",
      attempt_id: attempt.attemptId,
      minutes: 5,
      reason: "Insulin",
    } as const;
    await grant(hall.services.attempts, attempt, action, grants(hall), []);
    const { privateReasons } = hall.stores;
    const [entry] = (await entries(hall, attempt)).filter(({ kind }) => kind === "paused");
    assert.ok(!JSON.stringify(await entries(hall, attempt)).includes("Insulin"));
    assert.ok(entry.kind === "paused" && entry.reason === null && entry.reason_hash !== undefined);
    const reasons = await privateReasons.list(attempt.attemptId);
    assert.equal(reasons.get(entry.reason_hash)?.text, "Insulin");
    await privateReasons.removeAll(attempt.attemptId);
    assert.equal((await privateReasons.list(attempt.attemptId)).size, 0);
  },
);

hallTest("[AD5] muting or reweighing a signal needs an instructor; what was muted already does not", async (hall) => {
  await hall.exam({ accommodations: { muted: ["takeover"], weights: { away: 0.5 } } });
  const attempt = await hall.join();
  const ask = (change: object, role: "proctor" | "instructor") => {
    const accommodations = Accommodations.parse({ ...termsOf(attempt).accommodations, ...change });
    const action = { type: "accommodate", id: "c", attempt_id: attempt.attemptId, accommodations } as const;
    return refusalOf(grant(hall.services.attempts, attempt, action, grants(hall, role), []));
  };
  assert.equal(await ask({ muted: ["takeover", "away"] }, "proctor"), "forbidden");
  assert.equal(await ask({ weights: { away: 0 } }, "proctor"), "forbidden");
  assert.equal(await ask({ extra_time_percent: 10, technologies: ["dictation"] }, "proctor"), "done");
  assert.equal(await ask({ muted: ["takeover", "away"] }, "instructor"), "done");
});

hallTest(
  "[AD6] dictation that arrives as plain insertions is Low where the student said so, and told",
  async (hall) => {
    await hall.exam();
    const sit = async (declared: "dictation"[]) => {
      const body = { code: "HALL", student: { name: "Ada" }, declared };
      const { attempt_id } = await startAttempt(hall.services.attempts, body, () => {});
      const attempt = await hall.services.attempts.open(attempt_id);
      for (let phrase = 0; phrase < 20; phrase++) {
        hall.now += 12_000;
        await hall.append(attempt, [
          typed(phrase * 12_000 + 1_000, "a phrase that somebody says ".repeat(4), phrase * 112),
        ]);
      }
      return attempt;
    };
    const silent = await sit([]);
    assert.ok(report(silent).risk > 30, `${report(silent).risk}`);
    const declared = await sit(["dictation"]);
    assert.equal(report(declared).level, "low");
    assert.ok(report(declared).contributions.some(({ name }) => name === "external_text"), "and visible");
    assert.deepEqual(report(declared).muted, [], "no accommodation by itself");
    const [started] = await entries(hall, declared);
    assert.deepEqual(started.kind === "started" && started.declared, ["dictation"]);
    const paste: CapturedEvent[] = [
      { length: 4_000, origin: "outside", t: 300_000, type: "paste_event" },
      {
        at: 0,
        input: "paste",
        inserted: "x".repeat(4_000),
        question: "q1",
        removed: 0,
        t: 300_000,
        type: "answer_edit",
      },
    ];
    await hall.append(declared, paste);
    assert.ok(report(declared).risk > 30, "what was pasted was not spoken");
  },
);
