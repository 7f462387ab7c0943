import { z } from "zod";
import type { KeyClass } from "../../protocol/events.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { KeyRhythm, KeyRhythmSnapshot, WINDOW_KEYS } from "./key_rhythm.ts";
import type { RhythmRatio } from "./rhythm_model.ts";

/** Less practice than this says nothing of how somebody types: as many keys as a baseline must hold. */
export const LEAST_PRACTICE_KEYS = 120;
/** What is practised beyond this is not looked at: the more there was, the more often honest writers differed from it. */
export const MOST_PRACTICE_KEYS = 200;
/** The exam's keys are compared after so many. */
const KEYS_BETWEEN = 20;

/** What is remembered, as it is before the first key. `ratio` is kept beside it: it may be NaN. */
const start = () => ({ practised: 0, written: 0, isOver: false });

/** A {@link PracticeRhythm} in JSON. */
export const PracticeRhythmSnapshot = z.strictObject({
  memory: memorySchema(start()),
  ratio: z.number().nullable(),
  keys: KeyRhythmSnapshot.nullable(),
});
export type PracticeRhythmSnapshot = z.infer<typeof PracticeRhythmSnapshot>;

/**
 * Keys that were practised before the exam, as a baseline for its first ones: until the exam has a beginning of its own to
 * compare with, its keys are held against the practice. From then on the practice is forgotten, so that whoever practised
 * never is what a student is compared with for long.
 */
export class PracticeRhythm {
  #keys: KeyRhythm | null = null;
  #ratio = NaN;
  readonly #memory = start();

  /** Log likelihood ratio of another person at the exam's keys than at the practice's; NaN where nothing can be said, or any more. */
  get ratio(): number {
    return this.#ratio;
  }

  /** What was typed in practice, and of late; null where nothing is compared. */
  get rhythm(): Pick<KeyRhythm, "baseline" | "window" | "windowFromT"> | null {
    return this.#keys;
  }

  /** Whether there is, or was, anything to remember. */
  get isEmpty(): boolean {
    return this.#memory.practised === 0;
  }

  /** Takes in a key of the practice. Once the exam has begun there is none. */
  practise(t: number, keyClass: KeyClass, dwell: number | null): void {
    const memory = this.#memory;
    if (memory.isOver || memory.written > 0 || memory.practised >= MOST_PRACTICE_KEYS) return;
    this.#keys ??= new KeyRhythm();
    this.#keys.press(t, keyClass, dwell);
    memory.practised = this.#keys.keys;
  }

  /** Takes in a key of the exam. @param isExamReady Whether the exam's own beginning can be compared with by now. */
  press(
    t: number,
    keyClass: KeyClass,
    dwell: number | null,
    { isExamReady, keys, dwells }: { isExamReady: boolean; keys: RhythmRatio; dwells: RhythmRatio },
  ): void {
    const memory = this.#memory;
    if (this.#keys === null) return;
    if (isExamReady || memory.practised < LEAST_PRACTICE_KEYS) return this.#end();
    // Between the two lies a wait, and no interval.
    if (memory.written === 0) this.#keys.interrupt();
    this.#keys.press(t, keyClass, dwell);
    const written = this.#keys.keys - memory.practised;
    if (written === memory.written) return;
    memory.written = written;
    if (written < WINDOW_KEYS || written % KEYS_BETWEEN !== 0 || !this.#keys.isReady) return;
    this.#ratio = this.#keys.ratio(keys, dwells);
  }

  /** The attempt stood still: the next key has no interval. */
  interrupt(): void {
    this.#keys?.interrupt();
  }

  #end(): void {
    this.#keys = null;
    this.#ratio = NaN;
    this.#memory.isOver = true;
  }

  snapshot(): PracticeRhythmSnapshot {
    return {
      memory: { ...this.#memory },
      ratio: Number.isNaN(this.#ratio) ? null : this.#ratio,
      keys: this.#keys?.snapshot() ?? null,
    };
  }

  restore({ memory, ratio, keys }: PracticeRhythmSnapshot): void {
    Object.assign(this.#memory, memory);
    this.#ratio = ratio ?? NaN;
    this.#keys = keys === null ? null : new KeyRhythm();
    if (keys !== null) this.#keys?.restore(keys);
  }
}
