import assert from "node:assert/strict";
import type { Answer } from "../../../protocol/items/answer.ts";
import { isAnswered } from "../../../protocol/items/answer_form.ts";
import {
  ITEMS,
  markAnswer,
  PaperQuestion,
  paperQuestion,
  Question,
  type QuestionType,
} from "../../../protocol/items/registry.ts";
import { textsIn } from "../../../protocol/items/texts_in.ts";
import { SAMPLES } from "./samples.ts";

const PROMPT = { id: "q1", text: "What\n    is it?", points: 2 };
const TYPES = Question.options.map((option) => option.shape.type.value);
const BLANKS: Answer[] = ["", " \n\t\u00a0", "\u200b\u3000\u2060\ufeff", "\u3164\u2800", [], [""]];

/** The sample's question under each of its keys. */
function questionsOf(type: QuestionType): Question[] {
  const { shown, hidden } = SAMPLES[type];
  return hidden.map((key) => Question.parse({ ...PROMPT, type, ...shown, ...key }));
}

for (const type of TYPES) {
  const { shown, texts, marks } = SAMPLES[type];
  const questions = questionsOf(type);

  Deno.test(`[IT1] ${type}: what a student sees is the same whatever the correct answer is`, () => {
    for (const question of questions) {
      const paper = paperQuestion(question);
      assert.deepEqual(paper, { ...PROMPT, type, ...shown });
      assert.deepEqual(PaperQuestion.parse(paper), paper);
    }
  });

  Deno.test(`[IT2] ${type}: every text that a student can copy is found in the paper`, () => {
    assert.deepEqual(textsIn(paperQuestion(questions[0])), [PROMPT.text, ...texts]);
  });

  Deno.test(`[IT3] ${type}: each answer gets the share that it deserves, and a blank one nothing`, () => {
    const [question] = questions;
    for (const [answer, share] of marks) {
      assert.equal(markAnswer(question, answer), share, JSON.stringify(answer));
      assert.ok(isAnswered(answer));
    }
    assert.ok(marks.some(([answer]) => ITEMS[type].answer.safeParse(answer).success));
    const needsPerson = marks.every(([, share]) => share === null);
    for (const blank of [undefined, ...BLANKS]) assert.equal(markAnswer(question, blank), needsPerson ? null : 0);
  });

  Deno.test(`[IT4] ${type}: without a key a person marks it`, () => {
    const question = questions[questions.length - 1];
    for (const [answer] of marks) assert.equal(markAnswer(question, answer), null);
  });
}

Deno.test("[IT60] no tag, no feedback and no key of any type is in the student's paper", () => {
  for (const type of TYPES) {
    for (const question of questionsOf(type)) {
      const told = JSON.stringify({ ...question, tags: ["inner-tag"], feedback: "inner-word" });
      const paper = paperQuestion(Question.parse(JSON.parse(told)));
      assert.doesNotMatch(JSON.stringify(paper), /inner-|Secret|"(correct|scoring|guidance|tolerance|factor|feedback)/);
      // Beside what a type decided to show there is nothing.
      const shown = Object.keys({ ...PROMPT, type, ...SAMPLES[type].shown });
      assert.deepEqual(Object.keys(paper).sort(), shown.sort());
    }
  }
});

Deno.test("[IT3] a mark is a share from 0 to 1, whatever is answered", () => {
  const answers = Object.values(SAMPLES).flatMap(({ marks }) => marks.map(([answer]) => answer));
  for (const type of TYPES) {
    for (const question of questionsOf(type)) {
      for (const answer of [...answers, ...BLANKS]) {
        const share = markAnswer(question, answer);
        assert.ok(share === null || (share >= 0 && share <= 1), `${type} ${JSON.stringify(answer)}: ${share}`);
      }
    }
  }
});

Deno.test("[IT4] a key that names nothing is no key: who left the question out does not have it right", () => {
  const open: [QuestionType, Record<string, unknown>][] = [
    ["multiple_choice", { correct: [] }],
    ["short_text", { correct: ["", " "] }],
  ];
  for (const [type, key] of open) {
    const question = Question.parse({ ...PROMPT, type, ...SAMPLES[type].shown, ...key });
    assert.equal(markAnswer(question, undefined), null);
  }
});

Deno.test("[IT5] white space alone, or nothing chosen, is no answer", () => {
  for (const blank of [undefined, ...BLANKS]) assert.equal(isAnswered(blank), false);
  for (const answer of ["0", " x", ["a"]]) assert.equal(isAnswered(answer), true);
});
