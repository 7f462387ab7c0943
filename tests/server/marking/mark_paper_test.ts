import assert from "node:assert/strict";
import { ExamDocument } from "../../../protocol/exam_document.ts";
import { isComplete, keyMarks, markPaper, maxOf, totalOf } from "../../../server/marking/mark_paper.ts";

const { questions } = ExamDocument.parse({
  code: "MARKS",
  title: "Marks",
  duration_minutes: 60,
  questions: [
    { id: "essay", type: "essay", text: "Write.", points: 5 },
    {
      id: "several",
      type: "multiple_choice",
      text: "?",
      points: 1,
      choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }, { id: "c", text: "C" }],
      correct: ["a", "b", "c"],
    },
    { id: "constructor", type: "true_false", text: "?", points: 2, correct: true },
  ],
});
const mark = { question: "essay", points: 3.5, by: "amina", comment: null };

Deno.test("[MK1] keys mark at once, a person's mark stands in their place, and what has neither is not yet marked", () => {
  const answers = { several: ["a"], constructor: ["true"] };
  const marks = markPaper(questions, answers, new Map());
  assert.deepEqual(marks.map(({ question, points, max, by }) => [question, points, max, by]), [
    ["essay", null, 5, null],
    ["several", 1 / 3, 1, "auto"],
    ["constructor", 2, 2, "auto"],
  ]);
  assert.deepEqual([isComplete(marks), maxOf(questions)], [false, 8]);
  const over = { ...mark, question: "constructor", points: 0.5 };
  const marked = markPaper(questions, answers, new Map([["essay", mark], ["constructor", over]]));
  assert.deepEqual(marked.map(({ points, by }) => [points, by]), [[3.5, "amina"], [1 / 3, "auto"], [0.5, "amina"]]);
  assert.equal(isComplete(marked), true);
  assert.equal(totalOf(marked), 4.333333333);
});

Deno.test("[MK1] an answer that was not given is worth nothing where there is a key", () => {
  const marks = markPaper(questions, {}, new Map());
  assert.deepEqual(marks.map(({ points }) => points), [null, 0, 0]);
});

Deno.test("[MK8] without the answers no key marks anything, and what they gave before stands", () => {
  const before = markPaper(questions, { constructor: ["true"] }, new Map([["essay", mark]]));
  const held = new Map([mark, ...keyMarks(before)].map((one) => [one.question, one]));
  assert.deepEqual(markPaper(questions, null, held), before);
  assert.deepEqual(markPaper(questions, null, new Map()).map(({ by }) => by), [null, null, null]);
});
