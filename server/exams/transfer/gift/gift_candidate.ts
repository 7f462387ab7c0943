import type { GIFTQuestion, NumericalFormat, TextFormat } from "gift-pegjs";
import { ItemId } from "../../../../protocol/items/prompt.ts";
import type { Picture } from "../../media/read_picture.ts";
import { choiceFeedback, feedbackField, tagsField } from "../shared/authored_extras.ts";
import { pictureOfData } from "../shared/base64_picture.ts";
import { htmlText, picturesLeftOut } from "../shared/html_text.ts";
import { weightedChoices } from "../shared/choice_weights.ts";
import { matchingFields } from "../shared/matching_pairs.ts";
import type { Candidate, Found, ImportTold } from "../shared/found.ts";

/** A parsed question in our words, with the pictures that its HTML holds, or why it cannot be one. */
export function giftCandidate(question: GIFTQuestion): Found[] {
  const losses: ImportTold[] = [];
  const name = "id" in question && question.id ? question.id : question.title;
  const id = ItemId.safeParse(name);
  const media: string[] = [];
  const pictures = new Map<string, Picture>();
  const pictureAt = (address: string) => {
    const picture = pictureOfData(address);
    if (picture !== null) pictures.set(picture.mediaId, picture);
    return picture?.mediaId ?? null;
  };
  const said = ({ format, text }: TextFormat): string => {
    if (format !== "html") return text;
    const html = htmlText(text, pictureAt);
    media.push(...html.media);
    return html.text;
  };
  const saidTo = (feedback: TextFormat | null) => feedback ? choiceFeedback(said(feedback), losses) : undefined;
  const taken = (fields: Candidate): Found[] => {
    const candidate = {
      ...(id.success && { id: id.data }),
      ...fields,
      ...tagsField(question.tags ?? [], losses),
      ...("globalFeedback" in question && question.globalFeedback
        ? feedbackField(said(question.globalFeedback), losses)
        : {}),
    };
    return [
      ...[...pictures.values()].map((picture): Found => ({ kind: "picture", picture, name: "data:" })),
      { kind: "question", candidate, losses: [...losses, ...picturesLeftOut(media)] },
    ];
  };
  switch (question.type) {
    case "MC": {
      const choices = question.choices.map(({ text, weight, isCorrect, feedback }) => ({
        text: said(text),
        weight: weight ?? (isCorrect ? 100 : 0),
        feedback: saidTo(feedback),
      }));
      const isSingle = question.choices.some(({ isCorrect }) => isCorrect) ||
        choices.every(({ weight }) => weight <= 0);
      const weighted = weightedChoices(said(question.stem), choices, isSingle);
      losses.push(...weighted.losses);
      return taken(weighted.candidate);
    }
    case "TF": {
      // The parser calls the first one so: what is said to who is wrong.
      const [wrong, right] = [question.trueFeedback, question.falseFeedback].map(saidTo);
      const { isTrue } = question;
      const ofChoice = {
        ...(right !== undefined && { [`${isTrue}`]: right }),
        ...(wrong !== undefined && { [`${!isTrue}`]: wrong }),
      };
      return taken({
        type: "true_false",
        text: said(question.stem),
        correct: isTrue,
        ...(Object.keys(ofChoice).length > 0 && { choice_feedback: ofChoice }),
      });
    }
    case "Short": {
      const isWhole = ({ weight }: { weight: number | null }) => weight === null || weight === 100;
      if (!question.choices.every(isWhole)) losses.push({ key: "weights_left_out", values: {} });
      if (question.choices.some(({ feedback }) => feedback)) losses.push({ key: "feedback_left_out", values: {} });
      const correct = question.choices.filter(isWhole).map(({ text }) => text.text);
      return taken({ type: "short_text", text: said(question.stem), correct });
    }
    case "Numerical": {
      const [first, ...others] = [question.choices].flat();
      if (others.length > 0) losses.push({ key: "further_numbers_left_out", values: {} });
      if (first !== undefined && "feedback" in first && first.feedback) {
        losses.push({ key: "feedback_left_out", values: {} });
      }
      const number = first === undefined ? {} : numberOf("text" in first ? first.text : first);
      return taken({ type: "numeric", text: said(question.stem), ...number });
    }
    case "Essay":
      return taken({ type: "essay", text: said(question.stem) });
    case "Matching": {
      const pairs = question.matchPairs.map(({ subquestion, subanswer }) => ({
        one: said(subquestion),
        other: subanswer,
      }));
      return taken({ text: said(question.stem), ...matchingFields(pairs) });
    }
    default:
      return [{ kind: "failed", told: { key: "unknown_type", values: { type: question.type } } }];
  }
}

function numberOf({ number, range, numberLow, numberHigh }: NumericalFormat): Candidate {
  if (numberLow !== undefined && numberHigh !== undefined) {
    return { correct: (numberLow + numberHigh) / 2, tolerance: Math.abs(numberHigh - numberLow) / 2 };
  }
  return { correct: number, ...(range !== undefined && { tolerance: range }) };
}
