import type { z } from "zod";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** Keys that are timed together … */
const STRETCH_KEYS = 50;
/** … and that no hand presses in less than this, in ms: 25 keys a second. The fastest typists reach 20 over a few words. */
const FASTEST_MS = 2_000;

/** What is remembered, as it is before the first key. */
const start = () => ({ keys: 0, fast: 0, stretch: 0, fromMs: -1, toMs: -1, firstMs: -1, lastMs: -1 });

/** {@link KeyPace} in JSON. */
export const KeyPaceSnapshot = memorySchema(start());
export type KeyPaceSnapshot = z.infer<typeof KeyPaceSnapshot>;

/**
 * How many keys came faster than a hand presses them, in stretches of {@link STRETCH_KEYS}. The repeats of a held key are
 * none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const pace = new KeyPace();
 * for (let key = 0; key < 50; key++) pace.press(1_000 + 5 * key);
 * for (let key = 0; key < 50; key++) pace.press(9_000 + 90 * key);
 * assert.deepEqual([pace.fast, pace.keys], [50, 100]);
 * ```
 */
export class KeyPace {
  readonly #memory = start();

  get keys(): number {
    return this.#memory.keys;
  }

  /** Keys of stretches that were too fast. */
  get fast(): number {
    return this.#memory.fast;
  }

  /** Attempt time of the first and the last of them, in ms; −1 for none. */
  get fromMs(): number {
    return this.#memory.firstMs;
  }

  get toMs(): number {
    return this.#memory.lastMs;
  }

  /** A key that brings a character was pressed at `t` ms. */
  press(t: number): void {
    const memory = this.#memory;
    memory.keys++;
    if (memory.stretch === 0 || t < memory.fromMs) memory.fromMs = t;
    if (memory.stretch === 0 || t > memory.toMs) memory.toMs = t;
    if (++memory.stretch < STRETCH_KEYS) return;
    memory.stretch = 0;
    if (memory.toMs - memory.fromMs >= FASTEST_MS) return;
    memory.fast += STRETCH_KEYS;
    if (memory.firstMs < 0) memory.firstMs = memory.fromMs;
    memory.lastMs = memory.toMs;
  }

  snapshot(): KeyPaceSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: KeyPaceSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
