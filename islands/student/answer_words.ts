import type { Answers } from "../../protocol/items/answer.ts";
import { choicesOf, textOf } from "../../protocol/items/answer_form.ts";
import { answerTo, gapAnswerId } from "../../protocol/items/answer_ids.ts";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import type { AuthoredText } from "../components/rich_text.tsx";
import { unmarkedText } from "../components/unmarked_text.ts";

/** Characters of an answer that a list of all shows. */
const MOST_CHARACTERS = 400;

/** Between the parts of an answer. */
const PARTS = " · ";

/**
 * What was answered, in the words of the paper, for a list of all answers; "" for nothing. A long one is cut short.
 *
 * @param words Of true and false, which are the page's own.
 *
 * @example
 * const choices = [{ id: "a", text: "Yes" }, { id: "b", text: "No" }];
 * const question = { choices, id: "q1", points: 1, text: "?", type: "single_choice" } as const;
 * assert.equal(answerWords(question, { q1: ["b"] }, { false: "False", true: "True" }), "No");
 */
export function answerWords(
  question: PaperQuestion,
  answers: Answers,
  words: { readonly true: string; readonly false: string },
): string {
  const text = partsOf(question, answers, words).join(PARTS).trim();
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS).trimEnd()}…` : text;
}

function partsOf(
  question: PaperQuestion,
  answers: Answers,
  words: { readonly true: string; readonly false: string },
): string[] {
  const answer = answerTo(question, answers);
  const chosen = choicesOf(answer);
  switch (question.type) {
    case "single_choice":
    case "multiple_choice":
    case "ordering":
      return chosen.map((id) => named(question.choices, id));
    case "true_false":
      return chosen.map((id) => id === "true" ? words.true : words.false);
    case "matching":
      return chosen.map((pair) => {
        const [one] = pair.split("=", 1);
        return `${named(question.left, one)}: ${named(question.right, pair.slice(one.length + 1))}`;
      });
    case "cloze":
      return question.gaps.flatMap(({ id, choices }) => {
        const filled = answers[gapAnswerId(question.id, id)];
        const text = textOf(filled) || choicesOf(filled).map((choice) => named(choices ?? [], choice)).join(PARTS);
        return text === "" ? [] : [text];
      });
    default:
      return typeof answer === "string" ? [answer] : [...chosen];
  }
}

function named(choices: readonly ({ id: string } & AuthoredText)[], id: string): string {
  const choice = choices.find((choice) => choice.id === id);
  return choice === undefined ? id : unmarkedText(choice);
}
