import assert from "node:assert/strict";
import { Question } from "../../../../protocol/items/registry.ts";
import { keySummary } from "../../../../islands/author/import/key_summary.ts";
import { withFreeIds } from "../../../../islands/author/import/free_ids.ts";
import { Speaker } from "../../../../words/speaker.ts";
import { ENGLISH } from "../../../../words/languages.ts";
import { SAMPLES } from "../../../protocol/items/samples.ts";

Deno.test("[IT48] questions that are taken get ids that the exam has not", () => {
  const questions = ["q1", "q2", "a".repeat(64)].map((id) => Question.parse({ id, type: "essay", text: "Why?" }));
  const free = withFreeIds(questions, ["q1", "q1-2", "a".repeat(64)]);
  assert.deepEqual(free.map(({ id }) => id), ["q1-3", "q2", `${"a".repeat(56)}-2`]);
  for (const question of free) Question.parse(question);
});

Deno.test("[IT48] the key of every type is said in a line", () => {
  const speaker = new Speaker(ENGLISH.language, ENGLISH.counted);
  const said = Object.entries(SAMPLES).map(([type, { shown, hidden }]) =>
    keySummary(
      Question.parse({ id: "x", type, text: "What?", ...shown, ...hidden[0] }),
      ENGLISH.sentences.importing,
      speaker,
    )
  );
  assert.deepEqual(said, [
    "if x: Beech",
    "Ash / if x: Beech",
    "false",
    "-0.3 ± 0.1 m",
    "Café au lait / Latte",
    "",
    "Ash – Tree; if x: Beech – Code",
    "if x: Beech → Ash → Cedar",
    "",
    "",
    "Seine / La Seine; if x: Beech",
  ]);
});

Deno.test("[IT87] a key stands without signs of Markdown where texts are formatted, else as it was written", () => {
  const speaker = new Speaker(ENGLISH.language, ENGLISH.counted);
  const question = Question.parse({
    ...{ id: "q", type: "single_choice", text: "Which?", correct: "a" },
    choices: [{ id: "a", text: "**half** $\\frac{1}{2}$" }, { id: "b", text: "none" }],
  });
  const key = (isMarkdown: boolean) => keySummary(question, ENGLISH.sentences.importing, speaker, isMarkdown);
  assert.deepEqual([key(true), key(false)], ["half 1/2", "**half** $\\frac{1}{2}$"]);
});
