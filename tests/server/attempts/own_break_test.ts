import assert from "node:assert/strict";
import { Accommodations } from "../../../protocol/exam.ts";
import { exportExam } from "../../../server/delivery/export_exam.ts";
import { verifyExport } from "../../../server/delivery/verify_export.ts";
import { grantBreak } from "../../../server/attempts/allowances.ts";
import { endBreaks } from "../../../server/attempts/housekeeping.ts";
import { lock, pause, release, resume } from "../../../server/attempts/interventions.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { breakLeft, takeBreak } from "../../../server/attempts/own_break.ts";
import { type Hall, hallTest, refusalOf, typed } from "../../support/hall.ts";

const MINUTE = 60_000;

/** An exam whose students take breaks without asking. */
async function examWith(hall: Hall, breaks: object) {
  return await hall.exam({ accommodations: { breaks: { by_student: true, ...breaks } } });
}

const take = (hall: Hall, attempt: LiveAttempt) =>
  attempt.intervene(takeBreak({ now: hall.now }, attempt.context.accommodations));
const comeBack = (hall: Hall, attempt: LiveAttempt) =>
  attempt.intervene(resume({ by: "student", now: hall.now, reason: null }));
const left = ({ head, context }: LiveAttempt) => breakLeft(head, context.accommodations);

hallTest("[AD20] [AD21] a student takes a break, its time is given back, and what is used is counted", async (hall) => {
  const exam = await examWith(hall, { minutes: 10, count: 2 });
  const attempt = await hall.join();
  const { deadline } = attempt.head;
  assert.equal(left(attempt), 20 * MINUTE);
  hall.now += MINUTE;
  await hall.append(attempt, [typed(MINUTE - 5_000, "before ")]);
  await take(hall, attempt);
  assert.deepEqual([attempt.head.state, attempt.head.breakUntil], ["paused", hall.now + 10 * MINUTE]);
  assert.equal(left(attempt), 10 * MINUTE, "as if it were used up");
  hall.now += 4 * MINUTE;
  await hall.append(attempt, [typed(3 * MINUTE, "in the break ", 7)]);
  await comeBack(hall, attempt);
  assert.deepEqual([attempt.head.deadline, left(attempt)], [deadline + 4 * MINUTE, 16 * MINUTE]);
  hall.now += 10_000;
  await hall.append(attempt, [typed(5 * MINUTE + 5_000, "after", 7)]);
  assert.deepEqual(attempt.folded.sheet.toAnswers(), { q1: "before after" });
  assert.equal(attempt.folded.kept?.edits, 1, "what was written in it is evidence alone");
  await take(hall, attempt);
  hall.now += 10 * MINUTE;
  endBreaks(hall.services.attempts, () => assert.fail("it ends by itself"));
  await attempt.settled();
  assert.deepEqual([attempt.head.state, left(attempt)], ["active", 6 * MINUTE]);

  const later = await hall.restarted();
  const loaded = await later.services.attempts.open(attempt.attemptId);
  assert.equal(left(loaded), 6 * MINUTE);
  await take(later, loaded);
  assert.equal(loaded.head.breakUntil, later.now + 6 * MINUTE, "no longer than what is left");
  later.now += 6 * MINUTE;
  await comeBack(later, loaded);
  assert.equal(left(loaded), 0);
  assert.equal(await refusalOf(take(later, loaded)), "wrong_state");
  const turns = loaded.folded.actions.filter(({ kind }) => kind === "paused" || kind === "resumed");
  const [own, ended] = [["paused", "student"], ["resumed", "student"]];
  assert.deepEqual(turns.map(({ kind, by }) => [kind, by]), [own, ended, own, ["resumed", "system"], own, ended]);
  const lines = await Array.fromAsync(exportExam(later.stores, exam, () => later.now));
  const verdict = await verifyExport(new Blob(lines as BlobPart[]).stream());
  assert.deepEqual([verdict.misfit, verdict.notReplayed], [null, 0]);
});

hallTest("[AD20] a break adds no risk", async (hall) => {
  await examWith(hall, { minutes: 10 });
  const attempt = await hall.join();
  await hall.sit(attempt, "steady", 3, 60_000);
  const before = attempt.folded.report?.risk;
  await hall.append(attempt, [{ type: "tab_switch", visible: false, t: 61_000 }]);
  await take(hall, attempt);
  hall.now += 9 * MINUTE;
  await comeBack(hall, attempt);
  await hall.append(attempt, [{ type: "tab_switch", visible: true, t: 10 * MINUTE + 2_000 }]);
  assert.ok((attempt.folded.report?.risk ?? 100) <= (before ?? 0));
});

hallTest("[AD21] who asks for breaks, waits for them; and one that is not running takes none", async (hall) => {
  await hall.exam({ accommodations: { breaks: { minutes: 10 } } });
  const asking = await hall.join();
  assert.equal(left(asking), null);
  assert.equal(await refusalOf(take(hall, asking)), "forbidden");
});

hallTest("[AD21] a lock, and more time by a proctor, end the counting where they come", async (hall) => {
  await examWith(hall, { minutes: 10 });
  const [locked, granted] = [await hall.join("Ada"), await hall.join("Bo")];
  const by = () => ({ by: "pat", now: hall.now, reason: null });
  for (const attempt of [locked, granted]) await take(hall, attempt);
  assert.equal(await refusalOf(take(hall, locked)), "wrong_state");
  hall.now += 2 * MINUTE;
  await locked.intervene(lock(by()));
  await granted.intervene(grantBreak(by(), 5, undefined));
  assert.equal(granted.head.breakUntil, hall.now + 13 * MINUTE);
  hall.now += 3 * MINUTE;
  await locked.intervene(release(by()));
  await comeBack(hall, granted);
  assert.deepEqual([left(locked), left(granted)], [8 * MINUTE, 8 * MINUTE]);
  const given = Accommodations.parse({ breaks: { minutes: 30, by_student: true } });
  assert.equal(breakLeft(locked.head, given), 28 * MINUTE, "what is allowed now counts, and what was used");
});

hallTest(
  "[AD23] a break counts a minute at least, there are fifteen at most, and none begins after the deadline",
  async (hall) => {
    await examWith(hall, { minutes: 60 });
    const attempt = await hall.join();
    for (let taken = 1; taken <= 15; taken++) {
      hall.now += 1_000;
      await take(hall, attempt);
      hall.now += 1_000;
      await comeBack(hall, attempt);
      assert.equal(left(attempt), taken < 15 ? (60 - taken) * MINUTE : 0);
    }
    assert.equal(await refusalOf(take(hall, attempt)), "wrong_state");

    await hall.exam({
      code: "LATE",
      duration_minutes: 1,
      accommodations: { breaks: { by_student: true, minutes: 5 } },
    });
    const late = await hall.join("Bo", "LATE");
    hall.now = late.head.deadline;
    assert.equal(await refusalOf(take(hall, late)), "wrong_state");
  },
);

hallTest(
  "[AD24] a proctor's pause takes the place of a break, and ends with neither its time nor its student",
  async (hall) => {
    await examWith(hall, { minutes: 10 });
    const attempt = await hall.join();
    const { deadline } = attempt.head;
    await take(hall, attempt);
    hall.now += 2 * MINUTE;
    const proctor = () => ({ by: "amina", now: hall.now, reason: "A fire drill." });
    await attempt.intervene(pause(proctor()));
    assert.deepEqual([attempt.head.state, attempt.head.breakUntil, left(attempt)], ["paused", null, 8 * MINUTE]);
    assert.equal(await refusalOf(attempt.intervene(pause(proctor()))), "wrong_state");
    await hall.services.calls.comeBack(attempt.attemptId);
    assert.equal(attempt.head.state, "paused", "who is paused is not back by saying so");
    hall.now += 30 * MINUTE;
    endBreaks(hall.services.attempts, () => assert.fail("nothing ends by itself"));
    await attempt.settled();
    assert.equal(attempt.head.state, "paused");
    await attempt.intervene(resume(proctor()));
    assert.deepEqual([attempt.head.state, attempt.head.deadline], ["active", deadline + 32 * MINUTE]);
  },
);
