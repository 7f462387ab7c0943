import assert from "node:assert/strict";
import { firstProblem } from "../../words/problem.ts";
import { ExamDocument } from "../../protocol/exam_document.ts";

const essay = { id: "q1", type: "essay", text: "Write." };
const minimal = { code: "abc-1", title: "Exam", duration_minutes: 60, questions: [essay] };

Deno.test("[MS10] a short exam document gets the documented defaults", () => {
  const exam = ExamDocument.parse(minimal);
  assert.equal(exam.code, "ABC-1");
  assert.equal(exam.join, "open");
  assert.equal(exam.policy.at_hundred, "lock_until_released");
  assert.equal(exam.policy.grace_minutes, 10);
  assert.equal(exam.questions[0].points, 1);
});

Deno.test("[IT7] questions and choices stay as they were written; only what is blank is refused", () => {
  const choice = (id: string, text: string) => ({ id, text });
  const ask = (text: string, first: string) => ({
    ...minimal,
    questions: [{ id: "q", type: "single_choice", text, choices: [choice("a", first), choice("b", "b")] }],
  });
  const code = "    if x:\n        y = 1\n";
  const [question] = ExamDocument.parse(ask(code, code)).questions;
  assert.ok(question.type === "single_choice");
  assert.deepEqual([question.text, question.choices[0].text], [code, code]);
  const blank: [string, unknown][] = [
    ["questions.0.text", ask(" \n", "a")],
    ["questions.0.choices.0.text", ask("Which?", "\t ")],
  ];
  for (const [path, document] of blank) {
    assert.equal(firstProblem(ExamDocument.safeParse(document).error!).path, path);
  }
});

Deno.test("[MS11] a document that contradicts itself is refused with the field's path", () => {
  const choices = [{ id: "a", text: "A" }, { id: "b", text: "B" }];
  const wrong: [string, unknown][] = [
    ["questions.1.id", { ...minimal, questions: [essay, essay] }],
    ["questions.0.correct", {
      ...minimal,
      questions: [{ id: "q", type: "single_choice", text: "?", choices, correct: "c" }],
    }],
    ["roster", { ...minimal, join: "roster" }],
    ["roster.1.token", {
      ...minimal,
      roster: [{ name: "Ada", token: "abcde-fghjk-23456" }, { name: "Bob", token: "ABCDEFGHJK23456" }],
    }],
    ["closes_at", { ...minimal, opens_at: "2026-11-21T10:00:00Z", closes_at: "2026-11-21T09:00:00Z" }],
    ["policy.redirect_to", { ...minimal, policy: { redirect_to: "//elsewhere.example" } }],
    ["duration_minutes", { ...minimal, duration_minutes: 0 }],
    ["surprise", { ...minimal, surprise: 1 }],
  ];
  for (const [path, document] of wrong) {
    assert.equal(firstProblem(ExamDocument.safeParse(document).error!).path, path);
  }
});
