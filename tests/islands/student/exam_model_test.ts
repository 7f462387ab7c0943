import assert from "node:assert/strict";
import { effect } from "@preact/signals";
import { createExamModel } from "../../../islands/student/exam_model.ts";
import type { AttemptAnswer } from "../../../protocol/attempt.ts";

const ATTEMPT: AttemptAnswer = {
  attempt_id: "a1",
  state: "active",
  student: { name: "Ada" },
  started_at: 1_000,
  deadline: 3_601_000,
  server_time: 10_000,
  last_seq: 0,
  exam: {
    exam_id: "e1",
    title: "Exam",
    questions: Array.from({ length: 200 }, (_, n) => ({ id: `q${n}`, type: "essay", text: "Write.", points: 1 })),
  },
  answers: {},
  receipt: "",
};

Deno.test("[EX83] a key within an answer leaves the map as it is; the first and the last one of an answer change it", () => {
  const model = createExamModel();
  model.attempt.value = ATTEMPT;
  const drawn: number[] = [];
  const stop = effect(() => void drawn.push(model.answeredIds.value.size));
  const write = (text: string) => model.answers.value = { ...model.answers.value, q7: text };
  for (const text of ["H", "He", "Hel", "Hell", "Hello"]) write(text);
  assert.deepEqual(drawn, [0, 1]);
  assert.equal(model.answered.value, 1);
  model.answers.value = { ...model.answers.value, q8: "x" };
  write("");
  assert.deepEqual(drawn, [0, 1, 2, 1]);
  // One more and one less at once is another set of the same size.
  model.answers.value = { q9: "x" };
  assert.deepEqual(drawn, [0, 1, 2, 1, 1]);
  assert.ok(model.answeredIds.value.has("q9"));
  stop();
});
