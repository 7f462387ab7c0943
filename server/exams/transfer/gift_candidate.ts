import type { GIFTQuestion, NumericalFormat } from "gift-pegjs";
import { ItemId } from "../../../protocol/items/prompt.ts";
import { weightedChoices } from "./choice_weights.ts";
import type { Candidate, Found, ImportTold } from "./found.ts";

/** A parsed question in our words, or why it cannot be one. */
export function giftCandidate(question: GIFTQuestion): Found {
  const losses: ImportTold[] = [];
  const name = "id" in question && question.id ? question.id : question.title;
  const id = ItemId.safeParse(name);
  const taken = (fields: Candidate): Found => ({
    kind: "question",
    candidate: { ...(id.success && { id: id.data }), ...fields },
    losses,
  });
  if ("globalFeedback" in question && question.globalFeedback) losses.push({ key: "feedback_left_out", values: {} });
  switch (question.type) {
    case "MC": {
      if (question.choices.some(({ feedback }) => feedback)) losses.push({ key: "feedback_left_out", values: {} });
      const choices = question.choices.map(({ text, weight, isCorrect }) => ({
        text: text.text,
        weight: weight ?? (isCorrect ? 100 : 0),
      }));
      const isSingle = question.choices.some(({ isCorrect }) => isCorrect) ||
        choices.every(({ weight }) => weight <= 0);
      const weighted = weightedChoices(question.stem.text, choices, isSingle);
      losses.push(...weighted.losses);
      return taken(weighted.candidate);
    }
    case "TF":
      if (question.trueFeedback || question.falseFeedback) losses.push({ key: "feedback_left_out", values: {} });
      return taken({ type: "true_false", text: question.stem.text, correct: question.isTrue });
    case "Short": {
      const isWhole = ({ weight }: { weight: number | null }) => weight === null || weight === 100;
      if (!question.choices.every(isWhole)) losses.push({ key: "weights_left_out", values: {} });
      const correct = question.choices.filter(isWhole).map(({ text }) => text.text);
      return taken({ type: "short_text", text: question.stem.text, correct });
    }
    case "Numerical": {
      const [first, ...others] = [question.choices].flat();
      if (others.length > 0) losses.push({ key: "further_numbers_left_out", values: {} });
      const number = first === undefined ? {} : numberOf("text" in first ? first.text : first);
      return taken({ type: "numeric", text: question.stem.text, ...number });
    }
    case "Essay":
      return taken({ type: "essay", text: question.stem.text });
    default:
      return { kind: "failed", told: { key: "unknown_type", values: { type: question.type } } };
  }
}

function numberOf({ number, range, numberLow, numberHigh }: NumericalFormat): Candidate {
  if (numberLow !== undefined && numberHigh !== undefined) {
    return { correct: (numberLow + numberHigh) / 2, tolerance: Math.abs(numberHigh - numberLow) / 2 };
  }
  return { correct: number, ...(range !== undefined && { tolerance: range }) };
}
