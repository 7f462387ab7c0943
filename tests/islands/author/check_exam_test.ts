import assert from "node:assert/strict";
import { checkExam } from "../../../islands/author/check_exam.ts";
import { countChanges } from "../../../islands/author/exam_changes.ts";
import { problemText } from "../../../islands/author/problem_text.ts";
import { LANGUAGES } from "../../../words/languages.ts";
import { Speaker } from "../../../words/speaker.ts";
import { savedExam } from "./written_exam.ts";

const { document: saved } = savedExam();

Deno.test("[WR4] what is valid can be saved; in place of what is not stands what the server has, or nothing", () => {
  const [q1] = saved.questions;
  const exam = {
    ...saved,
    title: "Biology 2",
    duration_minutes: NaN,
    questions: [{ ...q1, text: "" }, { ...q1, id: "q2", text: "How?" }, { ...q1, id: "q3", text: " " }],
  };
  const { problems, valid } = checkExam(exam, saved);
  assert.deepEqual(problems.map(({ question, path }) => [question, path.join(".")]), [
    ["q1", "text"],
    ["q3", "text"],
    [null, "duration_minutes"],
  ]);
  assert.equal(valid.title, "Biology 2");
  assert.equal(valid.duration_minutes, 60);
  assert.deepEqual(valid.questions.map(({ id, text }) => [id, text]), [["q1", "Why?"], ["q2", "How?"]]);
});

Deno.test("[WR4] an exam that closes before it opens keeps the server's times until it is mended", () => {
  const exam = { ...saved, opens_at: "2026-11-27T10:00:00+01:00", closes_at: "2026-11-27T09:00:00+01:00" };
  const { problems, valid } = checkExam(exam, saved);
  assert.deepEqual(problems.map(({ path }) => path), [["closes_at"]]);
  assert.equal(valid.opens_at, undefined);
  assert.equal(countChanges(valid, saved), 0);
});

Deno.test("[WR12] changes are counted by place: fields, questions, and their order", () => {
  const [q1] = saved.questions;
  const before = { ...saved, questions: [q1, { ...q1, id: "q2" }, { ...q1, id: "q3" }] };
  assert.equal(countChanges(before, before), 0);
  const questions = [before.questions[1], { ...q1, text: "Really?" }, { ...q1, id: "q4" }];
  assert.equal(countChanges({ ...before, title: "B", questions }, before), 5, "title, q1, q4, no q3, order");
});

for (const { language, counted, sentences } of LANGUAGES) {
  Deno.test(`[WR9] what the schema finds is said in ${language.name}, in a sentence of its own`, () => {
    const speaker = new Speaker(language, counted);
    const words = { own: sentences.editorProblems, fields: sentences.fieldProblems };
    const choice = { id: "a", text: "" };
    const exam = {
      ...saved,
      title: "",
      code: "§",
      duration_minutes: 0,
      capacity: 1.5,
      time_zone: "Atlantis",
      questions: [
        { ...saved.questions[0], text: "x".repeat(30_000), points: NaN },
        { id: "q2", type: "single_choice" as const, text: "?", points: 5_000, choices: [choice] },
        {
          id: "q3",
          type: "ordering" as const,
          text: "?",
          points: 1,
          choices: ["a", "b", "c"].map((id) => ({ id, text: id })),
          correct: ["a", "b", "c"],
        },
      ],
    };
    const { problems } = checkExam(exam, saved);
    assert.ok(problems.length >= 10);
    for (const problem of problems) {
      const text = problemText(speaker, words, problem);
      assert.notEqual(text, words.own.not_valid, problem.path.join("."));
      assert.match(text, /^\p{Lu}/u);
      assert.doesNotMatch(text, /[{}]|undefined|NaN/);
    }
  });
}
