import { z } from "zod";
import { MAX_LENGTH, MAX_QUESTIONS } from "../../protocol/limits.ts";
import { type EditEvent, insertedLength } from "../../protocol/scorable_event.ts";
import { exactLength } from "../signals/exact_length.ts";

/** {@link AnswerLengths} in JSON: question and characters, the answer that was edited last at the end. */
export const AnswerLengthsSnapshot = z.array(z.tuple([z.string(), z.number().min(0)])).max(MAX_QUESTIONS);
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
 * lengths.edit(edit);
 * assert.equal(lengths.edit({ ...edit, at: 80, removed: 500, inserted: 0 }), 20);
 * ```
 */
export class AnswerLengths {
  readonly #lengths = new Map<string, number>();
  #question: string | null = null;
  #length = 0;

  /** Takes an edit in. @returns Characters that it took out. */
  edit(event: EditEvent): number {
    if (event.question !== this.#question) this.#turnTo(event.question);
    const removed = Math.min(exactLength(event.removed), Math.max(0, this.#length - event.at));
    this.#length = Math.min(MAX_LENGTH, this.#length - removed + exactLength(insertedLength(event)));
    return removed;
  }

  /** Of more answers than an exam can have, the one that was edited longest ago is forgotten. */
  #turnTo(question: string): void {
    this.#keep();
    this.#question = question;
    this.#length = this.#lengths.get(question) ?? 0;
    this.#lengths.delete(question);
    this.#lengths.set(question, this.#length);
    if (this.#lengths.size <= MAX_QUESTIONS) return;
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
