import assert from "node:assert/strict";
import type { CapturedEvent } from "../../../protocol/events.ts";
import type { Answers } from "../../../protocol/items/answer.ts";
import { isAnswered, textOf } from "../../../protocol/items/answer_form.ts";
import { AnswerSheet } from "../../../protocol/items/answer_sheet.ts";
import { seededRandom } from "../../support/virtual_world.ts";

const QUESTIONS = ["q0", "q1", "q2"];

function randomEvents(seed: number): CapturedEvent[] {
  const random = seededRandom(seed);
  const whole = (most: number) => Math.floor(random() * most);
  return Array.from({ length: 500 }, (_, t): CapturedEvent => {
    const question = `q${whole(4)}`;
    if (random() < 0.1) return { choices: ["a", "b"].slice(whole(3)), question, t, type: "answer_select" };
    return { at: whole(60), inserted: " 😀\ny".slice(whole(5)), question, removed: whole(9), t, type: "answer_edit" };
  });
}

/** The answers after one more event, in the plainest way. */
function after(answers: Answers, event: CapturedEvent): Answers {
  if (!("question" in event) || !QUESTIONS.includes(event.question)) return answers;
  if (event.type === "answer_select") return { ...answers, [event.question]: event.choices };
  if (event.type !== "answer_edit") return answers;
  const text = textOf(answers[event.question]);
  const at = Math.min(event.at, text.length);
  return { ...answers, [event.question]: text.slice(0, at) + event.inserted + text.slice(at + event.removed) };
}

Deno.test("[CA22] events give the same answers however they are folded, in one go or taken up in the middle", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const sheet = new AnswerSheet(new Set(QUESTIONS));
    const resumed = new AnswerSheet(new Set(QUESTIONS));
    let plain: Answers = {};
    for (const [index, event] of randomEvents(seed).entries()) {
      if (index === 250) resumed.restore(sheet.toAnswers(), null);
      sheet.apply(event, Infinity);
      if (index >= 250) resumed.apply(event, Infinity);
      plain = after(plain, event);
      assert.equal(sheet.answered, Object.values(plain).filter(isAnswered).length);
    }
    assert.deepEqual(sheet.toAnswers(), plain);
    assert.deepEqual(resumed.toAnswers(), plain);
    assert.equal(resumed.answered, sheet.answered);
  }
});

Deno.test("[IT5] an answer counts from its first letter on, and no longer once that is gone", () => {
  const sheet = new AnswerSheet(new Set(QUESTIONS));
  const edit = (at: number, removed: number, inserted: string) =>
    sheet.apply({ at, inserted, question: "q1", removed, t: 0, type: "answer_edit" }, Infinity);
  edit(0, 0, "   \n ");
  assert.equal(sheet.answered, 0);
  edit(5, 0, "\u200b\u2800");
  assert.equal(sheet.answered, 0, "what is drawn as nothing");
  edit(2, 0, "x");
  assert.equal(sheet.answered, 1);
  edit(2, 1, "");
  assert.equal(sheet.answered, 0);
  sheet.set({ q0: [], q1: "y", q2: ["a"], other: "z" });
  assert.equal(sheet.answered, 2);
  sheet.set({ q1: " " });
  assert.equal(sheet.answered, 1);
});

Deno.test("what is done after the given time does not count", () => {
  const sheet = new AnswerSheet(new Set(QUESTIONS));
  sheet.apply({ at: 0, inserted: "in time", question: "q1", removed: 0, t: 100, type: "answer_edit" }, 100);
  sheet.apply({ at: 7, inserted: ", late", question: "q1", removed: 0, t: 101, type: "answer_edit" }, 100);
  sheet.apply({ choices: ["a"], question: "q2", t: 101, type: "answer_select" }, 100);
  assert.deepEqual(sheet.toAnswers(), { q1: "in time" });
});
