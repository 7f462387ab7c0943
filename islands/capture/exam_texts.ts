/** Copies remembered, at most; the oldest go first. */
const MAX_COPIES = 50;

/** Characters of one remembered copy, at most. */
const MAX_COPY_CHARACTERS = 100_000;

/**
 * The texts that belong to this exam: its paper, and what was copied or cut on its page. A paste of one of them is
 * the student's own; it is compared on the student's device and never sent.
 */
export class ExamTexts {
  readonly #paper: string;
  #copies: string[];

  /**
   * @param paper Every text of the paper: instructions, questions, choices.
   * @param copies What was copied before a reload.
   */
  constructor(paper: readonly string[], copies: readonly string[] = []) {
    this.#paper = paper.map(plain).join("\n");
    this.#copies = [...copies];
  }

  /** Remembers a text that was copied or cut on the page. */
  copied(text: string): void {
    const kept = plain(text).slice(0, MAX_COPY_CHARACTERS);
    if (kept === "") return;
    this.#copies = [...this.#copies.filter((copy) => copy !== kept), kept].slice(-MAX_COPIES);
  }

  /** What was copied, to be kept over a reload. */
  copies(): readonly string[] {
    return this.#copies;
  }

  /** Where a pasted text is from. White space does not count: the clipboard changes it. */
  originOf(text: string): "exam" | "outside" {
    const pasted = plain(text);
    const isOwn = this.#paper.includes(pasted) || this.#copies.some((copy) => copy.includes(pasted));
    return isOwn ? "exam" : "outside";
  }
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
