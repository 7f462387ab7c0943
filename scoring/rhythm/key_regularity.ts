import { z } from "zod";
import type { KeyClass } from "../../protocol/events.ts";
import { KeyKind, keyKind } from "./key_context.ts";

/** Letters after letters that must be seen before regularity says anything. */
export const MIN_REGULARITY_KEYS = 60;
/** Each new key weighs this share of the running averages. */
const SHARE = 1 / 40;
/** Times from here on are pauses, in ms. */
const LONGEST_MS = 1_000;

/** Spread of log times below which no person types; people lie at 0.25 and above (0.4 in the middle). */
const REGULAR_SPREAD = 0.09;
const REGULAR_WIDTH = 0.015;

const numbers = z.array(z.number()).length(8);
export const KeyRegularitySnapshot = numbers;

/** How alike the times between letters, and the times they are held, are: running averages of logs. */
export class KeyRegularity {
  #keys = 0;
  #dwells = 0;
  #lastT = -1;
  #wasLetter = false;
  #interval = 0;
  #intervalVariance = 0;
  #dwell = 0;
  #dwellVariance = 0;

  press(t: number, key: KeyClass, dwell: number | null): void {
    const kind = keyKind(key);
    if (kind === KeyKind.Ignored) return;
    const isLetter = kind === KeyKind.Letter;
    const after = t - this.#lastT;
    if (isLetter && this.#wasLetter && after >= 0 && after < LONGEST_MS) {
      const value = Math.log(after + 2);
      const share = Math.max(SHARE, 1 / ++this.#keys);
      const difference = value - this.#interval;
      this.#interval += share * difference;
      this.#intervalVariance += share * (difference * (value - this.#interval) - this.#intervalVariance);
    }
    if (isLetter && dwell !== null) {
      const value = Math.log(Math.min(LONGEST_MS, dwell) + 2);
      const share = Math.max(SHARE, 1 / ++this.#dwells);
      const difference = value - this.#dwell;
      this.#dwell += share * difference;
      this.#dwellVariance += share * (difference * (value - this.#dwell) - this.#dwellVariance);
    }
    this.#wasLetter = isLetter;
    this.#lastT = t;
  }

  /** Smallest spread of log times that was seen, of intervals or dwells; null below {@link MIN_REGULARITY_KEYS}. */
  get spread(): number | null {
    if (this.#keys < MIN_REGULARITY_KEYS) return null;
    const interval = Math.sqrt(Math.max(0, this.#intervalVariance));
    if (this.#dwells < MIN_REGULARITY_KEYS) return interval;
    return Math.min(interval, Math.sqrt(Math.max(0, this.#dwellVariance)) * 1.5);
  }

  /** How far the keys are too regular for a person, in [0, 1]; null below {@link MIN_REGULARITY_KEYS}. */
  score(): number | null {
    const { spread } = this;
    return spread === null ? null : 1 / (1 + Math.exp((spread - REGULAR_SPREAD) / REGULAR_WIDTH));
  }

  snapshot(): number[] {
    return [
      this.#keys,
      this.#dwells,
      this.#lastT,
      this.#wasLetter ? 1 : 0,
      this.#interval,
      this.#intervalVariance,
      this.#dwell,
      this.#dwellVariance,
    ];
  }

  restore(values: readonly number[]): void {
    this.#keys = values[0];
    this.#dwells = values[1];
    this.#lastT = values[2];
    this.#wasLetter = values[3] === 1;
    this.#interval = values[4];
    this.#intervalVariance = values[5];
    this.#dwell = values[6];
    this.#dwellVariance = values[7];
  }
}
