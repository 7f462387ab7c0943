import type { z } from "zod";
import { MAX_LENGTH } from "../../protocol/limits.ts";
import type { EditEvent } from "../../protocol/scorable_event.ts";
import { LEAST_INSERT, LONGEST_COMPOSITION } from "../capture/typed_pieces.ts";
import { LEAST_PASSAGE, sameText } from "../signals/known_passages.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** A cut and the edit that it caused come together, in ms. */
const TOGETHER_MS = 1_000;

/** What is remembered, as it is before the first event. */
const start = () => ({
  /** A cut whose edit has not come yet: characters, and when. */
  cut: 0,
  cutMs: -1,
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

  /**
   * Whether an edit moves text, or brings what was not typed.
   *
   * @param inserted Characters that it puts in.
   * @param isTyped Whether a key was pressed for it.
   */
  isMove({ t, input, removed }: EditEvent, inserted: number, isTyped: boolean): boolean {
    switch (input) {
      case "replacement":
        return false;
      case "composition":
        return inserted > LONGEST_COMPOSITION && !isTyped;
      case "typing":
      case undefined:
        if (inserted === 0) return removed >= LEAST_PASSAGE && this.#isCut(removed, t);
        return inserted >= LEAST_INSERT && !isTyped;
      default:
        return true;
    }
  }

  #isCut(removed: number, t: number): boolean {
    const { cut, cutMs } = this.#memory;
    return cutMs >= 0 && Math.abs(t - cutMs) <= TOGETHER_MS && Math.abs(removed - cut) <= sameText(cut);
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
