import { plainLine } from "../../../protocol/items/plain_line.ts";
import type { Question } from "../../../protocol/items/registry.ts";
import type { Speaker } from "../../../words/speaker.ts";
import type { Sentences } from "../../../words/words.ts";

/** Whether people mark every question of this type. */
export function hasNoKey({ type }: Question): boolean {
  return type === "essay" || type === "code" || type === "file";
}

/** Characters of a key that are shown. */
const MOST_CHARACTERS = 160;

/** What is right, in a line; empty of what a person marks. @param isMarkdown Whether its texts are. */
export function keySummary(
  question: Question,
  words: Sentences["importing"],
  speaker: Speaker,
  isMarkdown = true,
): string {
  const key = keyOf(withPlainChoices(question, isMarkdown), words, speaker).replace(/\s+/g, " ").trim();
  return key.length > MOST_CHARACTERS ? `${key.slice(0, MOST_CHARACTERS - 1)}…` : key;
}

/** The question with each text that may be chosen on one line. */
function withPlainChoices(question: Question, isMarkdown: boolean): Question {
  const plain = <Choice extends { text: string }>(choices: readonly Choice[]) =>
    choices.map((choice) => ({ ...choice, text: plainLine(choice.text, isMarkdown) }));
  switch (question.type) {
    case "single_choice":
    case "multiple_choice":
    case "ordering":
      return { ...question, choices: plain(question.choices) };
    case "matching":
      return { ...question, left: plain(question.left), right: plain(question.right) };
    default:
      return question;
  }
}

function keyOf(question: Question, words: Sentences["importing"], speaker: Speaker): string {
  switch (question.type) {
    case "single_choice":
    case "multiple_choice": {
      const right = new Set([question.correct ?? []].flat());
      return listed(question.choices.filter(({ id }) => right.has(id)).map(({ text }) => text));
    }
    case "true_false":
      return question.correct === undefined ? "" : question.correct ? words.isTrue : words.isFalse;
    case "numeric": {
      const { correct, tolerance = 0, unit = "" } = question;
      if (correct === undefined) return "";
      const number = (value: number) => speaker.number(value, { most: 12 });
      return [number(correct), tolerance > 0 ? `± ${number(tolerance)}` : "", unit].join(" ");
    }
    case "short_text":
      return listed(question.correct ?? []);
    case "ordering":
      return (question.correct ?? []).map((id) => textOf(question.choices, id)).join(" → ");
    case "matching":
      return Object.entries(question.correct ?? {})
        .map(([one, other]) => `${textOf(question.left, one)} – ${textOf(question.right, other)}`).join("; ");
    case "cloze":
      return question.gaps.map(({ choices, correct = [] }) =>
        correct.map((each) => choices ? textOf(choices, each) : each).join(" / ")
      ).filter((gap) => gap !== "").join("; ");
    default:
      return "";
  }
}

function listed(texts: readonly string[]): string {
  return texts.filter((text) => text.trim() !== "").join(" / ");
}

function textOf(choices: readonly { id: string; text: string }[], id: string): string {
  return choices.find((choice) => choice.id === id)?.text ?? id;
}
