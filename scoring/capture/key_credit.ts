import type { z } from "zod";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** Characters that keys may be ahead of their edit: ten seconds of a fast typist, which a page that hangs gathers into one. */
const MOST_AHEAD = 100;
/** Keys explain an edit no longer after the last of them than this, in ms. */
const NEAR_MS = 5_000;

/** What is remembered, as it is before the first key. */
const start = () => ({ keys: 0, lastMs: -1 });

/** {@link KeyCredit} in JSON. */
export const KeyCreditSnapshot = memorySchema(start());
export type KeyCreditSnapshot = z.infer<typeof KeyCreditSnapshot>;

/**
 * Keys that were pressed and have not written yet. They cannot be saved up: a key explains a character only near it in time,
 * and no more of them than a hanging page can have gathered.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const credit = new KeyCredit();
 * for (let t = 0; t < 2_000; t++) credit.press(t);
 * assert.equal(credit.at(2_100), 100);
 * assert.equal(credit.at(20_000), 0);
 * ```
 */
export class KeyCredit {
  readonly #memory = start();

  /** A key that can bring a character was pressed at `t` ms. */
  press(t: number): void {
    const memory = this.#memory;
    if (t - memory.lastMs > NEAR_MS) memory.keys = 0;
    if (memory.keys < MOST_AHEAD) memory.keys++;
    if (t > memory.lastMs) memory.lastMs = t;
  }

  /** Characters that keys explain in an edit at `t` ms. */
  at(t: number): number {
    return t - this.#memory.lastMs > NEAR_MS ? 0 : this.#memory.keys;
  }

  /** So many were explained. */
  spend(characters: number): void {
    this.#memory.keys = Math.max(0, this.#memory.keys - characters);
  }

  /** None is left for later. */
  clear(): void {
    this.#memory.keys = 0;
  }

  snapshot(): KeyCreditSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: KeyCreditSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
