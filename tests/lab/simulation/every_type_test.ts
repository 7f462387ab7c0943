import assert from "node:assert/strict";
import { simulate } from "../../../lab/simulation/simulate.ts";
import { SIMULATED_FILE } from "../../../lab/simulation/simulated_file.ts";
import { answerIds, answerTo } from "../../../protocol/items/answer_ids.ts";
import { isAnswered } from "../../../protocol/items/answer_form.ts";
import { AnswerSheet } from "../../../protocol/items/answer_sheet.ts";
import { paperQuestion, Question } from "../../../protocol/items/registry.ts";
import { sha256Hex } from "../../../server/log/hash.ts";
import { SAMPLES } from "../../protocol/items/samples.ts";

Deno.test("[IT71] a simulated student answers every type of question", () => {
  const questions = Object.entries(SAMPLES).map(([type, { shown, hidden }]) =>
    paperQuestion(
      Question.parse({ id: type, type, text: "Why is that so?", ...shown, ...hidden[0] }),
    )
  );
  const sheet = new AnswerSheet(new Set(questions.flatMap(answerIds)));
  for (const event of simulate("steady", 7, { questions, durationMs: 40 * 60_000 })) sheet.apply(event, Infinity);
  const answers = sheet.toAnswers();
  const open = questions.filter((question) => !isAnswered(answerTo(question, answers)));
  assert.deepEqual(open.map(({ id }) => id), []);
});

Deno.test("[IT71] the file of simulated students is named by its content", () => {
  assert.equal(
    SIMULATED_FILE.choice,
    `${sha256Hex(new TextEncoder().encode(SIMULATED_FILE.text))}=${SIMULATED_FILE.name}`,
  );
});
