import type { z } from "zod";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { HAND_MS } from "./interval_logs.ts";

/** Keys of text that must be seen before their pace says anything. */
export const MIN_RUSH_KEYS = 60;
/** What a single key can take back of what was saved, as if it had come this late, in ms. */
const LATEST_MS = 300;
/** Time saved against the fastest hand at which the score is one half, in ms: sixty letters at 15 ms each. */
const HALF_AT_MS = 900;

/** What is remembered, as it is before the first key. Times in ms. */
const start = () => ({ keys: 0, saved: 0, most: 0, run: 0, mostRun: 0, runFromT: -1, fromT: -1, toT: -1 });

/** {@link KeyRush} in JSON. */
export const KeyRushSnapshot = memorySchema(start());
export type KeyRushSnapshot = z.infer<typeof KeyRushSnapshot>;

/**
 * Text faster than hands can type it, as drivers of browsers do (0–2 ms a key).
 *
 * A cumulative sum (Page 1954): each key of text adds what it came sooner than {@link HAND_MS} and takes away what it
 * came later, never below 0. Who types chords that write a word at once (stenography) pauses between words and gathers
 * nothing; hands that drum on a keyboard gather little. The most that was ever gathered counts, for what came so
 * stays in the answer.
 */
export class KeyRush {
  readonly #memory = start();

  /**
   * Takes in a key of text.
   *
   * @param ms Time since the key before; negative where it is not known.
   * @param t Attempt time, ms.
   */
  add(ms: number, t: number): void {
    const memory = this.#memory;
    memory.keys++;
    // Nearly every key of a person comes later than the fastest, and after nothing was saved.
    if (memory.saved === 0 && (ms < 0 || ms >= HAND_MS)) {
      memory.runFromT = t;
      return;
    }
    memory.saved += HAND_MS - (ms < 0 ? LATEST_MS : Math.min(LATEST_MS, ms));
    if (memory.saved <= 0) {
      memory.saved = 0;
      memory.run = 0;
      memory.runFromT = t;
      return;
    }
    memory.run++;
    if (memory.saved <= memory.most) return;
    memory.most = memory.saved;
    memory.mostRun = memory.run;
    memory.fromT = memory.runFromT;
    memory.toT = t;
  }

  /** How far text came faster than a hand, in [0, 1); null below {@link MIN_RUSH_KEYS}. */
  score(): number | null {
    const { keys, most } = this.#memory;
    return keys < MIN_RUSH_KEYS ? null : 1 - 2 ** -(most / HALF_AT_MS);
  }

  /** The longest stretch: keys in it, ms a key on average, and its attempt time. */
  get longest(): { keys: number; meanMs: number; fromT: number; toT: number } {
    const { mostRun, fromT, toT } = this.#memory;
    return { keys: mostRun, meanMs: mostRun === 0 ? 0 : (toT - fromT) / mostRun, fromT, toT };
  }

  snapshot(): KeyRushSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: KeyRushSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
