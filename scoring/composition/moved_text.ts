import type { z } from "zod";
import { MAX_LENGTH } from "../../protocol/limits.ts";
import type { EditEvent } from "../../protocol/scorable_event.ts";
import { LEAST_INSERT, LONGEST_COMPOSITION } from "../capture/typed_pieces.ts";
import { LEAST_PASSAGE, sameText } from "../signals/known_passages.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** A cut and the edit that it caused come together, in ms. */
const TOGETHER_MS = 1_000;

/** What an edit does to a text. */
export const enum Entry {
  /** It writes, or erases. */
  Written,
  /** It moves text of the answers: takes it out, puts it back or elsewhere. */
  Moved,
  /** It brings text that was not typed, and that is none of the answers'. */
  Arrived,
}

/** What is remembered, as it is before the first event. */
const start = () => ({
  /** A cut whose edit has not come yet: characters, and when. */
  cut: 0,
  cutMs: -1,
  /** A paste of the exam's text whose edit has not come yet: characters, and when. */
  pasted: 0,
  pastedMs: -1,
  /** Characters that were taken out in passages and have not come back; and those of them that counted as erased. */
  taken: 0,
  takenErased: 0,
  /** Runs of erasing that those were. */
  takenRuns: 0,
});

/** {@link MovedText} in JSON. */
export const MovedTextSnapshot = memorySchema(start());
export type MovedTextSnapshot = z.infer<typeof MovedTextSnapshot>;

/** Which edits move text instead of writing it, and what comes back of what was taken out. */
export class MovedText {
  readonly #memory = start();
  /** Of the last move: characters that came back to the text, of those that had counted as erased, and runs of erasing. */
  back = 0;
  unerased = 0;
  unerasedRuns = 0;

  /** A passage was cut at `t` ms: the edit that takes it out moves it. */
  cut(length: number, t: number): void {
    this.#memory.cut = length;
    this.#memory.cutMs = t;
  }

  /** Text of the exam was pasted at `t` ms, in the client's word: the edit that puts it in moves it. */
  paste(length: number, t: number): void {
    this.#memory.pasted = length;
    this.#memory.pastedMs = t;
  }

  /**
   * What an edit does.
   *
   * @param inserted Characters that it puts in.
   * @param isTyped Whether a key was pressed for it.
   */
  entryOf({ t, input, removed }: EditEvent, inserted: number, isTyped: boolean): Entry {
    switch (input) {
      case "replacement":
        return Entry.Written;
      case "history":
      case "drop":
        return Entry.Moved;
      case "composition":
        if (inserted <= LONGEST_COMPOSITION || isTyped) return Entry.Written;
        break;
      case "typing":
      case undefined:
        if (inserted === 0) return removed >= LEAST_PASSAGE && this.#isCut(removed, t) ? Entry.Moved : Entry.Written;
        if (inserted < LEAST_INSERT || isTyped) return Entry.Written;
        break;
      default:
        // Taken out by no key: it goes elsewhere.
        if (inserted === 0) return Entry.Moved;
    }
    return this.#isOwn(inserted, t) ? Entry.Moved : Entry.Arrived;
  }

  #isCut(removed: number, t: number): boolean {
    const { cut, cutMs } = this.#memory;
    return cutMs >= 0 && Math.abs(t - cutMs) <= TOGETHER_MS && Math.abs(removed - cut) <= sameText(cut);
  }

  /** Whether a text is said to be the exam's, or was taken out before. */
  #isOwn(inserted: number, t: number): boolean {
    const { pasted, pastedMs, taken } = this.#memory;
    const isPasted = pastedMs >= 0 && Math.abs(t - pastedMs) <= TOGETHER_MS && inserted <= pasted + sameText(pasted);
    return isPasted || (inserted >= LEAST_PASSAGE && inserted <= taken);
  }

  /** Text was moved: {@link back} and what follows it are of this move. */
  move(removed: number, inserted: number): void {
    const memory = this.#memory;
    memory.taken = Math.min(MAX_LENGTH, memory.taken + removed);
    this.back = Math.min(inserted, memory.taken);
    // What was moved comes back before what was erased does.
    this.unerased = Math.max(0, this.back - (memory.taken - memory.takenErased));
    this.unerasedRuns = 0;
    memory.taken -= this.back;
    if (this.unerased === 0) return;
    memory.takenErased -= this.unerased;
    if (memory.takenErased > 0) return;
    this.unerasedRuns = memory.takenRuns;
    memory.takenRuns = 0;
  }

  /** A passage was erased, which may come back. */
  erase(removed: number, isNewRun: boolean): void {
    const memory = this.#memory;
    if (removed < LEAST_PASSAGE || memory.taken + removed > MAX_LENGTH) return;
    memory.taken += removed;
    memory.takenErased += removed;
    if (isNewRun) memory.takenRuns++;
  }

  snapshot(): MovedTextSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: MovedTextSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
