import assert from "node:assert/strict";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { startAttempt } from "../../../server/attempts/start_attempt.ts";
import { submitDue, submitOrphans } from "../../../server/attempts/housekeeping.ts";
import { effectiveDeadline } from "../../../server/attempts/effective_deadline.ts";
import { extend, lock, pause, release, resume } from "../../../server/attempts/interventions.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { type Hall, hallTest, refusalOf, typed } from "../../support/hall.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const GRACE = 10 * MINUTE;

/** One look of the housekeeping, and the time for what it set off. */
async function tick(hall: Hall, attempt: LiveAttempt): Promise<void> {
  const seen: unknown[] = [];
  submitDue(hall.services.attempts, (_, error) => seen.push(error));
  await attempt.settled();
  assert.deepEqual(seen, []);
}

async function lastEntry(hall: Hall, attempt: LiveAttempt) {
  const log = await Array.fromAsync(hall.services.attempts.log.read(attempt.attemptId));
  return log[log.length - 1].entry;
}

const q1 = (attempt: LiveAttempt) => attempt.folded.sheet.toAnswers().q1;

hallTest("[TR50] at the deadline, and not a moment before, the server submits with what it has", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  const { deadline } = attempt.head;
  assert.equal(deadline, hall.now + HOUR);
  await hall.append(attempt, [typed(1_000, "what it has")]);
  hall.now = deadline - 1;
  await tick(hall, attempt);
  assert.equal(attempt.head.state, "active");
  hall.now = deadline;
  await tick(hall, attempt);
  assert.deepEqual([attempt.head.state, attempt.head.endedBy, attempt.head.endedAt], ["expired", "deadline", deadline]);
  assert.equal(q1(attempt), "what it has");
  const entry = await lastEntry(hall, attempt);
  assert.equal(entry.kind === "ended" && entry.cause, "deadline");
  await tick(hall, attempt);
  assert.equal((await lastEntry(hall, attempt)).n, entry.n);
});

hallTest("[TR50] an attempt that no instance has in memory is submitted by whoever looks", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  await hall.append(attempt, [typed(1_000, "kept")]);
  const next = await hall.restarted();
  next.now = attempt.head.deadline + 2_999;
  assert.equal(await submitOrphans(next.services.attempts), 0);
  next.now = attempt.head.deadline + 4_000;
  assert.equal(await submitOrphans(next.services.attempts), 1);
  const stored = await next.services.attempts.stored(attempt.attemptId);
  assert.equal(stored?.head.state, "expired");
  assert.equal(await submitOrphans(next.services.attempts), 0);
});

hallTest("[TR58] extra time goes on behind the closing time, which ends everybody else's", async (hall) => {
  await hall.exam({ code: "EXTRA", accommodations: { extra_time_percent: 25 } });
  assert.equal((await hall.join("Ada", "EXTRA")).head.deadline, hall.now + 1.25 * HOUR);
  const closes_at = new Date(hall.now + HOUR).toISOString();
  const allowed = [0, 50, 100];
  const roster = allowed.map((percent) => ({
    name: `Student ${percent}`,
    token: `token-of-${percent}-percent`,
    accommodations: { extra_time_percent: percent },
  }));
  await hall.exam({ code: "ROSTER", closes_at, join: "roster", roster });
  const { attempts } = hall.services;
  const minutes = await Promise.all(roster.map(async ({ token }) => {
    const { deadline } = await startAttempt(attempts, { token }, () => {});
    return (deadline - hall.now) / MINUTE;
  }));
  assert.deepEqual(minutes, [60, 90, 120]);
  await hall.exam({ code: "FORALL", closes_at, accommodations: { extra_time_percent: 50 } });
  const early = await hall.join("Bo", "FORALL");
  assert.equal(early.head.deadline, hall.now + 90 * MINUTE);
  hall.now += 40 * MINUTE;
  const late = await hall.join("Cy", "FORALL");
  assert.equal(late.head.deadline, early.head.deadline);
  assert.equal((await hall.services.attempts.stored(late.attemptId))?.head.deadline, early.head.deadline);
});

hallTest(
  "[AD12] what everybody is allowed is allowed to those, too, who are allowed something of their own",
  async (hall) => {
    const closes_at = new Date(hall.now + HOUR).toISOString();
    const own = [{}, { extra_time_percent: 25 }, { extra_time_percent: 100 }, { technologies: ["screen_reader"] }];
    const roster = own.map((accommodations, index) => ({
      name: "Student",
      token: `token-number-${index}`,
      accommodations,
    }));
    const forAll = { extra_time_percent: 50, muted: ["display"], weights: { away: 0.5 } };
    await hall.exam({ code: "BOTH", closes_at, join: "roster", roster, accommodations: forAll });
    const { attempts } = hall.services;
    const allowed = await Promise.all(roster.map(async ({ token }) => {
      const { attempt_id, deadline } = await startAttempt(attempts, { token }, () => {});
      const { muted, technologies, weights } = (await attempts.open(attempt_id)).record.accommodations;
      return [(deadline - hall.now) / MINUTE, muted, technologies, weights];
    }));
    const rest = [["display"], [], { away: 0.5 }];
    assert.deepEqual(allowed, [
      [90, ...rest],
      [90, ...rest],
      [120, ...rest],
      [90, ["display"], ["screen_reader"], { away: 0.5 }],
    ]);
  },
);

hallTest("[TR51] in the grace batches are taken and marked late; after it they are refused", async (hall) => {
  await hall.exam({ policy: { grace_minutes: 10 } });
  const attempt = await hall.join();
  await hall.append(attempt, [typed(1_000)]);
  hall.now = attempt.head.deadline;
  await tick(hall, attempt);
  hall.now += GRACE;
  await hall.append(attempt, [typed(2_000)]);
  const entry = await lastEntry(hall, attempt);
  assert.equal(entry.kind === "batch" && entry.late, true);
  assert.equal(attempt.head.state, "expired");
  hall.now += 1;
  assert.equal(await refusalOf(hall.append(attempt, [typed(3_000)])), "past_deadline");
  const again = { seq: attempt.head.lastSeq, sentAt: 0, events: [typed(2_000)] };
  assert.deepEqual(await attempt.append(again, hall.now), { kind: "ack", seq: again.seq });
});

hallTest("[TR59] an attempt whose time was up runs again with the minutes that it is given", async (hall) => {
  await hall.exam({ duration_minutes: 1 });
  const attempt = await hall.join();
  await hall.append(attempt, [typed(1_000, "early")]);
  const first = attempt.head.deadline;
  hall.now = first;
  await tick(hall, attempt);
  hall.now += 2_000;
  await hall.append(attempt, [typed(61_000, " lost", 5)]);
  await attempt.intervene(extend(actor(hall), 10, GRACE));
  const { state, endedBy, endedAt, deadline } = attempt.head;
  assert.deepEqual([state, endedBy, endedAt, deadline], ["active", null, null, first + 2_000 + 10 * MINUTE]);
  await hall.append(attempt, [typed(63_000, " again", 5)]);
  assert.equal(q1(attempt), "early again");
  const again = await hall.restarted();
  const live = await again.services.attempts.open(attempt.attemptId);
  assert.equal(q1(live), "early again");
  again.now = deadline + 4_000;
  assert.equal(await submitOrphans(again.services.attempts), 1);
  assert.equal(live.head.state, "expired");
});

hallTest("[TR59] past its grace it takes a reason; what the student handed in stays handed in", async (hall) => {
  await hall.exam({ duration_minutes: 1 });
  const attempt = await hall.join();
  hall.now = attempt.head.deadline;
  await tick(hall, attempt);
  hall.now += GRACE + 1;
  const silent = { ...actor(hall), reason: null };
  assert.equal(await refusalOf(attempt.intervene(extend(silent, 10, GRACE))), "invalid");
  await attempt.intervene(extend({ ...silent, reason: "The server's clock was wrong" }, 10, GRACE));
  assert.equal(attempt.head.state, "active");
  for (const cause of ["student", "proctor"] as const) {
    const over = await hall.join(cause);
    await hall.end(over, cause);
    assert.equal(await refusalOf(over.intervene(extend(actor(hall), 10, GRACE))), "wrong_state");
  }
});

hallTest("[TR51] what the student or a proctor ended takes nothing more, grace or not", async (hall) => {
  await hall.exam();
  for (const cause of ["student", "proctor", "risk"] as const) {
    const attempt = await hall.join(cause);
    await hall.append(attempt, [typed(1)]);
    await hall.end(attempt, cause);
    assert.equal(await refusalOf(hall.append(attempt, [typed(2)])), "submitted", cause);
  }
});

hallTest(
  "[TR52] in the grace an edit from before the deadline counts; one from after it is kept and does not",
  async (hall) => {
    await hall.exam();
    const attempt = await hall.join();
    await hall.append(attempt, [typed(1_000, "early")]);
    hall.now = attempt.head.deadline;
    await tick(hall, attempt);
    hall.now += MINUTE;
    await hall.append(attempt, [typed(HOUR - 1_000, " in time", 5), typed(HOUR + 1, " too late", 5)]);
    assert.equal(q1(attempt), "early in time");
    const entry = await lastEntry(hall, attempt);
    assert.equal(entry.kind === "batch" && entry.events.length, 2);
    await hall.append(attempt, [{ type: "answer_select", t: HOUR + 5_000, question: "q1", choices: ["x"] }]);
    assert.equal(q1(attempt), "early in time");
    const again = await hall.restarted();
    assert.equal((await again.services.attempts.view(attempt.attemptId)).folded.sheet.toAnswers().q1, "early in time");
  },
);

const actor = (hall: Hall) => ({ by: "amina", now: hall.now, reason: null });

for (const [name, stop, goOn] of [["paused", pause, resume], ["locked", lock, release]] as const) {
  hallTest(`[TR53] ${name} time is given back to the millisecond, and nothing expires meanwhile`, async (hall) => {
    await hall.exam();
    const attempt = await hall.join();
    const { deadline } = attempt.head;
    await hall.append(attempt, [typed(1_000, "a")]);
    hall.now += 50 * MINUTE;
    await attempt.intervene(stop(actor(hall)));
    hall.now += 3 * HOUR;
    await tick(hall, attempt);
    assert.equal(attempt.head.state, name);
    assert.equal(effectiveDeadline(attempt.head, hall.now), deadline + 3 * HOUR);
    const next = await hall.restarted();
    assert.equal(await submitOrphans(next.services.attempts), 0);
    const live = await next.services.attempts.open(attempt.attemptId);
    await live.intervene(goOn(actor(next)));
    assert.equal(live.head.deadline, deadline + 3 * HOUR);
    next.now = live.head.deadline - 1;
    await tick(next, live);
    assert.equal(live.head.state, "active");
    await next.append(live, [typed(3 * HOUR + 53 * MINUTE, "b", 1)]);
    assert.equal(q1(live), "ab");
    next.now += 1;
    await tick(next, live);
    assert.equal(live.head.state, "expired");
  });
}

hallTest("[TR53] pausing twice and extending add up; a lock over a pause gives back the whole of it", async (hall) => {
  await hall.exam();
  const attempt = await hall.join();
  const { deadline } = attempt.head;
  for (const minutes of [5, 7]) {
    await attempt.intervene(pause(actor(hall)));
    hall.now += minutes * MINUTE;
    await attempt.intervene(resume(actor(hall)));
    hall.now += MINUTE;
  }
  await attempt.intervene(extend(actor(hall), 15, 0));
  await attempt.intervene(pause(actor(hall)));
  hall.now += 2 * MINUTE;
  await attempt.intervene(lock(actor(hall)));
  hall.now += 3 * MINUTE;
  await attempt.intervene(release(actor(hall)));
  assert.equal(attempt.head.deadline, deadline + (5 + 7 + 15 + 5) * MINUTE);
  assert.equal(attempt.head.state, "active");
});

/** A sitting whose batches say that they were sent at whatever the student's clock shows. */
async function sat(hall: Hall, name: string, clock: (now: number, batch: number) => number) {
  const attempt = await hall.join(name);
  const outcomes: [number, string, boolean][] = [];
  for (let batch = 0; batch < 120; batch++) {
    hall.now += 1_000;
    const t = (batch + 1) * 1_000;
    const events: CapturedEvent[] = [
      { dwell: 80, flight: 110, key: "letter", t, type: "keystroke_data" },
      typed(t + 80, "a", batch),
    ];
    if (batch === 40) {
      events.push({ length: 4_000, origin: "outside", t: t + 90, type: "paste_event" });
      const inserted = "x".repeat(4_000);
      events.push({ at: 0, input: "paste", inserted, question: "q1", removed: 0, t: t + 90, type: "answer_edit" });
    }
    await hall.append(attempt, events, clock(hall.now, batch));
    const entry = await lastEntry(hall, attempt);
    if (entry.kind === "batch") outcomes.push([entry.report.risk, entry.report.level, entry.late]);
  }
  return { outcomes, deadline: attempt.head.deadline - attempt.record.startedAt, answer: q1(attempt) };
}

hallTest("[TR54] a wrong, jumping or absurd wall clock changes nothing at all", async (hall) => {
  await hall.exam();
  const right = await sat(hall, "right", (now) => now);
  assert.ok(right.outcomes.some(([risk]) => risk > 0));
  const clocks: Record<string, (now: number, batch: number) => number> = {
    "20 minutes ahead": (now) => now + 20 * MINUTE,
    "20 minutes behind": (now) => now - 20 * MINUTE,
    "jumping an hour in the middle, as when summer time ends": (now, batch) => batch < 60 ? now : now - HOUR,
    "running backwards": (now, batch) => now - batch * 2_000,
    "in 1970": () => 0,
    "at the end of time": () => 8.64e15,
  };
  for (const [name, clock] of Object.entries(clocks)) assert.deepEqual(await sat(hall, name, clock), right, name);
});

hallTest(
  "[TR55] a laptop that slept, and one that was offline, go on: late is written down and never a risk",
  async (hall) => {
    await hall.exam();
    const attempt = await hall.join();
    let t = 0;
    const write = async (events: CapturedEvent[]) => await hall.append(attempt, events);
    for (let batch = 0; batch < 60; batch++) {
      hall.now += 1_000;
      t += 1_000;
      await write([{ dwell: 80, flight: 110, key: "letter", t, type: "keystroke_data" }]);
    }
    const before = attempt.head.risk.risk;
    // Asleep for twelve minutes: the student's monotonic clock stood still.
    hall.now += 12 * MINUTE;
    t += 1_000;
    await write([{ dwell: 80, flight: 110, key: "letter", t, type: "keystroke_data" }]);
    assert.ok(attempt.head.risk.risk <= before + 1e-9);
    // Offline for ten minutes: everything comes at once.
    const held = Array.from({ length: 60 }, (_, index) => t + (index + 1) * 10_000);
    hall.now += 10 * MINUTE;
    for (const at of held) {
      await write([{ dwell: 80, flight: 110, key: "letter", t: at, type: "keystroke_data" }]);
    }
    const risk = attempt.head.risk;
    assert.ok(risk.risk <= before + 1e-9, `risk ${risk.risk} after ${before}: ${JSON.stringify(risk.reasons)}`);
  },
);

hallTest(
  "[TR55] attempt time ahead of the server's is taken, moves no deadline, and counts as what cannot be",
  async (hall) => {
    await hall.exam();
    const attempt = await hall.join();
    const { deadline } = attempt.head;
    hall.now += 1_000;
    await hall.append(attempt, [typed(5 * HOUR, "from the future")]);
    assert.equal(q1(attempt), "from the future");
    assert.equal(attempt.head.deadline, deadline);
    assert.equal(attempt.folded.report?.signals.capture, 1, "and says so");
  },
);
