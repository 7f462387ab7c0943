import type { z } from "zod";
import { MAX_BACKSTEP_MS } from "../../protocol/limits.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** A choice follows the key or press that made it at most this long after it, in ms: a page may hang for a while. */
const NEAR_MS = 3_000;
/** Choices are judged from this many on. */
const LEAST_CHOICES = 10;
/** How far choices alone can go: a screen reader that nobody declared may choose with neither. */
const MOST = 0.7;

/** What is remembered, as it is before the first event. */
const start = () => ({ choices: 0, untouched: 0, owed: 0, owedMs: -1, inputMs: -1, fromMs: -1, toMs: -1 });

/** {@link UntouchedChoices} in JSON. */
export const UntouchedChoicesSnapshot = memorySchema(start());
export type UntouchedChoicesSnapshot = z.infer<typeof UntouchedChoicesSnapshot>;

/** Choices that no key and no press of a pointer came with, though the page listens for both. */
export class UntouchedChoices {
  readonly #memory = start();

  get choices(): number {
    return this.#memory.choices;
  }

  get untouched(): number {
    return this.#memory.untouched;
  }

  /** Attempt time of the first and the last, in ms; −1 for none. */
  get fromMs(): number {
    return this.#memory.fromMs;
  }

  get toMs(): number {
    return this.#memory.toMs;
  }

  /** A key was pressed at `t` ms, or a pointer. It may come after its choice, in the next batch. */
  input(t: number): void {
    const memory = this.#memory;
    if (memory.owed > 0) {
      if (t <= memory.owedMs && t >= memory.owedMs - MAX_BACKSTEP_MS) memory.untouched -= memory.owed;
      memory.owed = 0;
    }
    if (t > memory.inputMs) memory.inputMs = t;
  }

  choose(t: number): void {
    const memory = this.#memory;
    memory.choices++;
    if (memory.inputMs >= 0 && t - memory.inputMs <= NEAR_MS) return;
    memory.owed = memory.owed > 0 && t - memory.owedMs <= NEAR_MS ? memory.owed + 1 : 1;
    memory.untouched++;
    memory.owedMs = t;
    if (memory.fromMs < 0) memory.fromMs = t;
    if (t > memory.toMs) memory.toMs = t;
  }

  /** Share of choices that nothing was pressed for, in [0, 1]. */
  score(): number {
    const { choices, untouched } = this.#memory;
    return untouched < LEAST_CHOICES ? 0 : MOST * untouched / choices;
  }

  snapshot(): UntouchedChoicesSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: UntouchedChoicesSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
