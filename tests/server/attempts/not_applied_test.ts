import assert from "node:assert/strict";
import type { CapturedEvent } from "../../../protocol/events.ts";
import type { Answers } from "../../../protocol/items/answer.ts";
import { submitDue } from "../../../server/attempts/housekeeping.ts";
import { lock, pause, release, resume } from "../../../server/attempts/interventions.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { createFold } from "../../../server/attempts/attempt_fold.ts";
import { foldLog, questionIds } from "../../../server/attempts/load_attempt.ts";
import { type Hall, hallTest, typed } from "../../support/hall.ts";

const SECOND = 1_000;
const MINUTE = 60_000;

const actor = (hall: Hall) => ({ by: "amina", now: hall.now, reason: null });
const q1 = (attempt: LiveAttempt) => attempt.folded.sheet.toAnswers().q1;
/** Attempt time now, ms. */
const elapsed = (hall: Hall, attempt: LiveAttempt) => hall.now - attempt.record.startedAt;

/** Sends a batch as the page does, and says what it is answered. */
async function send(hall: Hall, attempt: LiveAttempt, ...events: CapturedEvent[]) {
  return await attempt.append({ seq: attempt.head.lastSeq + 1, sentAt: hall.now, events }, hall.now);
}

/** Heartbeats while time passes: the student is there. */
function stay(hall: Hall, attempt: LiveAttempt, ms: number): void {
  for (const until = hall.now + ms; hall.now < until; hall.now += SECOND) attempt.heard(hall.now);
}

/** A student who has written "before" and is there. */
async function writing(hall: Hall): Promise<LiveAttempt> {
  await hall.exam({
    questions: [{ id: "q1", type: "essay", text: "Write." }, { id: "q2", type: "essay", text: "More." }],
  });
  const attempt = await hall.join();
  hall.now += MINUTE;
  await send(hall, attempt, typed(MINUTE - 100, "before"));
  return attempt;
}

async function lastBatch(hall: Hall, attempt: LiveAttempt) {
  const log = await Array.fromAsync(hall.services.attempts.log.read(attempt.attemptId));
  const entry = log.map((stored) => stored.entry).findLast(({ kind }) => kind === "batch");
  return entry?.kind === "batch" ? entry : null;
}

for (const [name, stop, goOn] of [["paused", pause, resume], ["locked", lock, release]] as const) {
  hallTest(
    `[AT30] what is written while an attempt is ${name} is kept, marked, and changes no answer`,
    async (hall) => {
      const attempt = await writing(hall);
      await attempt.intervene(stop(actor(hall)));
      hall.now += 5 * SECOND;
      const t = elapsed(hall, attempt);
      const select: CapturedEvent = { type: "answer_select", t, question: "q2", choices: ["x"] };
      const idle: CapturedEvent = { type: "idle", t, duration: 10 };
      await send(hall, attempt, idle, typed(t, " during", 6), select, typed(t + 10 * SECOND, "time ahead", 6));
      assert.equal(q1(attempt), "before");
      assert.deepEqual((await lastBatch(hall, attempt))?.kept, [1, 2, 3]);
      hall.now += MINUTE;
      await attempt.intervene(goOn(actor(hall)));
      await send(hall, attempt, typed(elapsed(hall, attempt) - 40 * SECOND, " held back", 6));
      assert.equal(q1(attempt), "before", "written meanwhile, sent afterwards");
      hall.now += SECOND;
      await send(hall, attempt, typed(elapsed(hall, attempt) - 1_500, " after", 6));
      assert.equal(q1(attempt), "before after", "a page's clock is a little behind");
      assert.deepEqual(attempt.folded.kept?.edits, 4);
      const { exam, attemptId, head } = attempt;
      const { attempts } = hall.services;
      const again = createFold(questionIds(exam));
      await foldLog(again, attempts.log, attempts.contexts, attemptId, head.n);
      assert.deepEqual([again.sheet.toAnswers(), again.kept], [attempt.folded.sheet.toAnswers(), attempt.folded.kept]);
      const restarted = await (await hall.restarted()).services.attempts.view(attemptId);
      assert.deepEqual(restarted.folded.kept, attempt.folded.kept);
      assert.deepEqual(restarted.folded.sheet.toAnswers(), again.sheet.toAnswers());
    },
  );
}

hallTest(
  "[AT31] from before a pause counts what comes within moments; later nothing, whatever its time says",
  async (hall) => {
    const attempt = await writing(hall);
    stay(hall, attempt, 3 * SECOND);
    await attempt.intervene(pause(actor(hall)));
    const t = elapsed(hall, attempt);
    hall.now += SECOND;
    await send(hall, attempt, typed(t - 200, " the pause", 6));
    assert.equal(q1(attempt), "before the pause");
    stay(hall, attempt, 20 * SECOND);
    await send(hall, attempt, typed(t - 100, "claimed to be from before", 0));
    assert.equal(q1(attempt), "before the pause");
    await attempt.intervene(resume(actor(hall)));
    await send(hall, attempt, typed(t - 50, "claimed again", 0));
    assert.equal(q1(attempt), "before the pause");
  },
);

hallTest("[AT31] who was away when the exam was paused brings what was written before, and no more", async (hall) => {
  const attempt = await writing(hall);
  hall.now += MINUTE;
  await attempt.intervene(pause(actor(hall)));
  const t = elapsed(hall, attempt);
  hall.now += 5 * MINUTE;
  await attempt.intervene(resume(actor(hall)));
  hall.now += MINUTE;
  await send(hall, attempt, typed(t - 30 * SECOND, " away", 6), typed(t + MINUTE, " too late", 11));
  assert.equal(q1(attempt), "before away");
});

hallTest("[AT40] of very many pauses none is forgotten: what was written in one does not count", async (hall) => {
  const attempt = await writing(hall);
  const during: number[] = [];
  for (let count = 0; count < 60; count++) {
    hall.now += count === 1 ? 10 * MINUTE : 20 * SECOND;
    await attempt.intervene(pause(actor(hall)));
    during.push(elapsed(hall, attempt) + SECOND);
    hall.now += 10 * SECOND;
    await attempt.intervene(resume(actor(hall)));
  }
  hall.now += SECOND;
  const [first, ...rest] = during.map((t) => typed(t, "in a pause "));
  await send(hall, attempt, first, typed(during[0] + 5 * MINUTE, " between", 6), ...rest);
  assert.equal(q1(attempt), "before between", "the longest time between pauses is still known to be running");
  assert.equal(attempt.folded.kept?.edits, 60);
  const times = attempt.folded.clock.toTimes();
  assert.equal(times.stops?.length, 20);
  const { exam, attemptId, head } = attempt;
  const { attempts } = hall.services;
  const again = createFold(questionIds(exam));
  await foldLog(again, attempts.log, attempts.contexts, attemptId, head.n);
  assert.deepEqual([again.clock.toTimes(), again.sheet.toAnswers()], [times, attempt.folded.sheet.toAnswers()]);
  const loaded = await (await hall.restarted()).services.attempts.view(attemptId);
  assert.deepEqual(loaded.folded.clock.toTimes(), times);
});

hallTest("[AT41] a pause of a moment is no time to write in, from end to end", async (hall) => {
  const attempt = await writing(hall);
  await attempt.intervene(pause(actor(hall)));
  const t = elapsed(hall, attempt);
  hall.now += 2 * SECOND;
  await attempt.intervene(resume(actor(hall)));
  hall.now += SECOND;
  await send(hall, attempt, typed(t + 900, " during", 6), typed(t + 1_500, " after", 6));
  assert.equal(q1(attempt), "before after");
});

for (const isThere of [true, false]) {
  const who = isThere ? "who was there has 15 s for what is under way" : "who was away has the grace";
  hallTest(`[AT31] at the deadline ${who}`, async (hall) => {
    const attempt = await writing(hall);
    const { deadline } = attempt.head;
    const deadlineT = deadline - attempt.record.startedAt;
    hall.now = deadline - 10 * SECOND;
    if (isThere) stay(hall, attempt, 10 * SECOND);
    hall.now = deadline;
    submitDue(hall.services.attempts, (_, error) => assert.fail(String(error)));
    await attempt.settled();
    if (isThere) stay(hall, attempt, 14 * SECOND);
    hall.now = deadline + 14 * SECOND;
    await send(hall, attempt, typed(deadlineT - SECOND, " it", 6));
    assert.equal(q1(attempt), "before it");
    hall.now = deadline + 16 * SECOND;
    await send(hall, attempt, typed(deadlineT - 500, " ended", 9));
    assert.equal(q1(attempt), isThere ? "before it" : "before it ended");
    hall.now = deadline + 75 * SECOND;
    await send(hall, attempt, typed(deadlineT + MINUTE, "after the end", 0));
    assert.equal(q1(attempt), isThere ? "before it" : "before it ended");
    assert.equal(attempt.head.state, "expired");
  });
}

/** Submits as `POST /submit_exam` does, and says what the log keeps of the answers. */
async function submit(hall: Hall, attempt: LiveAttempt, answers: Answers) {
  await hall.services.calls.submit(attempt.attemptId, answers);
  const log = await Array.fromAsync(hall.services.attempts.log.read(attempt.attemptId));
  const entry = log.map((stored) => stored.entry).find(({ kind }) => kind === "answered");
  assert.ok(entry?.kind === "answered");
  return entry;
}

hallTest(
  "[AT32] answers with a submission are an entry: what differs is applied, marked, and from outside",
  async (hall) => {
    const attempt = await writing(hall);
    const text = "x".repeat(400);
    const { applied, differs, outside_characters } = await submit(hall, attempt, {
      q1: `before${text}`,
      q9: "nowhere",
    });
    assert.deepEqual({ applied, differs, outside_characters }, {
      applied: true,
      differs: ["q1"],
      outside_characters: 400,
    });
    assert.equal(q1(attempt), `before${text}`);
    assert.equal(attempt.head.state, "submitted");
    assert.ok((attempt.folded.report?.signals.external_text ?? 0) > 0.5);
    assert.equal(attempt.head.risk.risk, attempt.folded.report?.risk);
  },
);

hallTest("[AT32] answers that say what the events wrote differ in nothing and add no risk", async (hall) => {
  const attempt = await writing(hall);
  const { applied, differs, outside_characters } = await submit(hall, attempt, { q1: "before" });
  assert.deepEqual({ applied, differs, outside_characters }, {
    applied: true,
    differs: [],
    outside_characters: undefined,
  });
  assert.equal(attempt.head.risk.risk, 0);
});

const OUT_OF_TIME: Record<string, (hall: Hall, attempt: LiveAttempt) => Promise<void>> = {
  "while paused": (hall, attempt) => attempt.intervene(pause(actor(hall))),
  "while locked": (hall, attempt) => attempt.intervene(lock(actor(hall))),
  "after the deadline": async (hall, attempt) => {
    hall.now = attempt.head.deadline + 75 * SECOND;
    submitDue(hall.services.attempts, (_, error) => assert.fail(String(error)));
    await attempt.settled();
  },
  "after the deadline, before anybody looked": (hall, attempt) => {
    hall.now = attempt.head.deadline + 1;
    return Promise.resolve();
  },
};
for (const [when, begin] of Object.entries(OUT_OF_TIME)) {
  hallTest(
    `[AT33] answers with a submission ${when} are kept and not applied, and are no text of the attempt`,
    async (hall) => {
      const attempt = await writing(hall);
      await begin(hall, attempt);
      const risk = attempt.folded.report?.risk;
      const { applied, differs } = await submit(hall, attempt, { q1: "x".repeat(400) });
      assert.deepEqual([applied, differs], [false, ["q1"]]);
      assert.equal(q1(attempt), "before");
      assert.ok((attempt.folded.report?.risk ?? 0) <= (risk ?? 0));
      assert.equal(attempt.folded.kept?.characters, 400);
      assert.deepEqual(attempt.folded.actions.find(({ kind }) => kind === "answered")?.applied, false);
    },
  );
}

hallTest(
  "[AT34] where edits were not applied, the answer brings what the page goes on from; again with a resend",
  async (hall) => {
    const attempt = await writing(hall);
    await attempt.intervene(pause(actor(hall)));
    hall.now += SECOND;
    const t = elapsed(hall, attempt);
    const elsewhere: CapturedEvent = { type: "answer_edit", t, question: "nowhere", at: 0, removed: 0, inserted: "a" };
    const choice: CapturedEvent = { type: "answer_select", t, question: "q2", choices: ["x"] };
    const outcome = await send(hall, attempt, typed(t, " no", 6), choice, elsewhere);
    const expected = { kind: "ack", seq: 2, answers: { seq: 2, answers: { q1: "before", q2: [] } } };
    assert.deepEqual(outcome, expected);
    const log = await Array.fromAsync(hall.services.attempts.log.read(attempt.attemptId));
    const entry = log[log.length - 1].entry;
    assert.ok(entry.kind === "batch");
    assert.deepEqual(await attempt.append({ seq: 2, sentAt: 0, events: entry.events }, hall.now), expected);
    const byRest = await hall.services.calls.append(attempt.attemptId, { seq: 2, sentAt: 0, events: entry.events });
    assert.deepEqual(byRest.outcome, expected);
  },
);

hallTest("[AT35] more than a slip is flagged by rule, and again when there is ten times as much", async (hall) => {
  const attempt = await writing(hall);
  const { examId } = attempt.record;
  const flags = () => hall.stores.flags.list(examId, attempt.attemptId);
  await attempt.intervene(pause(actor(hall)));
  hall.now += 2 * SECOND;
  const write = async (characters: number) => {
    await send(hall, attempt, typed(elapsed(hall, attempt), "y".repeat(characters), 6));
    // A flag is two more commits behind the batch, each of which begins when the one before is through.
    for (let commit = 0; commit < 3; commit++) {
      await attempt.settled();
      await hall.services.attempts.drained();
      await new Promise((resolve) => setTimeout(resolve));
    }
    return (await flags()).length;
  };
  assert.equal(await write(3), 0, "typed before the page said so");
  assert.equal(await write(20), 1);
  assert.equal(await write(20), 1);
  assert.equal(await write(200), 2);
  assert.deepEqual((await flags()).map(({ by, rule }) => [by, rule?.code]), [["rule", "not_applied"], [
    "rule",
    "not_applied",
  ]]);
  assert.equal(attempt.head.openFlags, 2);
});

hallTest(
  "[AT31] a page that comes by REST was there as well: what it brings long after a pause is none from before",
  async (hall) => {
    const attempt = await writing(hall);
    const { calls } = hall.services;
    const { attemptId } = attempt;
    hall.now += 5 * SECOND;
    await calls.polled(attemptId);
    const stoppedAt = elapsed(hall, attempt);
    await attempt.intervene(pause(actor(hall)));
    hall.now += 5 * SECOND;
    await calls.polled(attemptId);
    hall.now += MINUTE;
    const events = [typed(stoppedAt - 1, " forged", 6)];
    await calls.append(attemptId, { seq: attempt.head.lastSeq + 1, sentAt: hall.now, events });
    assert.equal(q1(attempt), "before");
  },
);
