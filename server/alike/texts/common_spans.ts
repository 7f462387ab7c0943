import { LEAST_SPAN } from "./fingerprints.ts";
import { type Mark, TextMarks } from "./text_marks.ts";
import { Widespread } from "./widespread.ts";

/** A text that a person wrote. */
export interface OwnText {
  person: number;
  text: string;
}

/** A place in a text, half-open, in its own characters. */
export interface Place {
  /** In the list of texts. */
  text: number;
  from: number;
  to: number;
}

/** A passage that two persons' texts have in common. */
export interface CommonSpan {
  one: Place;
  other: Place;
  /** Letters and signs, without spaces. */
  length: number;
}

export interface CommonSpans {
  /** Between two persons each, longest first. */
  spans: CommonSpan[];
  /** Passages that more than {@link MOST_SHARERS} persons have, given once. */
  widespread: { place: Place; persons: number }[];
  /** Whether there was more than is kept. */
  isCut: boolean;
}

/** Persons that a passage is told of pair by pair; what more have is said once. */
export const MOST_SHARERS = 20;

/** Characters of all texts, at most: 500 people's five essays of 6,000, and a third more. */
export const MOST_CHARACTERS = 20_000_000;

/** Spans that are kept, at most. */
const MOST_SPANS = 20_000;

/** Groups of marks between two looks at the time. */
const GROUPS_PER_TICK = 1_000;

/** Longer than any text: how far one mark is ahead of another fits in. */
const MOST_UNITS = 2 ** 25;

/**
 * Passages that texts of different persons have in common, to the letter but for case and spaces. What everybody was shown is
 * nobody's, and ends a passage. Every common passage of {@link LEAST_SPAN} signs is found, in time and memory that grow with the
 * texts and not with the pairs of them.
 *
 * @param shown The paper's texts.
 * @param tick Called between steps: throws where it takes too long.
 * @throws {RangeError} If there is more text than {@link MOST_CHARACTERS}.
 */
export function commonSpans(
  texts: readonly OwnText[],
  shown: readonly string[],
  tick: () => void = () => {},
): CommonSpans {
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > MOST_CHARACTERS) {
    throw new RangeError(`Cannot compare ${characters} characters: at most ${MOST_CHARACTERS}`);
  }
  const marks = new TextMarks(texts.map(({ text }) => text), shown);
  const found = new FoundSpans(marks);
  const widespread = new Widespread();
  let groups = 0;
  for (const group of marks.groups()) {
    if (++groups % GROUPS_PER_TICK === 0) tick();
    const persons = new Set(group.map(({ text }) => texts[text].person)).size;
    if (persons > MOST_SHARERS) widespread.add(group, persons);
    else if (persons > 1) {
      group.forEach((one, index) => {
        for (const other of group.slice(index + 1)) {
          if (texts[one.text].person !== texts[other.text].person) found.add(one, other);
        }
      });
    }
  }
  const spans = found.spans
    .filter(({ text, begin, length }) => widespread.ownLength(text, begin, begin + length) >= LEAST_SPAN)
    .sort((a, b) => b.length - a.length || a.text - b.text || a.begin - b.begin);
  const placeOf = (text: number, begin: number, length: number): Place => {
    const { places } = marks.folded[text];
    return { text, from: places[begin], to: places[begin + length - 1] + 1 };
  };
  return {
    spans: spans.slice(0, MOST_SPANS).map(({ text, begin, otherText, otherBegin, length }) => ({
      one: placeOf(text, begin, length),
      other: placeOf(otherText, otherBegin, length),
      length,
    })),
    widespread: Array.from(widespread.told(), ({ text, begin, end, persons }) => ({
      place: placeOf(text, begin, end - begin),
      persons,
    })),
    isCut: marks.isCut || spans.length > MOST_SPANS,
  };
}

interface FoundSpan {
  text: number;
  begin: number;
  otherText: number;
  otherBegin: number;
  length: number;
}

/** Spans that were found, none twice. */
class FoundSpans {
  readonly spans: FoundSpan[] = [];
  readonly #marks: TextMarks;
  /** By the two texts and how far the one is ahead of the other: where stretches that were compared begin and end in the first. */
  readonly #compared = new Map<number, number[]>();

  constructor(marks: TextMarks) {
    this.#marks = marks;
  }

  add(one: Mark, other: Mark): void {
    const pair = one.text * this.#marks.folded.length + other.text;
    const key = pair * MOST_UNITS * 2 + (one.place - other.place + MOST_UNITS);
    const compared = this.#compared.get(key) ?? [];
    for (let index = 0; index < compared.length; index += 2) {
      if (compared[index] <= one.place && one.place < compared[index + 1]) return;
    }
    const [there, here] = [this.#marks.folded[one.text].units, this.#marks.folded[other.text].units];
    const [from, to] = [this.#marks.stretchOf(one), this.#marks.stretchOf(other)];
    let before = 0;
    const mostBefore = Math.min(one.place - from[0], other.place - to[0]);
    while (before < mostBefore && there[one.place - before - 1] === here[other.place - before - 1]) before++;
    let after = 0;
    const mostAfter = Math.min(from[1] - one.place, to[1] - other.place);
    while (after < mostAfter && there[one.place + after] === here[other.place + after]) after++;
    const [begin, length] = [one.place - before, before + after];
    if (compared.length === 0) this.#compared.set(key, compared);
    compared.push(begin, begin + Math.max(1, length));
    if (length >= LEAST_SPAN) {
      this.spans.push({ text: one.text, begin, otherText: other.text, otherBegin: other.place - before, length });
    }
  }
}
