import { z } from "zod";
import { MAX_LENGTH, MAX_QUESTIONS } from "../../protocol/limits.ts";
import { RecentAnswers } from "./recent_answers.ts";

/** Of one answer: its characters, and how far its writing has come. */
interface Edge {
  length: number;
  /** Place behind the last character that was written at the front; what stands behind it was moved or brought there. */
  at: number;
}

const place = z.number().min(0);

/** What is known of an answer before its first edit. */
const unwritten = (): Edge => ({ length: 0, at: 0 });

/** {@link AnswerEdges} in JSON: question, characters and leading edge, the answer that was opened last at the end. */
export const AnswerEdgesSnapshot = z.array(z.tuple([z.string(), place, place])).max(MAX_QUESTIONS);
export type AnswerEdgesSnapshot = z.infer<typeof AnswerEdgesSnapshot>;

/**
 * The leading edge of every answer: writing there goes on, writing before it goes back (Leijten and Van Waes 2013).
 *
 * It is a mark in the text that moves with what is put in or taken out before it. So own text that is pasted below makes
 * nobody go back who writes on above it.
 */
export class AnswerEdges {
  readonly #answers = new RecentAnswers(MAX_QUESTIONS, unwritten);

  /** Characters of the answer that is being edited. */
  get length(): number {
    return this.#answers.current.length;
  }

  /** An answer is edited. */
  turnTo(question: string): void {
    this.#answers.turnTo(question);
  }

  /** Text was written, or arrived. @returns Whether that was before the leading edge. */
  write(at: number, removed: number, inserted: number): boolean {
    const edge = this.#answers.current;
    const isBefore = at + removed < edge.at;
    edge.at = isBefore ? edge.at + inserted - removed : at + inserted;
    this.#grow(inserted - removed);
    return isBefore;
  }

  /**
   * Text was moved: what comes back to the leading edge is written text again, what else is put there lies behind it.
   *
   * @param back Characters of `inserted` that had been taken out before.
   */
  move(at: number, removed: number, inserted: number, back: number): void {
    const edge = this.#answers.current;
    edge.at -= Math.max(0, Math.min(at + removed, edge.at) - at);
    if (at < edge.at) edge.at += inserted;
    else if (at === edge.at) edge.at += back;
    this.#grow(inserted - removed);
  }

  #grow(by: number): void {
    const edge = this.#answers.current;
    edge.length = Math.min(MAX_LENGTH, edge.length + by);
    edge.at = Math.min(edge.at, edge.length);
  }

  snapshot(): AnswerEdgesSnapshot {
    return this.#answers.entries().map(([question, { length, at }]) => [question, length, at]);
  }

  restore(snapshot: AnswerEdgesSnapshot): void {
    this.#answers.restore(snapshot.map(([question, length, at]) => [question, { length, at }]));
  }
}
