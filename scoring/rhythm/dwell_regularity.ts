import type { z } from "zod";
import { sigmoid } from "../models/sigmoid.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { SLOW_MS } from "./interval_logs.ts";

/** Letters whose release was seen, before how they were held says anything. */
export const MIN_DWELL_KEYS = 60;
/** Each new letter weighs this share of the running averages. */
const SHARE = 1 / 40;
/** A letter held for longer counts as this long, in ms. */
const LONGEST_MS = 1_000;
/** Spread of dwells, in ms, at which the score is one half, and how wide it rises: people lie at 7 ms and above. */
const HALF_AT_MS = 3.5;
const WIDTH_MS = 0.6;
/** What is remembered, as it is before the first key: a count, and running mean and variance of dwells in ms. */
const start = () => ({ letters: 0, mean: 0, variance: 0 });

/** {@link DwellRegularity} in JSON. */
export const DwellRegularitySnapshot = memorySchema(start());
export type DwellRegularitySnapshot = z.infer<typeof DwellRegularitySnapshot>;

/**
 * Letters all held for the same time, or for none: programs press and let go at once, or after a set delay.
 *
 * Keyboards of glass do the same and have people behind them: {@link TypingHand} asks none of them. Nothing is said where
 * letters come as slowly as from a keyboard that is pointed at. Keyboards that send some letters at their
 * release only (home row modifiers) still hold the others.
 */
export class DwellRegularity {
  readonly #memory = start();

  /** Takes in how long a letter was held, in ms. */
  add(dwell: number): void {
    const memory = this.#memory;
    const letters = ++memory.letters;
    const share = letters < 1 / SHARE ? 1 / letters : SHARE;
    const difference = Math.min(LONGEST_MS, dwell) - memory.mean;
    memory.mean += share * difference;
    memory.variance = (1 - share) * (memory.variance + share * difference * difference);
  }

  /** How long letters are held, and how much that varies, in ms. */
  get dwell(): { meanMs: number; spreadMs: number } {
    const { mean, variance } = this.#memory;
    return { meanMs: mean, spreadMs: Math.sqrt(Math.max(0, variance)) };
  }

  /**
   * How far dwells are too alike for a person, in [0, 1]; null below {@link MIN_DWELL_KEYS}, and where the keyboard may
   * be one on the screen that is pointed at.
   *
   * @param typicalMs Typical time from letter to letter, in ms.
   */
  score(typicalMs: number): number | null {
    if (this.#memory.letters < MIN_DWELL_KEYS || typicalMs >= SLOW_MS) return null;
    return sigmoid((HALF_AT_MS - this.dwell.spreadMs) / WIDTH_MS);
  }

  snapshot(): DwellRegularitySnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: DwellRegularitySnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
