import assert from "node:assert/strict";
import { z } from "zod";
import { dictionary } from "../../protocol/dictionary.ts";
import { Answers } from "../../protocol/items/answer.ts";
import { AnswerSheet } from "../../protocol/items/answer_sheet.ts";

/** Names that every object has already, and their neighbours. */
const NAMES = ["__proto__", "__proto__'", "__proto__''", "constructor", "toString", "hasOwnProperty", "valueOf", "q1"];

Deno.test("[IT8] an answer keeps its question, whatever the question is called", () => {
  const text = `{${NAMES.map((name, index) => `${JSON.stringify(name)}: "${index}"`).join(",")}}`;
  const read = Answers.parse(JSON.parse(text));
  assert.deepEqual(Object.entries(read), NAMES.map((name, index) => [name, `${index}`]));
  assert.equal(Object.getPrototypeOf(read), Object.prototype);
  const sheet = new AnswerSheet(new Set(NAMES));
  sheet.set(read);
  assert.equal(sheet.answered, NAMES.length);
  const again = new AnswerSheet(new Set(NAMES));
  again.restore(Answers.parse(structuredClone(sheet.toAnswers())), null);
  assert.deepEqual(Object.entries(again.toAnswers()), Object.entries(read));
});

Deno.test("[IT8] a wrong answer is refused under whichever name, and what is no object as well", () => {
  for (const name of NAMES) assert.equal(Answers.safeParse(JSON.parse(`{${JSON.stringify(name)}: 7}`)).success, false);
  for (const value of [null, [], "text", 1, undefined]) assert.equal(Answers.safeParse(value).success, false);
});

Deno.test("[IT8] a dictionary is described to machines as the record that it is", () => {
  const schema = dictionary(z.string().max(10), z.number());
  for (const io of ["input", "output"] as const) {
    const { type, additionalProperties } = z.toJSONSchema(schema, { io });
    assert.deepEqual([type, additionalProperties], ["object", { type: "number" }]);
  }
});
