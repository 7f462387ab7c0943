import { MAX_EVENT_TIME_MS, MAX_LENGTH } from "../../protocol/limits.ts";

/** As often as text that exists may be used again without a copy or cut that says so. */
const REUSES = 4;
/** A removal of this many characters in one edit is a passage that may go elsewhere, not a slip being mended. */
const LEAST_PASSAGE = 10;

/**
 * Keeps account of the text that an attempt can explain: what was typed, what stands in the paper, what was copied,
 * cut and removed. Text that claims to come from there is believed as far as the account goes.
 */
export class TextAccount {
  /** Characters of text in the paper. */
  paper = 0;
  /** Characters typed so far. */
  typed = 0;
  /** Characters that arrived from outside and were counted; moving them about is not a second arrival. */
  outside = 0;
  #lent = 0;
  #copied = 0;
  #removed = 0;

  /** Text was copied or cut: as much of it as exists may be used again. */
  copy(length: number): void {
    this.#copied = Math.min(this.#copied + Math.min(length, this.#existing), MAX_EVENT_TIME_MS);
  }

  /** Text was removed by an edit: a passage may come back, by undo or elsewhere. */
  remove(length: number): void {
    if (length >= LEAST_PASSAGE) this.#removed = Math.min(this.#removed + length, MAX_LENGTH);
  }

  /** Believes an insert as far as passages that were removed before explain it. @returns Characters not explained. */
  takeRemoved(length: number): number {
    const taken = Math.min(length, this.#removed);
    this.#removed -= taken;
    return length - taken;
  }

  /** Gives back what a claim that is now counted otherwise had taken. */
  giveBack(length: number): void {
    this.#lent = Math.max(0, this.#lent - length);
  }

  /**
   * Believes an insert as far as the text of this attempt explains it: it cannot be longer than all of it, and all
   * such inserts together not than {@link REUSES} times what was typed and stands in the paper, and what was copied.
   *
   * @returns Characters not explained.
   */
  takeExisting(length: number): number {
    const allowed = Math.max(0, REUSES * (this.typed + this.paper + this.outside) + this.#copied - this.#lent);
    const taken = Math.min(length, this.#existing, allowed);
    this.#lent += taken;
    return length - taken;
  }

  get #existing(): number {
    return this.typed + this.paper + this.outside;
  }

  /** Five numbers; the paper is the context's. */
  snapshot(): number[] {
    return [this.typed, this.outside, this.#lent, this.#copied, this.#removed];
  }

  restore(numbers: readonly number[]): void {
    [this.typed, this.outside, this.#lent, this.#copied, this.#removed] = numbers;
  }
}
