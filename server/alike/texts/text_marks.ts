import { fingerprints } from "./fingerprints.ts";
import { type FoldedText, foldedText } from "./folded_text.ts";
import { ShownPassages } from "./shown_passages.ts";

/** A place by which a text is found again. */
export interface Mark {
  /** In the list of texts. */
  text: number;
  /** In units of the folded text. */
  place: number;
}

/** A hash of 32 bits and where its mark stands in a list of 21 are one whole number. */
const MOST_MARKS = 2 ** 21;

/** Of one text and hash, the places that are looked at: what repeats itself within a text says nothing more. */
const MOST_REPEATS = 4;

/** Texts as they are compared, with their marks. */
export class TextMarks {
  readonly folded: readonly FoldedText[];
  /** For each text its own stretches, half-open and sorted. */
  readonly stretches: readonly (readonly [number, number])[][];
  /** Whether there were more marks than are kept. */
  isCut = false;
  /** Hash and number of each mark, sorted. */
  readonly #keys: Float64Array;
  readonly #texts: Uint32Array;
  readonly #places: Uint32Array;

  constructor(texts: readonly string[], shown: readonly string[]) {
    const passages = new ShownPassages(shown);
    this.folded = texts.map(foldedText);
    this.stretches = this.folded.map((text) => passages.ownStretches(text));
    const keys = new Float64Array(MOST_MARKS);
    const [ofTexts, places] = [new Uint32Array(MOST_MARKS), new Uint32Array(MOST_MARKS)];
    let count = 0;
    this.stretches.forEach((stretches, text) => {
      for (const stretch of stretches) {
        fingerprints(this.folded[text].units, stretch, (hash, place) => {
          if (count === MOST_MARKS) {
            this.isCut = true;
            return;
          }
          keys[count] = hash * MOST_MARKS + count;
          ofTexts[count] = text;
          places[count++] = place;
        });
      }
    });
    this.#keys = keys.subarray(0, count).sort();
    this.#texts = ofTexts;
    this.#places = places;
  }

  /** Marks of equal hash, in the order of texts and places. */
  *groups(): Iterable<Mark[]> {
    let group: Mark[] = [];
    let [hash, repeats] = [-1, 0];
    for (const key of this.#keys) {
      const own = Math.floor(key / MOST_MARKS);
      const index = key - own * MOST_MARKS;
      if (own !== hash) {
        if (group.length > 1) yield group;
        [hash, group, repeats] = [own, [], 0];
      }
      const text = this.#texts[index];
      repeats = group.at(-1)?.text === text ? repeats + 1 : 0;
      if (repeats < MOST_REPEATS) group.push({ text, place: this.#places[index] });
    }
    if (group.length > 1) yield group;
  }

  /** The own stretch that a mark stands in. */
  stretchOf({ text, place }: Mark): readonly [number, number] {
    return this.stretches[text].find(([begin, end]) => begin <= place && place < end) ?? [place, place];
  }
}
