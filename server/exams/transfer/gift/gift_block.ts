import type { Question } from "../../../../protocol/items/registry.ts";
import { cleanText } from "../shared/clean_text.ts";
import { pairsOf } from "../shared/matching_pairs.ts";
import { weightsOf } from "../shared/choice_weights.ts";

/**
 * A question in GIFT's own words, as near as they come to it. Read back, it may differ: see `unsaidOf`.
 *
 * @param isPlain Whether it is written as an essay, which holds any text.
 */
export function giftBlock(question: Question, isPlain = false): string {
  const { tags = [], id, text } = question;
  // A bracket would end the tag, and has no escape.
  const tagged = tags.map((tag) => `[tag:${cleanText(tag).replace(/[\[\]]/g, " ")}]`).join(" ");
  const general = question.feedback ? `####${escaped(question.feedback)}` : "";
  // What an empty line or a line's begin would mean goes with the escapes.
  const block = `::${escaped(id)}::${escaped(text).trim() || "?"} {${isPlain ? "" : answerOf(question)}${general}}`;
  return tagged === "" ? block : `// ${tagged.replace(/\s+/g, " ")}\n${block}`;
}

function answerOf(question: Question): string {
  switch (question.type) {
    case "single_choice":
      return question.choices.map(({ id, text, feedback }) =>
        `${id === question.correct ? "=" : "~"}${escaped(text)}${said(feedback)}`
      ).join(" ");
    case "multiple_choice": {
      const weights = weightsOf(question.choices, question.correct ?? []);
      return question.choices.map(({ text, feedback }, index) =>
        `~%${weights[index]}%${escaped(text)}${said(feedback)}`
      ).join(" ");
    }
    case "true_false": {
      const { correct, choice_feedback: feedback } = question;
      if (correct === undefined) return "";
      const [right, wrong] = [feedback?.[`${correct}`], feedback?.[`${!correct}`]].map(said);
      // What is said to who is wrong comes first.
      return `${correct ? "TRUE" : "FALSE"}${right === "" ? wrong : `${wrong || "#"}${right}`}`;
    }
    case "numeric": {
      const { correct, tolerance_percent: percent } = question;
      if (correct === undefined) return "";
      const tolerance = percent === undefined ? question.tolerance : Math.abs(correct) * percent / 100;
      // In front of feedback only a list of numbers is understood.
      const sign = question.feedback ? "#=" : "#";
      return tolerance === undefined ? `${sign}${correct}` : `${sign}${correct}:${tolerance}`;
    }
    case "short_text":
      return (question.correct ?? []).map((text) => `=${escaped(text)}`).join(" ");
    case "matching":
      // What belongs to none has no word here.
      return pairsOf(question).filter(({ one }) => one !== "")
        .map(({ one, other }) => `=${escaped(one)} -> ${escaped(other)}`).join(" ");
    case "essay":
    // Read back as essays; what they are stands in the remainder.
    case "ordering":
    case "cloze":
    case "code":
    case "file":
      return "";
  }
}

/** What is said to who chose something. */
function said(feedback: string | undefined): string {
  return feedback ? `#${escaped(feedback)}` : "";
}

/** A text whose signs mean nothing to GIFT, in one line. */
function escaped(text: string): string {
  return cleanText(text).replace(/[\\~=#{}:]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}
