import { type Signal, signal } from "@preact/signals";
import { z } from "zod";
import { MAX_NOTE_CHARACTERS } from "../../../protocol/limits.ts";

/** Texts that one browser keeps, at most. */
export const MOST_KEPT_TEXTS = 20;

const NAME = "invigil.kept_texts";
const Texts = z.array(z.string().min(1).max(MAX_NOTE_CHARACTERS)).max(MOST_KEPT_TEXTS);

/** A proctor's own texts for messages, kept in this browser. */
export class KeptTexts {
  readonly all: Signal<readonly string[]> = signal([]);

  /** Takes over what was kept here before. */
  restore(): void {
    try {
      this.all.value = Texts.parse(JSON.parse(localStorage.getItem(NAME) ?? "[]"));
    } catch {
      // What is not as we keep it, or where nothing is kept: there is none.
    }
  }

  /** Keeps a text, in front of the others; of too many the oldest goes. */
  keep(text: string): void {
    this.#write([text, ...this.all.peek().filter((other) => other !== text)].slice(0, MOST_KEPT_TEXTS));
  }

  forget(text: string): void {
    this.#write(this.all.peek().filter((other) => other !== text));
  }

  #write(texts: readonly string[]): void {
    this.all.value = texts;
    try {
      localStorage.setItem(NAME, JSON.stringify(texts));
    } catch {
      // Where nothing is kept, it holds as long as the page.
    }
  }
}
