import assert from "node:assert/strict";
import { readStatistics } from "../../../server/marking/read_statistics.ts";
import { setMark } from "../../../server/marking/set_mark.ts";
import { Sheets } from "../../../server/marking/sheets.ts";
import { Hall, hallTest, typed } from "../../support/hall.ts";

const QUESTIONS = [
  { id: "q1", type: "essay", text: "Write.", points: 5 },
  { id: "q2", type: "essay", text: "Write more.", points: 5 },
];

async function sat(hall: Hall) {
  const exam = await hall.exam({ questions: QUESTIONS });
  const attempt = await hall.join("Ada");
  hall.now += 60_000;
  await hall.append(attempt, [
    { type: "question_view", question: "q1", t: 0 },
    typed(2_000, "An essay."),
    { type: "question_view", question: "q2", t: 30_000 },
    { type: "question_view", question: "invented", t: 40_000 },
    { type: "focus_change", focused: true, t: 50_000 },
  ]);
  await hall.end(attempt);
  return { exam, attempt };
}

const secondsOf = async ({ services }: Hall, exam: Parameters<typeof readStatistics>[1]) =>
  (await readStatistics(services.attempts, exam)).items.map(({ median_seconds }) => median_seconds);

hallTest("[MK26] times in view come from the fold, and from the log where a snapshot is from before", async (hall) => {
  const { exam, attempt } = await sat(hall);
  assert.deepEqual(await secondsOf(hall, exam), [30, 10]);
  const next = await hall.restarted();
  const { snapshot } = await next.stores.snapshots.get(attempt.attemptId);
  assert.deepEqual(snapshot?.times, {
    question: null,
    t: 50_000,
    inView: [["q1", 30_000], ["q2", 10_000]],
    views: [[0, "q1"], [30_000, "q2"], [40_000, null]],
  });
  assert.deepEqual(await secondsOf(next, exam), [30, 10]);
  assert.ok(snapshot);
  const { times: _times, ...before } = snapshot;
  const { mutations } = hall.stores.snapshots.put(attempt.attemptId, before);
  await hall.stores.commit(mutations);
  assert.deepEqual(await secondsOf(await Hall.open(hall.kv), exam), [30, 10]);
});

hallTest("[MK20] a sheet is the same as long as its attempt has not moved, and goes with it", async (hall) => {
  const { exam, attempt } = await sat(hall);
  const sheets = new Sheets(hall.services.attempts);
  const [one] = await sheets.ofExam(exam.examId);
  assert.equal((await sheets.ofExam(exam.examId))[0], one);
  const mark = { question: "q1", points: 2, comment: "", by: "amina", now: hall.now };
  await setMark(attempt, exam, hall.stores.privateReasons, mark);
  const [other] = await sheets.ofExam(exam.examId);
  assert.deepEqual([one.held.size, other.held.get("q1")?.points], [0, 2]);
  await hall.stores.commit(hall.stores.attempts.remove(attempt.attemptId));
  assert.deepEqual(await sheets.ofExam(exam.examId), []);
});
