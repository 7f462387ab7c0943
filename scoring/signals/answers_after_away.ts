import type { z } from "zod";
import { type EditEvent, insertedLength, type ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import type { BucketRing } from "../windows/bucket_ring.ts";
import { exactLength } from "./exact_length.ts";

/** The columns that are added to, of a ring that belongs to the signal. All of characters, but the returns. */
export interface AnswerColumns {
  readonly answered: number;
  readonly afterReturn: number;
  readonly followedReturns: number;
}

/** An answer that begins this soon after a return follows it, in ms: time to read on takes longer. */
const BEGINS_WITHIN_MS = 8_000;
/** What is written up to here after a return belongs to it, in ms: a sentence kept in mind is written down by then. */
const LASTS_MS = 15_000;
/** Less than this after a return is a slip mended or a word finished, in characters. */
const LEAST_CHARACTERS = 15;
/** What a choice counts, in characters: a line of text takes about as long. */
const CHOICE_CHARACTERS = 60;
/** A paste and its edit come together, in ms. */
const TOGETHER_MS = 100;

/** Returns followed by an answer that are chance, and as many as make a habit. */
const ORDINARY_RETURNS = 2;
const FULL_RETURNS = 8;
/**
 * Share of what was answered that follows returns by chance, and that counts in full. Who writes without a pause and is
 * elsewhere for ten seconds of every minute comes to 15 s of 50.
 */
const ORDINARY_SHARE = 0.35;
const FULL_SHARE = 0.75;
/** The least that a share is taken of, in characters: three choices are not an exam. */
const LEAST_ANSWERED = 200;

/** What is remembered, as it is before the first event. Times in ms; −1 for none. */
const start = () => ({
  /** The return that an answer may follow or follows, and how much did. */
  returnedMs: -1,
  followed: 0,
  /** When own text, or the paper's, was pasted. */
  ownPasteMs: -1,
  /** Characters answered in the newest bucket that the ring does not hold yet: adding to it for every key costs more. */
  pending: 0,
});

/** {@link AnswersAfterAway} in JSON. */
export const AnswersAfterAwaySnapshot = memorySchema(start());

/**
 * How much of what was answered came right after a return to the exam: looking elsewhere and writing down, again and
 * again. A return that nothing follows, as after a notification, counts nothing; nor does own text that comes back.
 *
 * Constant work per event. Sums are kept in the signal's ring.
 */
export class AnswersAfterAway {
  readonly #memory = start();
  readonly #ring: BucketRing;
  readonly #columns: AnswerColumns;

  constructor(ring: BucketRing, columns: AnswerColumns) {
    this.#ring = ring;
    this.#columns = columns;
  }

  /** The student is back from a time away. */
  return(t: number): void {
    this.#memory.returnedMs = t;
    this.#memory.followed = 0;
  }

  /** A pause, or another time away: what comes now follows nothing. */
  leave(): void {
    this.#memory.returnedMs = -1;
  }

  observe(event: ScorableEvent): void {
    if (event.type === "answer_select") this.#answer(event.t, CHOICE_CHARACTERS);
    else if (event.type === "paste_event" && event.origin === "exam") this.#memory.ownPasteMs = event.t;
  }

  edit(event: EditEvent): void {
    const inserted = insertedLength(event);
    // Nearly all edits are one typed character.
    if (inserted === 1 && this.#memory.returnedMs < 0) this.#memory.pending++;
    else if (inserted === 1) this.#answer(event.t, 1);
    else if (inserted > 0 && !this.#isOwnText(event)) this.#answer(event.t, exactLength(inserted));
  }

  #isOwnText({ t, input }: EditEvent): boolean {
    if (input === "history" || input === "drop") return true;
    return input === "paste" && this.#memory.ownPasteMs >= 0 && t - this.#memory.ownPasteMs <= TOGETHER_MS;
  }

  #answer(t: number, characters: number): void {
    const memory = this.#memory;
    memory.pending += characters;
    if (memory.returnedMs < 0) return;
    const sinceMs = t - memory.returnedMs;
    if (sinceMs < 0) return;
    if (sinceMs > (memory.followed > 0 ? LASTS_MS : BEGINS_WITHIN_MS)) return this.leave();
    const row = this.#ring.row(t);
    this.#ring.add(row, this.#columns.afterReturn, characters);
    if (memory.followed < LEAST_CHARACTERS && memory.followed + characters >= LEAST_CHARACTERS) {
      this.#ring.add(row, this.#columns.followedReturns, 1);
    }
    memory.followed += characters;
  }

  /** The ring is about to move on to another bucket. */
  settle(t: number): void {
    if (this.#memory.pending === 0) return;
    this.#ring.add(this.#ring.row(t), this.#columns.answered, this.#memory.pending);
    this.#memory.pending = 0;
  }

  /** How plain the pattern is, in [0, 1]: the larger of the ring's window and of the whole attempt. */
  get pattern(): number {
    const { afterReturn, answered, followedReturns } = this.#columns;
    const ring = this.#ring;
    const recently = often(ring.sum(followedReturns));
    const overall = often(ring.total(followedReturns));
    return Math.max(
      recently === 0 ? 0 : recently * usual(this.#shareOf(ring.sum(afterReturn), ring.sum(answered))),
      overall === 0 ? 0 : overall * usual(this.#shareOf(ring.total(afterReturn), ring.total(answered))),
    );
  }

  #shareOf(afterReturn: number, answered: number): number {
    return afterReturn / Math.max(answered + this.#memory.pending, LEAST_ANSWERED);
  }

  /** Numbers of a reason; none while it may be chance. */
  evidence(): Record<string, number> {
    const { afterReturn, answered, followedReturns } = this.#columns;
    const ring = this.#ring;
    const returns = ring.total(followedReturns);
    if (returns <= ORDINARY_RETURNS) return {};
    const share = this.#shareOf(ring.total(afterReturn), ring.total(answered));
    return { answered_returns: returns, answered_share: share };
  }

  snapshot(): z.infer<typeof AnswersAfterAwaySnapshot> {
    return { ...this.#memory };
  }

  restore(snapshot: z.infer<typeof AnswersAfterAwaySnapshot>): void {
    Object.assign(this.#memory, snapshot);
  }
}

/** How plain it is that answers follow returns, by how many returns they followed. */
function often(returns: number): number {
  return between(returns, ORDINARY_RETURNS, FULL_RETURNS);
}

/** How plain it is, by the share of what was answered. */
function usual(share: number): number {
  return between(share, ORDINARY_SHARE, FULL_SHARE);
}

/**
 * Where a value lies between two bounds, in [0, 1].
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(between(6, 2, 10), 0.5);
 * ```
 */
export function between(value: number, low: number, high: number): number {
  const share = (value - low) / (high - low);
  return share > 0 ? (share < 1 ? share : 1) : 0;
}
