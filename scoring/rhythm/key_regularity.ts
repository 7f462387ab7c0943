import type { z } from "zod";
import { sigmoid } from "../models/sigmoid.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { HAND_MS, intervalLog, PAUSE_MS, SLOW_MS } from "./interval_logs.ts";
import { LOG_STEPS } from "./key_statistics.ts";

/** Times from letter to letter that must be seen before their regularity says anything. */
export const MIN_REGULARITY_KEYS = 60;
/** Each new key weighs this share of the running averages. */
const SHARE = 1 / 40;
/** Spread of log times below which no person types; people lie at 0.25 and above (0.4 in the middle). */
const REGULAR_SPREAD = 0.09;
const REGULAR_WIDTH = 0.015;

/** What is remembered, as it is before the first key: a count, and running mean and variance of log times. */
const start = () => ({ keys: 0, interval: 0, variance: 0 });

/** {@link KeyRegularity} in JSON. */
export const KeyRegularitySnapshot = memorySchema(start());
export type KeyRegularitySnapshot = z.infer<typeof KeyRegularitySnapshot>;

/** How regular the times between letters are: a clockwork's are all alike. Running averages of logs. */
export class KeyRegularity {
  readonly #memory = start();

  /** Takes in a time from letter to letter, in ms. A pause is no rhythm, and what no hand can do is not looked at here. */
  add(ms: number): void {
    if (!(ms >= HAND_MS && ms < PAUSE_MS)) return;
    const memory = this.#memory;
    const keys = ++memory.keys;
    const share = keys < 1 / SHARE ? 1 / keys : SHARE;
    const difference = intervalLog(ms) / LOG_STEPS - memory.interval;
    memory.interval += share * difference;
    // (1 − share) · (variance + share · difference²), West 1979.
    memory.variance = (1 - share) * (memory.variance + share * difference * difference);
  }

  /** Spread of log times; null below {@link MIN_REGULARITY_KEYS}, and where letters come too slowly for a typist. */
  get spread(): number | null {
    const { keys, variance } = this.#memory;
    return keys < MIN_REGULARITY_KEYS || this.typicalMs >= SLOW_MS ? null : Math.sqrt(Math.max(0, variance));
  }

  /** Typical time from letter to letter, in ms: the running mean of logs, taken back; 0 before the first. */
  get typicalMs(): number {
    const { keys, interval } = this.#memory;
    return keys === 0 ? 0 : Math.exp(interval);
  }

  /** How far the keys are too regular for a person, in [0, 1]; null where {@link spread} is. */
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
