import type { AlikePassage, AlikePassages, AlikePlace } from "../../protocol/alike.ts";
import type { ExamAnswers } from "./exam_answers.ts";
import { commonSpans, MOST_CHARACTERS, type Place } from "./texts/common_spans.ts";
import { LEAST_SPAN } from "./texts/fingerprints.ts";

/** Passages that are told, at most, and of one pair. */
const MOST_PASSAGES = 500;
const MOST_OF_PAIR = 10;

/** Passages that an exam's texts have in common, with how many pairs have one as long. */
export function examPassages({ attemptIds, texts: all, shown }: ExamAnswers, tick: () => void): AlikePassages {
  const texts = withinBounds(all);
  const { spans, widespread, isCut } = commonSpans(texts, shown, tick);
  const placeOf = ({ text, from, to }: Place): AlikePlace => {
    const { person, question } = texts[text];
    return { attempt_id: attemptIds[person], question, from, to };
  };
  const longest = new Map<string, number>();
  const counts = new Map<string, number>();
  const told: Omit<AlikePassage, "pairs_as_long">[] = [];
  for (const { one, other, length } of spans) {
    const pair = [texts[one.text].person, texts[other.text].person].sort((a, b) => a - b).join();
    if (!longest.has(pair)) longest.set(pair, length);
    const count = counts.get(pair) ?? 0;
    counts.set(pair, count + 1);
    if (count < MOST_OF_PAIR) told.push({ one: placeOf(one), other: placeOf(other), length });
  }
  // Spans come longest first, and so do the longest of pairs.
  const lengths = [...longest.values()];
  const persons = new Set(texts.map(({ person }) => person)).size;
  return {
    least_length: LEAST_SPAN,
    texts: texts.length,
    pairs: persons * (persons - 1) / 2,
    passages: told.slice(0, MOST_PASSAGES).map((passage) => ({
      ...passage,
      pairs_as_long: lengths.filter((length) => length >= passage.length).length,
    })),
    widespread: widespread.map(({ place, persons }) => ({ place: placeOf(place), persons })),
    is_cut: isCut || told.length > MOST_PASSAGES || texts.length < all.length,
  };
}

/** As many texts as are compared, in their order. */
function withinBounds<Text extends { text: string }>(texts: readonly Text[]): Text[] {
  let characters = 0;
  return texts.filter(({ text }) => (characters += text.length) <= MOST_CHARACTERS);
}
