import assert from "node:assert/strict";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { ExamDocument } from "../../../protocol/exam_document.ts";
import { markPaper } from "../../../server/marking/mark_paper.ts";
import { QuestionTime } from "../../../server/attempts/question_time.ts";
import { examStatistics, type MarkedAttempt } from "../../../server/marking/statistics.ts";

const choices = [{ id: "a", text: "A" }, { id: "b", text: "B" }];
const { questions } = ExamDocument.parse({
  code: "STATS",
  title: "Statistics",
  duration_minutes: 60,
  questions: [
    { id: "q1", type: "single_choice", text: "?", points: 1, choices, correct: "a" },
    { id: "q2", type: "true_false", text: "?", points: 1, correct: true },
    { id: "q3", type: "essay", text: "Write.", points: 4 },
  ],
});

function sat(one: string, two: string, essay: number | null, seconds: number): MarkedAttempt {
  const answers = { q1: [one], q2: [two] };
  const held = essay === null ? [] : [{ question: "q3", points: essay, by: "amina", comment: null }];
  const time = { of: (question: string) => question === "q1" ? seconds * 1_000 : 0 };
  return {
    marks: markPaper(questions, answers, new Map(held.map((mark) => [mark.question, mark]))),
    answers: new Map(Object.entries(answers)),
    time,
  };
}

const near = (value: number | null, expected: number) =>
  assert.ok(value !== null && Math.abs(value - expected) < 1e-9, `${value} is not ${expected}`);

Deno.test("[MK7] figures of an exam are those of the textbook, over attempts that are marked in full", () => {
  const attempts = [
    sat("a", "true", 4, 10),
    sat("a", "false", 2, 30),
    sat("b", "false", 0, 0),
    sat("b", "true", null, 50),
  ];
  const { n, mean, sd, alpha, items } = examStatistics(questions, attempts);
  // Totals of three: 6, 3, 0.
  assert.deepEqual([n, mean], [3, 3]);
  near(sd, 3);
  // Variances 1/3, 1/3 and 4 of items, 9 of totals: 3/2 · (1 − 14/27).
  near(alpha, 13 / 18);
  assert.deepEqual(items.map(({ n }) => n), [4, 4, 3]);
  assert.deepEqual(items.map(({ difficulty }) => difficulty), [0.5, 0.5, 0.5]);
  // q1 is 1, 1, 0; the others 5, 2, 0.
  near(items[0].discrimination, (7 / 3) / Math.sqrt((2 / 3) * (38 / 3)));
  assert.deepEqual(items[0].choices, { a: 2, b: 2 });
  assert.deepEqual(items[1].choices, { true: 2, false: 2 });
  assert.equal(items[2].choices, undefined);
  assert.deepEqual(items.map(({ median_seconds }) => median_seconds), [30, null, null]);
});

Deno.test("[MK7] what cannot be said is null: of nobody, of one, of points that are all the same", () => {
  for (const attempts of [[], [sat("a", "true", 4, 0)], [sat("a", "true", 4, 0), sat("a", "true", 4, 0)]]) {
    const { mean, sd, alpha, items } = examStatistics(questions, attempts);
    assert.equal(mean, attempts.length === 0 ? null : 6);
    assert.equal(sd, attempts.length < 2 ? null : 0);
    assert.deepEqual([alpha, items[0].discrimination], [null, null]);
    assert.equal(items[0].difficulty, attempts.length === 0 ? null : 1);
  }
});

Deno.test("[MK7] a share is of the points that a mark was out of, and at most all of them", () => {
  const one = (points: number, max: number): MarkedAttempt => ({
    marks: [{ question: "q3", points, max, by: "amina", comment: null }],
    answers: new Map(),
    time: { of: () => 0 },
  });
  const essay = (...attempts: MarkedAttempt[]) => examStatistics(questions, attempts).items[2].difficulty;
  assert.equal(essay(one(5, 10)), 0.5);
  assert.equal(essay(one(10, 4)), 1);
  assert.equal(essay(one(10, 4), one(1, 2)), 0.75);
  assert.equal(essay(one(0, 0)), null);
  const removed = { question: "gone", points: 7, max: 7, by: "amina", comment: null };
  const both = { ...one(1, 4), marks: [...one(1, 4).marks, removed] };
  assert.equal(examStatistics(questions, [both]).mean, 8);
});

Deno.test("[MK7] time belongs to the question that was seen last", () => {
  const events: CapturedEvent[] = [
    { type: "tab_switch", visible: true, t: 5 },
    { type: "question_view", question: "q1", t: 10 },
    { type: "question_view", question: "q2", t: 1_010 },
    { type: "tab_switch", visible: true, t: 900 },
    { type: "question_view", question: "q1", t: 1_510 },
    { type: "tab_switch", visible: true, t: 1_610 },
  ];
  const time = new QuestionTime(new Set(["q1", "q2", "q3"]));
  events.forEach((event) => time.take(event));
  assert.deepEqual(["q1", "q2", "q3"].map((question) => time.of(question)), [1_100, 500, 0]);
});
