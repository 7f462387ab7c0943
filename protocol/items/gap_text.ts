import { hasInk } from "./has_ink.ts";

/** When the middle piece is longer than this, the text is cut anew around the next edit. */
const LONGEST_MIDDLE = 512;

/** Characters before an edit that go into the middle piece with it, because people often erase backwards. */
const MARGIN = 64;

/**
 * A text that is edited one letter at a time. It is kept in three pieces: a short one around the place where somebody
 * writes, and what stands before and behind it. An edit near the last one changes only the short piece, so it costs the
 * same in a long text as in a short one. An edit elsewhere cuts the whole text anew.
 */
export class GapText {
  #before: string;
  #middle = "";
  #after = "";
  /** Characters that are seen. */
  #ink: number;

  constructor(text = "") {
    this.#before = text;
    this.#ink = countInk(text);
  }

  get length(): number {
    return this.#before.length + this.#middle.length + this.#after.length;
  }

  /** Whether there is nothing to be seen. */
  get isBlank(): boolean {
    return this.#ink === 0;
  }

  toString(): string {
    return this.#before + this.#middle + this.#after;
  }

  /**
   * One edit. Offsets beyond the text are clamped, and what makes it longer than `most` is cut off at its end.
   *
   * @param at Where, in UTF-16 code units.
   * @param removed How many code units go.
   * @param inserted What comes.
   */
  edit(at: number, removed: number, inserted: string, most: number): void {
    const begin = Math.min(at, this.length);
    const end = Math.min(begin + removed, this.length);
    const isInMiddle = begin >= this.#before.length && end <= this.#before.length + this.#middle.length;
    if (!isInMiddle || this.#middle.length > LONGEST_MIDDLE) this.#cutAround(begin, end);
    const from = begin - this.#before.length;
    const to = end - this.#before.length;
    if (to > from) this.#ink -= countInk(this.#middle.slice(from, to));
    this.#ink += countInk(inserted);
    this.#middle = this.#middle.slice(0, from) + inserted + this.#middle.slice(to);
    if (this.length > most) this.#shorten(most);
  }

  #cutAround(begin: number, end: number): void {
    const text = this.toString();
    const from = Math.max(0, begin - MARGIN);
    this.#before = text.slice(0, from);
    this.#middle = text.slice(from, end);
    this.#after = text.slice(end);
  }

  #shorten(length: number): void {
    const text = this.toString();
    this.#ink -= countInk(text.slice(length));
    this.#before = text.slice(0, length);
    this.#middle = "";
    this.#after = "";
  }
}

/** Characters of a text that are seen, in UTF-16 code units. */
function countInk(text: string): number {
  let ink = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isPlain = code > 0x20 && code < 0x7f;
    if (isPlain || hasInk(text[index])) ink++;
  }
  return ink;
}
