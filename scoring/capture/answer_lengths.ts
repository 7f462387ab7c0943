import { z } from "zod";
import { MAX_LENGTH } from "../../protocol/limits.ts";
import type { EditEvent } from "../../protocol/scorable_event.ts";
import { exactLength } from "../signals/exact_length.ts";

/** Answers that are remembered: those edited last. Of another one nothing stands for certain, and nothing is taken out. */
const MOST_ANSWERS = 64;

/** {@link AnswerLengths} in JSON: question and characters, the answer that was edited last at the end. */
export const AnswerLengthsSnapshot = z.array(z.tuple([z.string(), z.number().min(0)])).max(MOST_ANSWERS);
export type AnswerLengthsSnapshot = z.infer<typeof AnswerLengthsSnapshot>;

/**
 * How long every answer is, from its edits alone. An edit can only take out what stands there, whatever it claims: the
 * server's text has it so, too.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const lengths = new AnswerLengths();
 * const edit = { type: "answer_edit" as const, question: "q1", at: 0, removed: 0, inserted: 100, t: 0 };
 * lengths.edit(edit, 100);
 * assert.equal(lengths.edit({ ...edit, at: 80, removed: 500, inserted: 0 }, 0), 20);
 * ```
 */
export class AnswerLengths {
  readonly #lengths = new Map<string, number>();
  #question: string | null = null;
  #length = 0;

  /**
   * Takes an edit in.
   *
   * @param inserted Characters that it puts in.
   * @returns Characters that it took out.
   */
  edit(event: EditEvent, inserted: number): number {
    if (event.question !== this.#question) this.#turnTo(event.question);
    let removed = 0;
    // Nearly all edits take nothing out.
    if (event.removed > 0) removed = Math.min(exactLength(event.removed), Math.max(0, this.#length - event.at));
    this.#length = Math.min(MAX_LENGTH, this.#length - removed + inserted);
    return removed;
  }

  #turnTo(question: string): void {
    this.#keep();
    this.#question = question;
    this.#length = this.#lengths.get(question) ?? 0;
    this.#lengths.delete(question);
    this.#lengths.set(question, this.#length);
    if (this.#lengths.size <= MOST_ANSWERS) return;
    for (const oldest of this.#lengths.keys()) {
      this.#lengths.delete(oldest);
      return;
    }
  }

  #keep(): void {
    if (this.#question !== null) this.#lengths.set(this.#question, this.#length);
  }

  snapshot(): AnswerLengthsSnapshot {
    this.#keep();
    return [...this.#lengths];
  }

  restore(snapshot: AnswerLengthsSnapshot): void {
    this.#lengths.clear();
    this.#question = null;
    for (const [question, length] of snapshot) {
      this.#lengths.set(question, length);
      this.#question = question;
      this.#length = length;
    }
  }
}
