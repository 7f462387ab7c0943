import assert from "node:assert/strict";
import { readAttempt } from "../../../islands/student/attempt_reader.ts";
import { AttemptAnswer } from "../../../protocol/attempt.ts";
import { SAMPLES } from "../../protocol/items/samples.ts";

const prompt = { text: "Why?", points: 1 };
const questions = Object.entries(SAMPLES).map(([type, { shown }], index) => ({
  ...prompt,
  id: `q${index}`,
  type,
  ...shown,
}));
const ATTEMPT = {
  attempt_id: "a1",
  state: "active",
  student: { name: "Ada", number: "7" },
  started_at: 1,
  deadline: 2,
  server_time: 3,
  last_seq: 4,
  last_t: 5,
  exam: {
    exam_id: "e1",
    title: "T",
    language: "de",
    instructions: "I",
    questions,
  },
  answers: { q0: ["a"], q5: "Because" },
  receipt: "ab",
};

Deno.test("[CA50] the page reads an attempt with every type of question just as its schema does", () => {
  assert.deepEqual(readAttempt(ATTEMPT), AttemptAnswer.parse(ATTEMPT));
});

Deno.test("[CA50] an attempt that lacks a field, or has a question of an unknown type, is refused", () => {
  for (const name of ["attempt_id", "state", "started_at", "deadline", "exam", "answers"]) {
    assert.throws(() => readAttempt({ ...ATTEMPT, [name]: undefined }), TypeError, name);
  }
  const exam = { ...ATTEMPT.exam, questions: [{ ...prompt, id: "q1", type: "drawing" }] };
  assert.throws(() => readAttempt({ ...ATTEMPT, exam }), TypeError);
});
