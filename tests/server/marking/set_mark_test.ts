import assert from "node:assert/strict";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { examMarks } from "../../../server/marking/exam_marks.ts";
import { marksOfAttempt } from "../../../server/marking/marks_of_attempt.ts";
import { setMark } from "../../../server/marking/set_mark.ts";
import { redactedPage } from "../../../server/review/attempt_log.ts";
import { removeEvents } from "../../../server/retention/remove_attempt.ts";
import type { LiveAttempt } from "../../../server/attempts/live_attempt.ts";
import { exportedLines, lineOf, verifyLines } from "../../support/forged_export.ts";
import { type Hall, hallTest, refusalOf, typed } from "../../support/hall.ts";

const QUESTIONS = [
  { id: "q1", type: "essay", text: "Write.", points: 5 },
  { id: "q2", type: "numeric", text: "1 + 1?", points: 2, correct: 2 },
];

async function sat(hall: Hall) {
  const exam = await hall.exam({ questions: QUESTIONS });
  const attempt = await hall.join("Ada");
  await hall.append(attempt, [typed(10, "An essay."), {
    at: 0,
    inserted: "2",
    question: "q2",
    removed: 0,
    t: 20,
    type: "answer_edit",
  }]);
  await hall.end(attempt);
  return { exam, attempt };
}

const mark = (hall: Hall, attempt: LiveAttempt, points: number, comment = "", question = "q1") =>
  setMark(attempt, attempt.exam, hall.stores.privateReasons, { question, points, comment, by: "amina", now: hall.now });

const marksIn = async ({ stores }: Hall, { attemptId }: LiveAttempt) =>
  (await Array.fromAsync(stores.log.read(attemptId))).flatMap(({ entry }) => entry.kind === "marked" ? [entry] : []);

hallTest(
  "[MK2] each mark of a person is an entry of the log, and the newest counts, also after a restart",
  async (hall) => {
    const { exam, attempt } = await sat(hall);
    const before = attempt.folded.report;
    await mark(hall, attempt, 2);
    await mark(hall, attempt, 4, "Better than I thought.");
    await mark(hall, attempt, 4, "Better than I thought.");
    assert.deepEqual((await marksIn(hall, attempt)).map(({ points }) => points), [2, 4]);
    assert.equal(attempt.folded.report?.risk, before?.risk);
    assert.equal(attempt.folded.actions.some(({ kind }) => String(kind) === "marked"), false);
    const { attempts } = await examMarks(hall.services.attempts, exam);
    assert.deepEqual(attempts[0].marks, {
      q1: { points: 4, max: 5, by: "amina", comment: "Better than I thought." },
      q2: { points: 2, max: 2, by: "auto" },
    });
    assert.deepEqual([attempts[0].total, attempts[0].complete], [6, true]);
    const next = await hall.restarted();
    assert.deepEqual(await examMarks(next.services.attempts, exam), { max: 7, attempts });
    await hall.stores.snapshots.remove(attempt.attemptId);
    const third = await hall.restarted();
    assert.deepEqual(await examMarks(third.services.attempts, exam), { max: 7, attempts });
  },
);

hallTest(
  "[MK3] a mark beyond the question, of no question, or under way is refused, and nothing is written",
  async (hall) => {
    const { attempt } = await sat(hall);
    const { n } = attempt.head;
    for (const points of [-1, 5.5, NaN]) assert.equal(await refusalOf(mark(hall, attempt, points)), "invalid");
    assert.equal(await refusalOf(mark(hall, attempt, 1, "", "constructor")), "not_found");
    const other = await hall.join("Bo");
    assert.equal(await refusalOf(mark(hall, other, 1)), "wrong_state");
    assert.deepEqual([attempt.head.n, other.head.n], [n, 1]);
  },
);

hallTest(
  "[MK4] a comment is in the chain by its salted hash alone, and proctors' log says neither it nor points",
  async (hall) => {
    const { exam, attempt } = await sat(hall);
    await mark(hall, attempt, 3, "See me.");
    const [entry] = await marksIn(hall, attempt);
    assert.match(entry.comment ?? "", /^[0-9a-f]{64}$/);
    const { entries } = await redactedPage(hall.services.attempts, attempt.attemptId, 0, new Set());
    const shown = entries.find(({ kind }) => kind === "marked") ?? {};
    assert.deepEqual(["points" in shown, "comment" in shown, shown.by], [false, false, "amina"]);
    assert.ok((await exportedLines(hall, exam)).every((line) => !line.includes("See me.")));
  },
);

hallTest(
  "[MK8] when events are removed their marks stay, those of keys too, and nothing more is marked",
  async (hall) => {
    const { exam, attempt } = await sat(hall);
    await mark(hall, attempt, 3, "See me.");
    const { attemptId } = attempt;
    const line = hall.services.audit.line({ ...SYSTEM, what: "remove" });
    await removeEvents(hall.services.attempts, attemptId, { cause: "retention", now: hall.now, fence: null, line });
    const { attempts } = await examMarks(hall.services.attempts, exam);
    assert.deepEqual(attempts[0].marks, {
      q1: { points: 3, max: 5, by: "amina" },
      q2: { points: 2, max: 2, by: "auto" },
    });
    const reopened = await hall.services.attempts.open(attemptId);
    assert.equal(await refusalOf(mark(hall, reopened, 1)), "wrong_state");
    assert.deepEqual(marksOfAttempt(reopened, exam).map(({ points }) => points), [3, 2]);
    assert.equal((await verifyLines(await exportedLines(hall, exam))).misfit, null);
  },
);

hallTest("[MK9] an export with marks is whole, and one that was changed is named by its line", async (hall) => {
  const { exam, attempt } = await sat(hall);
  await mark(hall, attempt, 2, "See me.");
  await mark(hall, attempt, 4);
  const lines = await exportedLines(hall, exam);
  assert.equal((await verifyLines(lines)).misfit, null);
  const first = lineOf(lines, '"kind":"marked"');
  const changed = (from: string, to: string) => lines.with(first - 1, lines[first - 1].replace(from, to));
  for (
    const [forged, line, said] of [
      [changed('"points":2', '"points":99'), first, /99 points for a question of 5/],
      [changed('"question":"q1"', '"question":"q9"'), first, /a question that the exam does not have/],
      [changed('"points":2', '"points":3'), first + 1, /entry before/],
      [lines.toSpliced(first - 1, 1), first, /stands where/],
    ] as const
  ) {
    const { misfit } = await verifyLines(forged);
    assert.match(misfit?.what ?? "nothing", said);
    assert.equal(misfit?.line, line);
  }
});
