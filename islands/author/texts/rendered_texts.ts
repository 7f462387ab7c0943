import { signal } from "@preact/signals";
import type { z } from "zod";
import type { RenderAnswer } from "../../../protocol/media.ts";
import type { Outcome } from "../../staff/staff_api.ts";

/** A text to be rendered: in blocks, or as a piece of a line. */
export interface TextPiece {
  text: string;
  isLine?: boolean;
}

/** What the server made of a text, and by which codes it may not be what its author means. */
export interface RenderedText {
  html: string;
  warnings: readonly string[];
}

/** What rendering works on. */
export interface RenderWorld {
  render(body: { texts: string[]; lines: string[] }): Promise<Outcome<z.infer<typeof RenderAnswer>>>;
  /** Runs something later. @returns What calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** What is typed within this time is asked about once, ms. */
const ASK_AFTER_MS = 300;

/** Characters of one request, but for a longer text alone. */
const MOST_CHARACTERS = 40_000;

/** Texts that are kept, at most. */
const MOST_KEPT = 1_000;

/**
 * Texts as students will see them: asked of the server a moment after the last letter, one request at a time, and only those
 * that are shown now and not known yet. A failure leaves a text as it was written until the next change.
 */
export class RenderedTexts {
  /** Moves on whenever something more is known. */
  readonly version = signal(0);
  readonly #known = new Map<string, RenderedText>();
  readonly #shown = new Map<object, readonly TextPiece[]>();
  #cancel: (() => void) | null = null;
  #isAsking = false;

  constructor(private readonly world: RenderWorld) {}

  /** What is known of a text; null until it is. */
  get(piece: TextPiece): RenderedText | null {
    return this.#known.get(keyOf(piece)) ?? null;
  }

  /** Says which texts somebody shows now, in place of those of before; none any more with an empty list. */
  show(owner: object, pieces: readonly TextPiece[]): void {
    if (pieces.length === 0) this.#shown.delete(owner);
    else this.#shown.set(owner, pieces);
    if (this.#missing().length === 0) return;
    this.#cancel?.();
    this.#cancel = this.world.after(ASK_AFTER_MS, () => void this.#ask());
  }

  #missing(): TextPiece[] {
    const missing = new Map<string, TextPiece>();
    let characters = 0;
    for (const piece of [...this.#shown.values()].flat()) {
      const key = keyOf(piece);
      if (piece.text.trim() === "" || this.#known.has(key) || missing.has(key)) continue;
      characters += piece.text.length;
      if (characters > MOST_CHARACTERS && missing.size > 0) break;
      missing.set(key, piece);
    }
    return [...missing.values()];
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    const pieces = this.#missing().sort((a, b) => Number(a.isLine ?? false) - Number(b.isLine ?? false));
    if (pieces.length === 0) return;
    this.#isAsking = true;
    const outcome = await this.world.render({
      texts: pieces.filter(({ isLine }) => !isLine).map(({ text }) => text),
      lines: pieces.filter(({ isLine }) => isLine).map(({ text }) => text),
    });
    this.#isAsking = false;
    if (!outcome.ok) return;
    const { html, warnings } = outcome.value;
    pieces.forEach((piece, place) => {
      const codes = warnings.filter(({ index }) => index === place).map(({ code }) => code);
      this.#known.set(keyOf(piece), { html: html[place] ?? "", warnings: codes });
    });
    for (const key of this.#known.keys()) {
      if (this.#known.size <= MOST_KEPT) break;
      this.#known.delete(key);
    }
    this.version.value++;
    if (this.#missing().length > 0) this.#cancel = this.world.after(ASK_AFTER_MS, () => void this.#ask());
  }
}

function keyOf({ text, isLine = false }: TextPiece): string {
  return `${isLine ? "line" : "text"} ${text}`;
}
