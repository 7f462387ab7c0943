import type { z } from "zod";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** A paste and its edit come at one time; so do the parts of one long insert, and a drag's two halves. In ms. */
export const TOGETHER_MS = 1_000;

/** What is remembered, as it is before the first insert. */
const start = () => ({ inserts: 0, largest: 0, current: 0, lastMs: -1, fromMs: -1 });

/** {@link OutsideInserts} in JSON. */
export const OutsideInsertsSnapshot = memorySchema(start());
export type OutsideInsertsSnapshot = z.infer<typeof OutsideInsertsSnapshot>;

/** In how many inserts text came from outside, and when: a habit says more than a slip. The parts of one count once. */
export class OutsideInserts {
  readonly #memory = start();

  get count(): number {
    return this.#memory.inserts;
  }

  /** Characters of the largest. */
  get largest(): number {
    return this.#memory.largest;
  }

  /** Attempt time of the first and of the last, in ms; −1 for none. */
  get fromMs(): number {
    return this.#memory.fromMs;
  }

  get toMs(): number {
    return this.#memory.lastMs;
  }

  /** Characters came from outside at `t` ms. */
  add(t: number, length: number): void {
    const memory = this.#memory;
    if (memory.lastMs < 0 || t - memory.lastMs > TOGETHER_MS) {
      memory.inserts++;
      memory.current = 0;
    }
    memory.current += length;
    memory.largest = Math.max(memory.largest, memory.current);
    memory.lastMs = Math.max(memory.lastMs, t);
    if (memory.fromMs < 0) memory.fromMs = t;
  }

  /** Nothing came from outside after all. */
  clear(): void {
    Object.assign(this.#memory, start());
  }

  snapshot(): OutsideInsertsSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: OutsideInsertsSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
