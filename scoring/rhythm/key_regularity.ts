import type { z } from "zod";
import type { KeyClass } from "../../protocol/events.ts";
import { sigmoid } from "../models/logistic.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { KeyKind, keyKind } from "./key_context.ts";

/** Times from letter to letter that must be seen before their regularity says anything. */
export const MIN_REGULARITY_KEYS = 60;
/** Each new key weighs this share of the running averages. */
const SHARE = 1 / 40;
/** Times from here on are pauses, in ms. */
const LONGEST_MS = 1_000;

/** Spread of log times below which no person types; people lie at 0.25 and above (0.4 in the middle). */
const REGULAR_SPREAD = 0.09;
const REGULAR_WIDTH = 0.015;

/** What is remembered, as it is before the first key: a count, and running mean and variance of log times. */
const start = () => ({ keys: 0, lastT: -1, wasLetter: false, interval: 0, variance: 0 });

/** {@link KeyRegularity} in JSON. */
export const KeyRegularitySnapshot = memorySchema(start());
export type KeyRegularitySnapshot = z.infer<typeof KeyRegularitySnapshot>;

/** How regular the times between letters are: a clockwork's are all alike. Running averages of logs. */
export class KeyRegularity {
  readonly #memory = start();

  /** Takes in a key press at attempt time `t` ms. */
  press(t: number, key: KeyClass): void {
    const memory = this.#memory;
    const kind = keyKind(key);
    if (kind === KeyKind.Ignored) return;
    const isLetter = kind === KeyKind.Letter;
    const after = t - memory.lastT;
    if (isLetter && memory.wasLetter && after >= 0 && after < LONGEST_MS) {
      const value = Math.log(after + 2);
      const share = Math.max(SHARE, 1 / ++memory.keys);
      const difference = value - memory.interval;
      memory.interval += share * difference;
      memory.variance += share * (difference * (value - memory.interval) - memory.variance);
    }
    memory.wasLetter = isLetter;
    memory.lastT = t;
  }

  /** Spread of log times; null below {@link MIN_REGULARITY_KEYS}. */
  get spread(): number | null {
    const { keys, variance } = this.#memory;
    return keys < MIN_REGULARITY_KEYS ? null : Math.sqrt(Math.max(0, variance));
  }

  /** Typical time from letter to letter, in ms: the running mean of logs, taken back; 0 before the first. */
  get typicalMs(): number {
    const { keys, interval } = this.#memory;
    return keys === 0 ? 0 : Math.max(0, Math.exp(interval) - 2);
  }

  /** How far the keys are too regular for a person, in [0, 1]; null below {@link MIN_REGULARITY_KEYS}. */
  score(): number | null {
    const { spread } = this;
    return spread === null ? null : sigmoid((REGULAR_SPREAD - spread) / REGULAR_WIDTH);
  }

  snapshot(): KeyRegularitySnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: KeyRegularitySnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
