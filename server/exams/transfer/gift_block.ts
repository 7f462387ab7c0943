import type { Question } from "../../../protocol/items/registry.ts";
import { cleanText } from "./clean_text.ts";
import { weightsOf } from "./choice_weights.ts";

/**
 * A question in GIFT's own words, as near as they come to it. Read back, it may differ: see `unsaidOf`.
 *
 * @param isPlain Whether it is written as an essay, which holds any text.
 */
export function giftBlock(question: Question, isPlain = false): string {
  // What an empty line or a line's begin would mean goes with the escapes.
  return `::${escaped(question.id)}::${escaped(question.text).trim() || "?"} {${isPlain ? "" : answerOf(question)}}`;
}

function answerOf(question: Question): string {
  switch (question.type) {
    case "single_choice":
      return question.choices.map(({ id, text }) => `${id === question.correct ? "=" : "~"}${escaped(text)}`).join(" ");
    case "multiple_choice": {
      const weights = weightsOf(question.choices, question.correct ?? []);
      return question.choices.map(({ text }, index) => `~%${weights[index]}%${escaped(text)}`).join(" ");
    }
    case "true_false":
      return question.correct === undefined ? "" : question.correct ? "TRUE" : "FALSE";
    case "numeric": {
      const { correct, tolerance } = question;
      if (correct === undefined) return "";
      return tolerance === undefined ? `#${correct}` : `#${correct}:${tolerance}`;
    }
    case "short_text":
      return (question.correct ?? []).map((text) => `=${escaped(text)}`).join(" ");
    case "essay":
    // Read back as essays; what they are stands in the remainder.
    case "matching":
    case "ordering":
    case "cloze":
      return "";
  }
}

/** A text whose signs mean nothing to GIFT, in one line. */
function escaped(text: string): string {
  return cleanText(text).replace(/[\\~=#{}:]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}
