import assert from "node:assert/strict";
import fc from "fast-check";
import { nextChoiceId, nextQuestionId, proposedCode, untellingIds } from "../../../islands/author/new_ids.ts";
import { addPair, othersOf, removePair, twoPairs } from "../../../islands/author/items/matching_pairs.ts";
import { ExamFields } from "../../../protocol/exam_document.ts";
import { Question } from "../../../protocol/items/registry.ts";
import { seededRandom } from "../../support/virtual_world.ts";

Deno.test("[WR14] ids of an order never tell it, and stay as long as they do not", () => {
  fc.assert(fc.property(fc.integer(), fc.integer({ min: 2, max: 12 }), (seed, count) => {
    const random = seededRandom(seed);
    const ids = untellingIds(Array.from({ length: count }, () => null), random);
    assert.equal(new Set(ids).size, count);
    const question = {
      id: "q1",
      type: "ordering",
      text: "?",
      choices: ids.map((id) => ({ id, text: id })),
      correct: ids,
    };
    assert.ok(Question.safeParse(question).success);
    assert.deepEqual(untellingIds(ids, random), ids);
  }));
  assert.notDeepEqual(untellingIds(["a", "b", "c"], seededRandom(1)), ["a", "b", "c"]);
});

Deno.test("[WR14] pairs come and go with their right side, and their ids do not tell what belongs where", () => {
  fc.assert(fc.property(fc.integer(), fc.integer({ min: 0, max: 8 }), (seed, more) => {
    const random = seededRandom(seed);
    let question = twoPairs("q1", random);
    for (let n = 0; n < more; n++) question = addPair(question, random);
    const filled = {
      ...question,
      text: "?",
      left: question.left.map((one, at) => ({ ...one, text: `left ${at}` })),
      right: question.right.map((one, at) => ({ ...one, text: `right ${at}` })),
    };
    assert.ok(Question.safeParse(filled).success);
    assert.deepEqual(othersOf(filled), []);
    const fewer = removePair(filled, filled.left[0].id, random);
    assert.equal(fewer.right.length, filled.right.length - 1);
    assert.deepEqual(othersOf(fewer), []);
  }));
});

Deno.test("[WR2] ids go on from the last that was ever used, and a code is proposed from the title's first word", () => {
  assert.equal(nextQuestionId(["q1", "q9", "intro", "q-x7"]), "q10");
  assert.equal(nextChoiceId([{ id: "a" }, { id: "c" }]), "b");
  assert.equal(proposedCode("Biologie für Ärzte", () => 0), "BIOLOGIE-1000");
  for (const title of ["Überblick", "数学", "X", "", "Mathematics and more"]) {
    assert.ok(ExamFields.shape.code.safeParse(proposedCode(title, () => 0.5)).success, title);
  }
});
