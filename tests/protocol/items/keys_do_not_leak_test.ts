import assert from "node:assert/strict";
import { answerIds, answerTo } from "../../../protocol/items/answer_ids.ts";
import { AnswerSheet } from "../../../protocol/items/answer_sheet.ts";
import { Question } from "../../../protocol/items/registry.ts";

const prompt = { id: "q1", text: "Which?" };
const sides = ["1", "2", "10"].map((id) => ({ id, text: `Thing ${id}` }));
const problemsOf = (question: unknown) =>
  Question.safeParse(question).error?.issues.map(({ message }) => message) ?? [];

Deno.test("[IT9] a key that the ids tell is refused: in order, or side by side", () => {
  const ordering = { ...prompt, type: "ordering", choices: sides };
  assert.deepEqual(problemsOf({ ...ordering, correct: ["1", "2", "10"] }), ["ids_tell_order"]);
  assert.deepEqual(problemsOf({ ...ordering, correct: ["2", "1", "10"] }), []);
  assert.deepEqual(problemsOf({ ...ordering, correct: ["2", "1"] }), ["each_choice_once"]);
  const matching = { ...prompt, type: "matching", left: sides, right: sides };
  assert.deepEqual(problemsOf({ ...matching, correct: { 1: "1", 2: "2", 10: "10" } }), ["ids_tell_order"]);
  assert.deepEqual(problemsOf({ ...matching, correct: { 1: "2", 2: "1", 10: "10" } }), []);
  assert.deepEqual(problemsOf({ ...matching, correct: { 1: "3" } }), ["no_choice"]);
});

Deno.test("[IT10] each gap stands in its text once, and a text has no other gaps", () => {
  const cloze = (passage: string) =>
    problemsOf({ ...prompt, type: "cloze", passage, gaps: [{ id: "a" }, { id: "b" }] });
  assert.deepEqual(cloze("[[b]] and [[a]]"), []);
  for (const passage of ["[[a]]", "[[a]] [[b]] [[c]]", "[[a]] [[b]] [[a]]"]) {
    assert.deepEqual(cloze(passage), ["each_gap_once"]);
  }
});

Deno.test("[IT10] a question with gaps has an answer for each, is answered once, and is marked as one", () => {
  const question = { id: "q1", gaps: [{ id: "a" }, { id: "b" }] };
  const sheet = new AnswerSheet(new Set(answerIds(question)));
  sheet.apply({ type: "answer_edit", question: "q1.a", at: 0, removed: 0, inserted: "Oak", t: 1 }, Infinity);
  sheet.apply({ type: "answer_select", question: "q1.b", choices: ["x"], t: 2 }, Infinity);
  assert.equal(sheet.answered, 1);
  assert.deepEqual(answerTo(question, sheet.toAnswers()), ["a=Oak", "b=x"]);
  sheet.apply({ type: "answer_edit", question: "q1.a", at: 0, removed: 3, inserted: "", t: 3 }, Infinity);
  sheet.apply({ type: "answer_select", question: "q1.b", choices: [], t: 4 }, Infinity);
  assert.equal(sheet.answered, 0);
  assert.equal(answerTo(question, sheet.toAnswers()), undefined);
});
