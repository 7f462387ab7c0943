import { z } from "zod";
import { MAX_LENGTH } from "../../protocol/limits.ts";
import type { EditEvent } from "../../protocol/scorable_event.ts";
import { exactLength } from "../signals/exact_length.ts";
import { RecentAnswers } from "./recent_answers.ts";

/** Answers that are remembered: those edited last. Of another one nothing stands for certain, and nothing is taken out. */
const MOST_ANSWERS = 64;

/** What is known of an answer before its first edit. */
const unwritten = () => ({ length: 0 });

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
  readonly #answers = new RecentAnswers(MOST_ANSWERS, unwritten);

  /**
   * Takes an edit in.
   *
   * @param inserted Characters that it puts in.
   * @returns Characters that it took out.
   */
  edit(event: EditEvent, inserted: number): number {
    const answer = this.#answers.turnTo(event.question);
    let removed = 0;
    // Nearly all edits take nothing out.
    if (event.removed > 0) removed = Math.min(exactLength(event.removed), Math.max(0, answer.length - event.at));
    answer.length = Math.min(MAX_LENGTH, answer.length - removed + inserted);
    return removed;
  }

  snapshot(): AnswerLengthsSnapshot {
    return this.#answers.entries().map(([question, { length }]) => [question, length]);
  }

  restore(snapshot: AnswerLengthsSnapshot): void {
    this.#answers.restore(snapshot.map(([question, length]) => [question, { length }]));
  }
}
