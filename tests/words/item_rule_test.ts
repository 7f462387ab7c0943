import assert from "node:assert/strict";
import { markAnswer, Question } from "../../protocol/items/registry.ts";
import { itemRule } from "../../words/item_rule.ts";
import { ENGLISH } from "../../words/languages.ts";
import { SAMPLES } from "../protocol/items/samples.ts";

Deno.test("[IT62] a sentence says how each question becomes points, and a person where there is no key", () => {
  const words = ENGLISH.sentences.itemRules;
  for (const [type, { shown, hidden }] of Object.entries(SAMPLES)) {
    for (const key of hidden) {
      const question = Question.parse({ id: "q1", text: "Which?", type, ...shown, ...key });
      const isByHand = [words.byHand, words.noKey].includes(itemRule(question, words));
      assert.equal(isByHand, markAnswer(question, undefined) === null, `${type} ${JSON.stringify(key)}`);
    }
  }
  const choices = ["a", "b"].map((id) => ({ id, text: id }));
  const question = Question.parse({ id: "q", text: "?", type: "multiple_choice", choices, correct: ["a"] });
  assert.equal(itemRule(question, words), words.rightMinusWrong);
});
