import assert from "node:assert/strict";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { compareExam } from "../../../server/alike/compare_exam.ts";
import { Comparisons } from "../../../server/alike/comparisons.ts";
import { type ExamAnswers, examAnswers } from "../../../server/alike/exam_answers.ts";
import { type Hall, hallTest, refusalOf, typed } from "../../support/hall.ts";

const choices = [{ id: "a", text: "A" }, { id: "b", text: "B" }];
const QUESTIONS = [
  { id: "c1", type: "single_choice", text: "?", choices, correct: "a" },
  { id: "q1", type: "essay", text: "Write of the river that runs through the town and of its bridges." },
  { id: "m1", type: "multiple_choice", text: "?", choices, correct: ["a", "b"] },
  { id: "s1", type: "short_text", text: "?", correct: ["Seine"] },
];

async function sat(hall: Hall, name: string, events: CapturedEvent[]): Promise<string> {
  const attempt = await hall.join(name);
  hall.now += 60_000;
  await hall.append(attempt, events);
  await hall.end(attempt);
  return attempt.attemptId;
}

hallTest(
  "[AK33] what is compared are answers, marks and times of attempts that are over, and nothing of risk",
  async (hall) => {
    const exam = await hall.exam({ questions: QUESTIONS });
    const chosen = (t: number, question: string, ids: string[]): CapturedEvent => {
      return { type: "answer_select", question, choices: ids, t };
    };
    const viewed = (t: number, question: string): CapturedEvent => ({ type: "question_view", question, t });
    const written = (t: number, inserted: string): CapturedEvent => {
      return { at: 0, inserted, question: "s1", removed: 0, t, type: "answer_edit" };
    };
    const ada = await sat(hall, "Ada", [
      viewed(0, "c1"),
      chosen(4_000, "c1", ["a"]),
      viewed(8_000, "m1"),
      chosen(9_000, "m1", ["b", "a"]),
      written(10_000, " seine "),
    ]);
    const ben = await sat(hall, "Ben", [chosen(1, "m1", ["a", "b"]), written(2, "SEINE"), typed(3, "By the river.")]);
    const under = await hall.join("Under way");
    await hall.append(under, [chosen(1, "c1", ["b"])]);

    const found = await examAnswers(hall.services.attempts, exam);
    assert.deepEqual(found.attemptIds.toSorted(), [ada, ben].sort());
    const lineOf = (id: string) => found.lines[found.attemptIds.indexOf(id)];
    // Questions with a key, in their order: c1, m1, s1.
    assert.deepEqual(lineOf(ada).scores, [1, 1, 1]);
    assert.deepEqual(lineOf(ben).scores, [null, 1, 1]);
    assert.deepEqual(lineOf(ada).answers.slice(1), lineOf(ben).answers.slice(1));
    assert.equal(lineOf(ben).answers[0], null);
    assert.equal(lineOf(ada).logSeconds[0], Math.log(8));
    assert.deepEqual(found.texts.filter(({ question }) => question === "q1").map(({ text }) => text), [
      "By the river.",
    ]);
    assert.ok(found.shown.some((text) => text.includes("runs through the town")));
    assert.ok(!JSON.stringify(found).includes("risk"));
  },
);

hallTest(
  "[AK34] of an exam one comparison runs at a time, another exam waits, and nothing is compared again that has not moved",
  async (hall) => {
    const exam = await hall.exam({ questions: QUESTIONS });
    const other = await hall.exam({ questions: QUESTIONS, code: "OTHER" });
    let runs = 0;
    const waiting: (() => void)[] = [];
    const compare = async (answers: ExamAnswers) => {
      runs++;
      await new Promise<void>((resolve) => waiting.push(resolve));
      return compareExam(answers);
    };
    const begun = async () => {
      while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve));
    };
    const comparisons = new Comparisons(hall.services.attempts, compare);
    const [first, second] = [comparisons.of(exam), comparisons.of(exam)];
    assert.equal(await refusalOf(comparisons.of(other)), "unavailable");
    await begun();
    waiting.pop()?.();
    assert.equal(await first, await second);
    assert.equal(await comparisons.of(exam), await first);
    assert.equal(runs, 1);

    await sat(hall, "Ada", [typed(1)]);
    const third = comparisons.of(exam);
    await begun();
    waiting.pop()?.();
    assert.equal((await third).persons, 1);
    assert.equal(runs, 2);
  },
);
