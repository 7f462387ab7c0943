/** Characters that the piece under the cursor may grow to before the text is put together. */
const MOST_IN_HAND = 512;

/** Characters in front of an edit that come into the hand with it: who erases goes on erasing. */
const MARGIN = 64;

/**
 * A text that is edited a letter at a time, in three pieces: what lies before the cursor's neighbourhood, that
 * neighbourhood, and what lies behind. An edit costs as much as the middle piece is long, however long the text; only
 * a cursor that jumps costs the whole of it.
 */
export class GapText {
  #before: string;
  #hand = "";
  #after = "";

  constructor(text = "") {
    this.#before = text;
  }

  get length(): number {
    return this.#before.length + this.#hand.length + this.#after.length;
  }

  toString(): string {
    return this.#before + this.#hand + this.#after;
  }

  /**
   * One edit. Offsets beyond the text are clamped; what an edit would make longer than `most` is cut.
   *
   * @param at Where, in UTF-16 code units.
   * @param removed Characters that go.
   * @param inserted What comes.
   */
  edit(at: number, removed: number, inserted: string, most: number): void {
    const begin = Math.min(at, this.length);
    const end = Math.min(begin + removed, this.length);
    const isInHand = begin >= this.#before.length && end <= this.#before.length + this.#hand.length;
    if (!isInHand || this.#hand.length > MOST_IN_HAND) this.#take(begin, end);
    const from = begin - this.#before.length;
    const to = end - this.#before.length;
    this.#hand = this.#hand.slice(0, from) + inserted + this.#hand.slice(to);
    if (this.length > most) this.#cut(most);
  }

  #take(begin: number, end: number): void {
    const text = this.toString();
    const from = Math.max(0, begin - MARGIN);
    this.#before = text.slice(0, from);
    this.#hand = text.slice(from, end);
    this.#after = text.slice(end);
  }

  #cut(most: number): void {
    this.#before = this.toString().slice(0, most);
    this.#hand = "";
    this.#after = "";
  }
}
