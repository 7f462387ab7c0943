import assert from "node:assert/strict";
import { checkExam } from "../../../islands/author/check_exam.ts";
import {
  withNewPool,
  withoutPool,
  withPoolNamed,
  withQuestionsIn,
} from "../../../islands/author/settings/pool_changes.ts";
import { savedExam } from "./written_exam.ts";

const QUESTIONS = ["q1", "q2", "q3"].map((id) => ({ id, type: "essay", text: "Why?", points: 2 }));
const pooled = (ids: readonly string[], pool = "optics", take = 1) => ({
  questions: QUESTIONS.map((question) => ids.includes(question.id) ? { ...question, pool } : question),
  pools: [{ id: pool, take }],
});

Deno.test("[WR27] a pool is made, named, filled and removed, and its questions go along", () => {
  const { document } = savedExam({ questions: QUESTIONS });
  const made = withQuestionsIn(withNewPool(withNewPool(document)), "pool-2", ["q1", "q3"]);
  assert.deepEqual(made.pools?.map(({ id }) => id), ["pool-1", "pool-2"]);
  const named = withPoolNamed(made, "pool-2", " light and öptics ");
  assert.equal(named.pools?.[1].id, "light-and-ptics");
  assert.deepEqual(named.questions.map(({ pool }) => pool), ["light-and-ptics", undefined, "light-and-ptics"]);
  assert.equal(withPoolNamed(named, "pool-1", "light-and-ptics"), named, "a name that is taken");
  assert.equal(withPoolNamed(named, "pool-1", " "), named);
  const none = withoutPool(withoutPool(named, "light-and-ptics"), "pool-1");
  assert.deepEqual([none.pools, none.questions.some(({ pool }) => pool !== undefined)], [undefined, false]);
});

Deno.test("[WR28] pools that contradict themselves are said, and the server keeps those that it has", () => {
  const { document: saved } = savedExam(pooled(["q1", "q2"]));
  const { document } = savedExam(pooled(["q1", "q2"]));
  const uneven = {
    ...document,
    title: "New",
    questions: document.questions.with(1, { ...document.questions[1], points: 5 }),
  };
  const { problems, valid } = checkExam(uneven, saved);
  assert.deepEqual(problems.map(({ question, path }) => [question, path.join()]), [["q2", "points"]]);
  assert.equal(valid.title, "New");
  assert.deepEqual(valid.questions.map(({ points, pool }) => [points, pool]), [[2, "optics"], [2, "optics"], [
    2,
    undefined,
  ]]);
  assert.deepEqual(
    JSON.stringify(valid.questions),
    JSON.stringify(saved.questions),
    "nothing is saved again and again",
  );

  const lost = { ...document, pools: undefined };
  assert.deepEqual(checkExam(lost, saved).problems.map(({ question }) => question), ["q1", "q2"]);
  const small = savedExam(pooled(["q1"], "optics", 2)).document;
  assert.deepEqual(checkExam(small, saved).problems, []);
  assert.deepEqual(checkExam(small, saved, false).problems.map(({ path }) => path.join(".")), ["pools.0.take"]);
});
