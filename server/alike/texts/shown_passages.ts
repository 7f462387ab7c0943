import { type FoldedText, foldedText } from "./folded_text.ts";
import { runHashes } from "./rolling_hash.ts";

/** Units that a passage has in common with what was shown, at least, to count as taken from there. */
const LEAST_SHOWN = 20;

/** What everybody was shown: the paper's questions, and the texts that they quote. */
export class ShownPassages {
  readonly #shown: readonly FoldedText[];
  readonly #places = new Map<number, { text: number; begin: number }>();

  constructor(texts: readonly string[]) {
    this.#shown = texts.map(foldedText);
    this.#shown.forEach(({ units }, text) => {
      runHashes(units, LEAST_SHOWN).forEach((hash, begin) => {
        if (!this.#places.has(hash)) this.#places.set(hash, { text, begin });
      });
    });
  }

  /** Stretches of a text that are the student's own: half-open, in units. */
  ownStretches({ units }: FoldedText): [begin: number, end: number][] {
    const stretches: [number, number][] = [];
    let own = 0;
    let begin = 0;
    const hashes = this.#places.size === 0 ? [] : runHashes(units, LEAST_SHOWN);
    while (begin < hashes.length) {
      const place = this.#places.get(hashes[begin]);
      const length = place === undefined ? 0 : this.#commonLength(units, begin, place);
      if (length < LEAST_SHOWN) {
        begin++;
        continue;
      }
      if (begin > own) stretches.push([own, begin]);
      begin += length;
      own = begin;
    }
    if (units.length > own) stretches.push([own, units.length]);
    return stretches;
  }

  #commonLength(units: Uint16Array, begin: number, place: { text: number; begin: number }): number {
    const shown = this.#shown[place.text].units;
    let length = 0;
    while (
      begin + length < units.length && place.begin + length < shown.length &&
      units[begin + length] === shown[place.begin + length]
    ) length++;
    return length;
  }
}
