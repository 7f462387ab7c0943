import assert from "node:assert/strict";
import type { Note } from "../../../islands/link/outbox_store.ts";
import {
  countWords,
  isAnswered,
  missingAnswers,
  readLocalAnswers,
  withEvents,
} from "../../../islands/student/answer_book.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { AnswerSheet } from "../../../server/attempts/answers.ts";
import { seededRandom } from "../../support/virtual_world.ts";

Deno.test("[CA22] the page applies events to answers just as the server does", () => {
  const random = seededRandom(7);
  const whole = (most: number) => Math.floor(random() * most);
  const events = Array.from({ length: 500 }, (_, t): CapturedEvent => {
    const question = `q${whole(3)}`;
    if (random() < 0.1) return { choices: ["a", "b"].slice(whole(3)), question, t, type: "answer_select" };
    return { at: whole(60), inserted: "x😀y".slice(whole(4)), question, removed: whole(5), t, type: "answer_edit" };
  });
  const sheet = new AnswerSheet(new Set(["q0", "q1", "q2"]));
  for (const event of events) sheet.apply(event, { untilT: Infinity });
  assert.deepEqual(withEvents({}, events), sheet.toAnswers());
});

Deno.test("[CA21] only what the server cannot have is brought back, and another device's later word counts", () => {
  const local = new Map([
    ["lost", { value: "typed in the last moment", seq: 5 }],
    ["stored", { value: "same", seq: 5 }],
    ["elsewhere", { value: "older", seq: 4 }],
    ["chosen", { value: ["a"], seq: 5 }],
  ]);
  const expected = { lost: "typed", stored: "same", elsewhere: "newer", chosen: ["b"] };
  assert.deepEqual(
    missingAnswers(expected, local, 4),
    new Map<string, string | string[]>([["lost", "typed in the last moment"], ["chosen", ["a"]]]),
  );
});

Deno.test("[CA21] a copy on the device that is not one is as if it were not there", () => {
  const notes = new Map<string, Note>(Object.entries({
    "answer:q1": { value: "x", seq: 1 },
    "answer:q2": { value: 7, seq: 1 },
    "answer:q3": "x",
  }));
  assert.deepEqual([...readLocalAnswers(notes).keys()], ["q1"]);
});

Deno.test("words are runs without white space, and white space is no answer", () => {
  assert.equal(countWords("  one\ttwo\n\nthree-four  "), 3);
  assert.equal(countWords(""), 0);
  assert.equal(isAnswered("  \n"), false);
  assert.equal(isAnswered([]), false);
  assert.equal(isAnswered("0"), true);
});
