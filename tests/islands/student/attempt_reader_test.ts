import assert from "node:assert/strict";
import { readAttempt } from "../../../islands/student/attempt_reader.ts";
import { PaperQuestion } from "../../../protocol/items/registry.ts";
import { AttemptAnswer } from "../../../protocol/rest.ts";

const prompt = { text: "Why?", points: 1 };
const choices = [{ id: "a", text: "A" }, { id: "b", text: "B" }];
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
    questions: [
      { ...prompt, id: "q1", type: "single_choice", choices },
      { ...prompt, id: "q2", type: "multiple_choice", choices },
      { ...prompt, id: "q3", type: "true_false" },
      { ...prompt, id: "q4", type: "numeric", unit: "m" },
      { ...prompt, id: "q5", type: "short_text", max_characters: 20 },
      { ...prompt, id: "q6", type: "essay", words: { min: 5 } },
    ],
  },
  answers: { q1: ["a"], q6: "Because" },
  receipt: "ab",
};

Deno.test("[CA50] the page reads an attempt with every type of question just as its schema does", () => {
  assert.deepEqual(
    ATTEMPT.exam.questions.map(({ type }) => type),
    PaperQuestion.options.map((option) => option.shape.type.value),
  );
  assert.deepEqual(readAttempt(ATTEMPT), AttemptAnswer.parse(ATTEMPT));
});

Deno.test("[CA50] an attempt that lacks a field, or has a question of an unknown type, is refused", () => {
  for (const name of ["attempt_id", "state", "started_at", "deadline", "exam", "answers"]) {
    assert.throws(() => readAttempt({ ...ATTEMPT, [name]: undefined }), TypeError, name);
  }
  const exam = { ...ATTEMPT.exam, questions: [{ ...prompt, id: "q1", type: "drawing" }] };
  assert.throws(() => readAttempt({ ...ATTEMPT, exam }), TypeError);
});
