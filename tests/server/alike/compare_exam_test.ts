import assert from "node:assert/strict";
import { simulateAnswers, simulateItems, withCopied } from "../../../lab/alike/simulated_answers.ts";
import { AlikeAnswers } from "../../../protocol/alike.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { compareExam } from "../../../server/alike/compare_exam.ts";
import { compareInThread } from "../../../server/alike/compare_in_thread.ts";
import type { ExamAnswers } from "../../../server/alike/exam_answers.ts";
import { refusalOf } from "../../support/hall.ts";

const PASSAGE =
  "The treaty of 1648 ended thirty years of war, and left to each prince the faith of his land; nobody had won it.";

/** An exam in which the second student took most answers from the first. */
function simulated(persons: number, items: number, seed = 5): ExamAnswers {
  const random = createRandom(seed);
  const questions = simulateItems(random, { persons, items });
  const honest = simulateAnswers(random, questions, persons);
  return {
    attemptIds: honest.map((_, person) => `a${person}`),
    leftOut: 0,
    lines: honest.map((line, person) =>
      person === 1 ? withCopied(random, line, honest[0], Math.round(0.8 * items)) : line
    ),
    texts: [],
    shown: [],
  };
}

function usedIn(answers: AlikeAnswers): string[] {
  return answers.indices.filter(({ used }) => used).map(({ index }) => index);
}

Deno.test("[AK30] an exam's indices are those that it is large enough for, and each says from which size on", () => {
  const none = compareExam(simulated(9, 20));
  assert.deepEqual([none.is_too_small, none.model, usedIn(none), none.pairs, none.people], [true, null, [], [], []]);
  assert.ok(none.indices.every(({ least_persons, least_questions }) => least_persons >= 10 && least_questions >= 10));
  assert.equal(compareExam(simulated(100, 8)).is_too_small, true);
  const few = compareExam(simulated(40, 40));
  assert.deepEqual([few.model, usedIn(few)], [
    null,
    ["same_wrong", "longest_run", "guttman_errors", "fast_and_right"],
  ]);
  const some = compareExam(simulated(60, 40));
  assert.deepEqual([some.model, usedIn(some)], ["rasch", ["same_answers", "misfit", "odd_times", "fast_and_right"]]);
  assert.equal(compareExam(simulated(200, 12)).model, "2pl");
});

Deno.test("[AK30] a pair that is more alike than chance gives is told with its chance, corrected for all pairs", () => {
  for (const persons of [40, 60, 200]) {
    const answers = AlikeAnswers.parse(compareExam(simulated(persons, 40)));
    const [pair, ...more] = answers.pairs;
    assert.deepEqual([pair.one, pair.other, pair.answered], ["a0", "a1", 40]);
    assert.ok(pair.same >= 32 && pair.same_wrong > 5);
    assert.ok(more.length <= 2);
    for (const { p, adjusted } of Object.values(pair.figures)) assert.ok(adjusted >= p && p > 0);
    const pairs = persons * (persons - 1) / 2;
    for (const { index, used, looked_at } of answers.indices) {
      if (used && index.startsWith("same")) assert.equal(looked_at, pairs);
    }
  }
});

Deno.test("[AK31] passages in common are told with their places, and how many pairs have one as long", () => {
  const base = simulated(3, 1);
  const text = (person: number, question: string, written: string) => ({ person, question, text: written });
  const { texts } = compareExam({
    ...base,
    texts: [text(0, "e1", `One. ${PASSAGE}`), text(1, "e2", PASSAGE), text(2, "e1", `Three. ${PASSAGE.slice(0, 90)}`)],
  });
  assert.deepEqual(texts.passages[0], {
    one: { attempt_id: "a0", question: "e1", from: 5, to: 5 + PASSAGE.length },
    other: { attempt_id: "a1", question: "e2", from: 0, to: PASSAGE.length },
    length: PASSAGE.replaceAll(" ", "").length,
    pairs_as_long: 1,
  });
  assert.deepEqual(texts.passages.slice(1).map(({ pairs_as_long }) => pairs_as_long), [2, 3]);
  assert.deepEqual([texts.pairs, texts.is_cut], [3, false]);
});

Deno.test("[AK32] a comparison is made in a thread of its own, and ends when its time is over", async () => {
  const exam = simulated(60, 20);
  assert.deepEqual(await compareInThread(exam, 60_000), compareExam(exam));
  assert.equal(await refusalOf(compareInThread(simulated(200, 40), 1)), "unavailable");
});
