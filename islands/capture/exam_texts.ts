/** Characters of text that left the page, remembered in all; the oldest go first. Ten of the longest answers. */
const MAX_CHARACTERS = 2_000_000;

/** A removal of fewer characters in a row is a slip being mended. */
const LEAST_PASSAGE = 10;

/**
 * The texts that belong to this exam: its paper, the student's own answers, and what was copied, cut or removed on its
 * page. A paste of one of them is the student's own, whichever way it took: a clipboard manager, a middle click and a
 * yank tell nobody of the copy. It is compared on the student's device and never sent.
 */
export class ExamTexts {
  readonly #paper: string;
  readonly #answers: () => Iterable<string>;
  readonly #keep: (copies: readonly string[]) => void;
  /** Without white space, oldest first; none is a part of another. */
  #known: string[] = [];
  /** The removal that goes on, letter by letter or line by line, and where it stands. */
  #going = "";
  #goingAt = -1;
  #goingIn = "";

  /**
   * @param paper Every text of the paper: instructions, questions, choices.
   * @param answers The student's answers as they stand.
   * @param copies What was remembered before a reload.
   * @param keep Told of what is to be remembered over a reload.
   */
  constructor(
    paper: readonly string[],
    answers: () => Iterable<string>,
    copies: readonly string[],
    keep: (copies: readonly string[]) => void,
  ) {
    this.#paper = paper.map(bare).join("\n");
    this.#answers = answers;
    this.#keep = keep;
    for (const copy of copies) this.#remember(copy);
  }

  /** A text was copied or cut on the page. */
  copied(text: string): void {
    if (this.#remember(text)) this.#keepAll();
  }

  /** A text was taken out of an answer at a place. What goes from one place in a row is one passage. */
  removed(question: string, at: number, text: string): void {
    const isSamePlace = question === this.#goingIn;
    let isNew = text.length >= LEAST_PASSAGE;
    if (isSamePlace && at + text.length === this.#goingAt) this.#going = text + this.#going;
    else if (isSamePlace && at === this.#goingAt) this.#going += text;
    else {
      if (this.#going.length >= LEAST_PASSAGE && this.#remember(this.#going)) isNew = true;
      this.#going = text;
    }
    this.#goingAt = at;
    this.#goingIn = question;
    if (isNew) this.#keepAll();
  }

  /** Where a pasted text is from. White space does not count: the clipboard changes it. */
  originOf(text: string): "exam" | "outside" {
    const pasted = bare(text);
    const has = (known: string) => known.includes(pasted);
    if (has(this.#paper) || has(bare(this.#going)) || this.#known.some(has)) return "exam";
    for (const answer of this.#answers()) if (has(bare(answer))) return "exam";
    return "outside";
  }

  /** Keeps the removal that goes on as well: a reload ends it. */
  #keepAll(): void {
    this.#keep(this.#going.length >= LEAST_PASSAGE ? [...this.#known, this.#going] : this.#known);
  }

  /** @returns Whether it was not known before. */
  #remember(text: string): boolean {
    const kept = bare(text);
    if (kept === "" || this.#paper.includes(kept) || this.#known.some((known) => known.includes(kept))) return false;
    this.#known = [...this.#known.filter((known) => !kept.includes(known)), kept];
    let characters = this.#known.reduce((sum, { length }) => sum + length, 0);
    while (characters > MAX_CHARACTERS && this.#known.length > 1) characters -= this.#known.shift()?.length ?? 0;
    return true;
  }
}

function bare(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, "");
}
