import type { z } from "zod";
import type { KeyClass } from "../../protocol/events.ts";
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

/** What is remembered, as it is before the first key: counts, and running means and variances of log times. */
const start = () => ({
  keys: 0,
  dwells: 0,
  lastT: -1,
  wasLetter: false,
  interval: 0,
  intervalVariance: 0,
  dwell: 0,
  dwellVariance: 0,
});

/** {@link KeyRegularity} in JSON. */
export const KeyRegularitySnapshot = memorySchema(start());
export type KeyRegularitySnapshot = z.infer<typeof KeyRegularitySnapshot>;

/** How regular the times between letters are, and the times that letters are held: running averages of logs. */
export class KeyRegularity {
  readonly #memory = start();

  press(t: number, key: KeyClass, dwell: number | null): void {
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
      memory.intervalVariance += share *
        (difference * (value - memory.interval) - memory.intervalVariance);
    }
    if (isLetter && dwell !== null) {
      const value = Math.log(Math.min(LONGEST_MS, dwell) + 2);
      const share = Math.max(SHARE, 1 / ++memory.dwells);
      const difference = value - memory.dwell;
      memory.dwell += share * difference;
      memory.dwellVariance += share * (difference * (value - memory.dwell) - memory.dwellVariance);
    }
    memory.wasLetter = isLetter;
    memory.lastT = t;
  }

  /** Smallest spread of log times that was seen, of intervals or dwells; null below {@link MIN_REGULARITY_KEYS}. */
  get spread(): number | null {
    const memory = this.#memory;
    if (memory.keys < MIN_REGULARITY_KEYS) return null;
    const interval = Math.sqrt(Math.max(0, memory.intervalVariance));
    if (memory.dwells < MIN_REGULARITY_KEYS) return interval;
    return Math.min(interval, Math.sqrt(Math.max(0, memory.dwellVariance)) * 1.5);
  }

  /** How far the keys are too regular for a person, in [0, 1]; null below {@link MIN_REGULARITY_KEYS}. */
  score(): number | null {
    const { spread } = this;
    return spread === null ? null : 1 / (1 + Math.exp((spread - REGULAR_SPREAD) / REGULAR_WIDTH));
  }

  snapshot(): KeyRegularitySnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: KeyRegularitySnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
