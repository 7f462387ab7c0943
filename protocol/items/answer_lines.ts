import type { Answer } from "./answer.ts";
import { choicesOf, textOf } from "./answer_form.ts";
import type { Question } from "./registry.ts";

/** Between a thing and what was matched to it. */
const TO = " → ";

/**
 * An answer as a person reads it, a line for each thing that was chosen: choices by their texts, pairs with both sides, gaps
 * by their ids, files by their names. A text is one line, as it was written. None for an answer that is not there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const choices = [{ id: "a", text: "Paris" }, { id: "b", text: "Rome" }];
 * const question = { id: "q1", type: "single_choice", text: "?", points: 1, choices } as const;
 * assert.deepEqual(answerLines({ ...question, choices }, ["b"]), ["Rome"]);
 * ```
 */
export function answerLines(question: Question, answer: Answer | undefined): string[] {
  const text = textOf(answer);
  if (text !== "") return [text];
  return choicesOf(answer).map((chosen) => lineOf(question, chosen));
}

/** The key as a person reads it; none where a person marks the question. */
export function keyLines(question: Question): string[] {
  switch (question.type) {
    case "single_choice":
      return question.correct === undefined ? [] : [lineOf(question, question.correct)];
    case "true_false":
      return question.correct === undefined ? [] : [String(question.correct)];
    case "multiple_choice":
    case "ordering":
      return (question.correct ?? []).map((id) => lineOf(question, id));
    case "matching":
      return Object.entries(question.correct ?? {}).map(([left, right]) => lineOf(question, `${left}=${right}`));
    case "cloze":
      return question.gaps.flatMap(({ id, correct = [] }) =>
        correct.length === 0 ? [] : [correct.map((value) => lineOf(question, `${id}=${value}`)).join(" / ")]
      );
    case "numeric": {
      const { correct, tolerance = 0, tolerance_percent: percent = 0, unit = "" } = question;
      if (correct === undefined) return [];
      const about = percent > 0 ? ` (± ${percent} %)` : "";
      return [`${correct}${tolerance > 0 ? ` ± ${tolerance}` : ""} ${unit}`.trim() + about];
    }
    case "short_text":
      return question.correct ?? [];
    default:
      return [];
  }
}

function lineOf(question: Question, chosen: string): string {
  if (question.type === "matching") {
    const [left, right] = splitPair(chosen);
    return textIn(question.left, left) + TO + textIn(question.right, right);
  }
  if (question.type === "cloze") {
    const [id, value] = splitPair(chosen);
    const gap = question.gaps.find((one) => one.id === id);
    return `${id}: ${gap?.choices ? textIn(gap.choices, value) : value}`;
  }
  if (question.type === "file") return chosen.slice(chosen.indexOf("=") + 1);
  return "choices" in question ? textIn(question.choices, chosen) : chosen;
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf("=");
  return at === -1 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
}

function textIn(choices: readonly { id: string; text: string }[], id: string): string {
  return choices.find((choice) => choice.id === id)?.text ?? id;
}
