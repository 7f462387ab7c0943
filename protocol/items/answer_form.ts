import type { Answer, Answers } from "./answer.ts";
import { hasInk } from "./has_ink.ts";

/**
 * Whether an answer says something: a text in which something is seen, or at least one thing that is chosen. The form of an
 * answer decides, not the type of its question, so that server and page agree about types that either does not know.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(isAnswered(" \n"), false);
 * assert.equal(isAnswered(["b"]), true);
 * ```
 */
export function isAnswered(answer: Answer | undefined): boolean {
  return typeof answer === "string" ? hasInk(answer) : choicesOf(answer).some(hasInk);
}

/** Text of an answer; "" for none and for choices. */
export function textOf(answer: Answer | undefined): string {
  return typeof answer === "string" ? answer : "";
}

/** Chosen ids of an answer; none for a text. */
export function choicesOf(answer: Answer | undefined): readonly string[] {
  return Array.isArray(answer) ? answer : [];
}

/** How long answers are together, in characters. */
export function lengthOfAnswers(answers: Answers): number {
  return Object.values(answers).flat().reduce((sum, part) => sum + part.length, 0);
}
