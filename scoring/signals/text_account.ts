import { z } from "zod";
import { MAX_LENGTH } from "../../protocol/limits.ts";
import { AnswerLengths, AnswerLengthsSnapshot } from "../answers/answer_lengths.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { KnownPassages, KnownPassagesSnapshot, LEAST_PASSAGE } from "./known_passages.ts";

/** As often as what was typed may come back by copies: a template in code is pasted a few times. */
const REUSES = 4;
/** Share of the paper that may be taken over though nobody copied it: by a middle click, or dragged. */
const PAPER_SHARE = 0.5;

/** What is remembered, in characters, as it is before the first event. The paper's text is the context's. */
const start = () => ({
  typed: 0,
  /** Arrived from outside and was counted; moving it about is not a second arrival. */
  outside: 0,
  /** Came back by copies. */
  lent: 0,
  /** Said to be of the exam though nothing was copied, cut or removed that it could be, and believed. */
  claimed: 0,
  /** Such claims came to more than they can be: none is believed any more. */
  isOverclaimed: false,
  /** Removed in passages, and all that was removed; less what came back. */
  removed: 0,
  erased: 0,
});

/** A {@link TextAccount} in JSON. */
export const TextAccountSnapshot = z.strictObject({
  memory: memorySchema(start()),
  lengths: AnswerLengthsSnapshot,
  passages: KnownPassagesSnapshot,
});
export type TextAccountSnapshot = z.infer<typeof TextAccountSnapshot>;

/**
 * Keeps account of the text that an attempt can explain: what was typed, what stands in the paper, what was copied,
 * cut and removed. Text that claims to come from there is believed as far as the account goes.
 */
export class TextAccount {
  /** Characters of text in the paper. */
  paper = 0;
  /** How much stands in every answer. */
  readonly lengths = new AnswerLengths();
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

  /** Text was removed by an edit: a passage may come back, by undo or elsewhere. */
  remove(length: number): void {
    const memory = this.#memory;
    memory.erased = Math.min(memory.erased + length, MAX_LENGTH);
    if (length >= LEAST_PASSAGE) memory.removed = Math.min(memory.removed + length, MAX_LENGTH);
  }

  /** Believes an insert as far as passages that were removed before explain it. @returns Characters not explained. */
  takeRemoved(length: number): number {
    const memory = this.#memory;
    const taken = Math.min(length, memory.removed);
    memory.removed -= taken;
    memory.erased = Math.max(0, memory.erased - taken);
    return length - taken;
  }

  /** Believes an insert as far as anything that was removed before explains it, letters too. @returns Characters not explained. */
  takeErased(length: number): number {
    const memory = this.#memory;
    const taken = Math.min(length, memory.erased);
    memory.erased -= taken;
    memory.removed = Math.min(memory.removed, memory.erased);
    return length - taken;
  }

  /** What can account for a paste: a passage that was copied, cut or removed; the exam's text, in the client's word; nothing. */
  sourceOf(length: number, isOfExam: boolean): "passage" | "exam" | "outside" {
    if (this.passages.has(length)) return "passage";
    if (!isOfExam) return "outside";
    return this.passages.hasAbout(length) ? "passage" : "exam";
  }

  /**
   * Believes a paste of own text as far as the account goes.
   *
   * - `passage`: of the length of one that was copied, cut or removed. What was removed comes back; beyond that, all copies
   *   together are no more than {@link REUSES} times what was typed, and the paper and what came from outside once.
   * - `exam`: in the client's word, with nothing copied that it could be (a middle click, a drag that copies). All of
   *   those together are no more than what was typed and half of the paper. A client that claims more is not believed in
   *   what it claimed before either.
   *
   * @returns Characters not explained; more than `length` where earlier claims are taken back.
   */
  take(source: "passage" | "exam", length: number): number {
    const memory = this.#memory;
    const left = this.takeRemoved(length);
    if (source === "passage") {
      const allowed = REUSES * memory.typed + this.paper + memory.outside - memory.lent;
      const taken = Math.min(left, Math.max(0, allowed));
      memory.lent += taken;
      return left - taken;
    }
    memory.claimed += left;
    if (memory.isOverclaimed) return left;
    if (memory.claimed <= memory.typed + this.paper * PAPER_SHARE) return 0;
    memory.isOverclaimed = true;
    return memory.claimed;
  }

  snapshot(): TextAccountSnapshot {
    return { memory: { ...this.#memory }, lengths: this.lengths.snapshot(), passages: this.passages.snapshot() };
  }

  restore({ memory, lengths, passages }: TextAccountSnapshot): void {
    Object.assign(this.#memory, memory);
    this.lengths.restore(lengths);
    this.passages.restore(passages);
  }
}
