import { z } from "zod";
import { MAX_EVENT_TIME_MS, MAX_LENGTH } from "../../protocol/limits.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { KnownPassages, KnownPassagesSnapshot, LEAST_PASSAGE } from "./known_passages.ts";

/** As often as text that exists may be used again without a copy or cut that says so. */
const REUSES = 4;

/** What is remembered, in characters, as it is before the first event. The paper's text is the context's. */
const start = () => ({
  typed: 0,
  /** Arrived from outside and was counted; moving it about is not a second arrival. */
  outside: 0,
  lent: 0,
  copied: 0,
  removed: 0,
});

/** A {@link TextAccount} in JSON. */
export const TextAccountSnapshot = z.strictObject({ memory: memorySchema(start()), passages: KnownPassagesSnapshot });
export type TextAccountSnapshot = z.infer<typeof TextAccountSnapshot>;

/**
 * Keeps account of the text that an attempt can explain: what was typed, what stands in the paper, what was copied,
 * cut and removed. Text that claims to come from there is believed as far as the account goes.
 */
export class TextAccount {
  /** Characters of text in the paper. */
  paper = 0;
  /** Passages that may come back without a word. */
  readonly passages = new KnownPassages();
  readonly #memory = start();

  /** Characters typed so far. */
  get typed(): number {
    return this.#memory.typed;
  }

  /** Characters that arrived from outside and were counted. */
  get outside(): number {
    return this.#memory.outside;
  }

  /** Text was typed. */
  type(length: number): void {
    this.#memory.typed += length;
  }

  /** Text arrived from outside. */
  arrive(length: number): void {
    this.#memory.outside += length;
  }

  /** Text that was counted as from outside was not. */
  takeBack(length: number): void {
    this.#memory.outside = Math.max(0, this.#memory.outside - length);
  }

  /** Text was copied or cut: as much of it as exists may be used again. */
  copy(length: number): void {
    this.passages.copy(length);
    this.#memory.copied = Math.min(this.#memory.copied + Math.min(length, this.#existing), MAX_EVENT_TIME_MS);
  }

  /** Text was removed by an edit: a passage may come back, by undo or elsewhere. */
  remove(length: number): void {
    if (length >= LEAST_PASSAGE) this.#memory.removed = Math.min(this.#memory.removed + length, MAX_LENGTH);
  }

  /** Believes an insert as far as passages that were removed before explain it. @returns Characters not explained. */
  takeRemoved(length: number): number {
    const taken = Math.min(length, this.#memory.removed);
    this.#memory.removed -= taken;
    return length - taken;
  }

  /** Gives back what a claim that is now counted otherwise had taken. */
  giveBack(length: number): void {
    this.#memory.lent = Math.max(0, this.#memory.lent - length);
  }

  /**
   * Believes an insert as far as the text of this attempt explains it: it cannot be longer than all of it, and all
   * such inserts together not than {@link REUSES} times what was typed and stands in the paper, and what was copied.
   *
   * @returns Characters not explained.
   */
  takeExisting(length: number): number {
    const memory = this.#memory;
    const allowed = Math.max(
      0,
      REUSES * (memory.typed + this.paper + memory.outside) + memory.copied - memory.lent,
    );
    const taken = Math.min(length, this.#existing, allowed);
    memory.lent += taken;
    return length - taken;
  }

  get #existing(): number {
    return this.#memory.typed + this.paper + this.#memory.outside;
  }

  snapshot(): TextAccountSnapshot {
    return { memory: { ...this.#memory }, passages: this.passages.snapshot() };
  }

  restore({ memory, passages }: TextAccountSnapshot): void {
    Object.assign(this.#memory, memory);
    this.passages.restore(passages);
  }
}
