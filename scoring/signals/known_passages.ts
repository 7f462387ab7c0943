import { z } from "zod";
import { MAX_LENGTH } from "../../protocol/limits.ts";

/** Passages whose lengths are remembered; the oldest go first. */
const MOST_PASSAGES = 64;
/** A removal of this many characters in a row is a passage that may go elsewhere, not a slip being mended. */
export const LEAST_PASSAGE = 10;

/** Two lengths are of the same text where they differ by no more than this, or by this share: line ends, and space around. */
const SAME_TEXT_CHARACTERS = 16;
const SAME_TEXT_SHARE = 0.05;

/** By how much the length of a text of so many characters may differ on its way. */
export function sameText(length: number): number {
  return Math.max(SAME_TEXT_CHARACTERS, length * SAME_TEXT_SHARE);
}

/** {@link KnownPassages} in JSON. */
export const KnownPassagesSnapshot = z.strictObject({
  lengths: z.array(z.number()).max(MOST_PASSAGES),
  going: z.number(),
  goingAt: z.number(),
});

/**
 * Lengths of the passages that left the answers or were copied: what a clipboard or a kill buffer may hold of the student's
 * own. A text that comes back has the length of one of them, to the character; another text would have to be cut to it.
 */
export class KnownPassages {
  #lengths: number[] = [];
  /** Characters of the removal that is going on, and where in the text it stands. */
  #going = 0;
  #goingAt = -1;

  /** A passage was copied or cut. */
  copy(length: number): void {
    this.#remember(length);
  }

  /** An edit took text away. What goes letter by letter, or line by line, from one place is one passage. */
  remove(at: number, length: number): void {
    if (at !== this.#goingAt && at + length !== this.#goingAt) this.#settle();
    this.#going = Math.min(this.#going + length, MAX_LENGTH);
    this.#goingAt = at;
  }

  /** Whether a text of this length may be one of them. */
  has(length: number): boolean {
    return length === this.#going || this.#lengths.includes(length);
  }

  /** Whether a text of the exam may be one of them: what a page selects and what it puts on the clipboard differ a little. */
  hasAbout(length: number): boolean {
    return this.#lengths.some((known) => Math.abs(known - length) <= sameText(length));
  }

  #settle(): void {
    this.#remember(this.#going);
    this.#going = 0;
  }

  #remember(length: number): void {
    if (length < LEAST_PASSAGE || this.#lengths.includes(length)) return;
    this.#lengths.push(length);
    if (this.#lengths.length > MOST_PASSAGES) this.#lengths.shift();
  }

  snapshot(): z.infer<typeof KnownPassagesSnapshot> {
    return { lengths: [...this.#lengths], going: this.#going, goingAt: this.#goingAt };
  }

  restore({ lengths, going, goingAt }: z.infer<typeof KnownPassagesSnapshot>): void {
    this.#lengths = [...lengths];
    this.#going = going;
    this.#goingAt = goingAt;
  }
}
