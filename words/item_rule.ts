import type { Question } from "../protocol/items/registry.ts";
import type { Sentences } from "./words.ts";

/**
 * How a question's answer becomes points, in a sentence for its author. It follows the question as it is: without a key a
 * person marks it.
 *
 * @param words The group `itemRules` of the reader's language.
 */
export function itemRule(question: Question, words: Sentences["itemRules"]): string {
  return words[ruleOf(question)];
}

function ruleOf(question: Question): keyof Sentences["itemRules"] {
  switch (question.type) {
    case "essay":
    case "code":
    case "file":
      return "byHand";
    case "multiple_choice":
      if ((question.correct ?? []).length === 0) return "noKey";
      return question.scoring === "all_or_nothing" ? "allOrNothing" : "rightMinusWrong";
    case "single_choice":
      return question.correct === undefined ? "noKey" : "singleChoice";
    case "true_false":
      return question.correct === undefined ? "noKey" : "trueFalse";
    case "numeric":
      if (question.correct === undefined) return "noKey";
      return question.units === undefined ? "numeric" : "numericUnits";
    case "short_text":
      if (!(question.correct ?? []).some((text) => text.trim() !== "")) return "noKey";
      return question.match_case === true ? "shortText" : "shortTextLoose";
    case "matching":
      return Object.keys(question.correct ?? {}).length === 0 ? "noKey" : "matching";
    case "ordering":
      return question.correct === undefined ? "noKey" : "ordering";
    case "cloze":
      return question.gaps.some(({ correct = [] }) => correct.some((text) => text.trim() !== "")) ? "cloze" : "noKey";
  }
}
