import { KeyContext } from "./key_context.ts";
import { addKey, type KeySample, NONE } from "./key_statistics.ts";

/** Room for so many keys is made first; it doubles as it fills. */
const FIRST_KEYS = 28;

/**
 * Fields of a key: what it is, in bits, then its interval and its dwell. How both change from one key to the next follows
 * from the key before it.
 */
const FIELDS = 3;
/** Bits of a key: its context; from here on its rollover, one more than it is, 0 where unknown; whether either change is known. */
const CONTEXT_BITS = 0xf;
const ROLLOVER_AT = 4;
const ROLLOVER_BITS = 0x3;
const IS_CHANGE_KNOWN = 1 << 6;
const IS_DWELL_CHANGE_KNOWN = 1 << 7;

/** Before the first key; all rings share it. */
const NOTHING = new Int16Array(0);

/** Numbers of a key in a snapshot. */
export const KEPT_FIELDS = 6;

/** The key that is read; shared by all rings. */
const read: KeySample = {
  context: KeyContext.Other,
  interval: NONE,
  change: NONE,
  dwell: NONE,
  rollover: NONE,
  dwellChange: NONE,
};

/** The last keys, up to a number of them, in six bytes each. */
export class KeyRing {
  readonly #most: number;
  #fields = NOTHING;
  #length = 0;
  /** Place of the oldest key. */
  #oldest = 0;
  /** Interval and dwell of the key before the oldest. */
  #passedInterval = NONE;
  #passedDwell = NONE;

  /** @param most Keys that it holds. */
  constructor(most: number) {
    this.#most = most;
  }

  get isFull(): boolean {
    return this.#length === this.#most;
  }

  /** The oldest key, which goes when another one comes to a full ring. Good until another key is read. */
  get oldest(): KeySample {
    return this.#read(this.#oldest, this.#passedInterval, this.#passedDwell);
  }

  /** Takes a key in. Its changes are from the key that was taken in before it. */
  push(key: KeySample): void {
    const isFull = this.isFull;
    const place = isFull ? this.#oldest : this.#length;
    if (isFull) {
      this.#passedInterval = this.#fields[place * FIELDS + 1];
      this.#passedDwell = this.#fields[place * FIELDS + 2];
      this.#oldest = place + 1 === this.#most ? 0 : place + 1;
    } else if (++this.#length * FIELDS > this.#fields.length) this.#makeRoom();
    this.#write(place, key);
  }

  /** Adds every key to statistics. */
  addTo(values: Float64Array): void {
    const fields = this.#fields;
    let place = this.#oldest;
    let [interval, dwell] = [this.#passedInterval, this.#passedDwell];
    for (let count = 0; count < this.#length; count++) {
      addKey(values, this.#read(place, interval, dwell), 1);
      interval = fields[place * FIELDS + 1];
      dwell = fields[place * FIELDS + 2];
      place = place + 1 === this.#length ? 0 : place + 1;
    }
  }

  /** Every key's numbers, by place. */
  toKept(): number[] {
    const kept: number[] = new Array(this.#length * KEPT_FIELDS);
    let place = this.#oldest;
    let [before, dwellBefore] = [this.#passedInterval, this.#passedDwell];
    for (let count = 0; count < this.#length; count++) {
      const { context, interval, change, dwell, rollover, dwellChange } = this.#read(place, before, dwellBefore);
      [context, interval, change, dwell, rollover, dwellChange].forEach((value, field) => {
        kept[place * KEPT_FIELDS + field] = value;
      });
      [before, dwellBefore] = [interval, dwell];
      place = place + 1 === this.#length ? 0 : place + 1;
    }
    return kept;
  }

  /** Takes the place of what {@link toKept} gave. @param keys Keys that were ever pushed. */
  restore(kept: readonly number[], keys: number): void {
    this.#length = kept.length / KEPT_FIELDS;
    this.#oldest = this.isFull ? keys % this.#most : 0;
    this.#fields = new Int16Array(this.#length * FIELDS);
    this.#passedInterval = this.#passedDwell = NONE;
    for (let place = 0; place < this.#length; place++) {
      const from = place * KEPT_FIELDS;
      const [context, interval, change, dwell, rollover, dwellChange] = kept.slice(from, from + KEPT_FIELDS);
      this.#write(place, { context, interval, change, dwell, rollover, dwellChange });
      if (place !== this.#oldest) continue;
      if (change !== NONE) this.#passedInterval = interval - change;
      if (dwellChange !== NONE) this.#passedDwell = dwell - dwellChange;
    }
  }

  #makeRoom(): void {
    const larger = new Int16Array(Math.min(this.#most, Math.max(FIRST_KEYS, this.#length * 2)) * FIELDS);
    larger.set(this.#fields);
    this.#fields = larger;
  }

  #write(place: number, { context, interval, change, dwell, rollover, dwellChange }: KeySample): void {
    const at = place * FIELDS;
    this.#fields[at] = context | (rollover === NONE ? 0 : (rollover + 1) << ROLLOVER_AT) |
      (change === NONE ? 0 : IS_CHANGE_KNOWN) | (dwellChange === NONE ? 0 : IS_DWELL_CHANGE_KNOWN);
    this.#fields[at + 1] = interval;
    this.#fields[at + 2] = dwell;
  }

  /** A key, by the interval and the dwell of the key before it. */
  #read(place: number, interval: number, dwell: number): KeySample {
    const at = place * FIELDS;
    const bits = this.#fields[at];
    const key = read;
    key.context = bits & CONTEXT_BITS;
    key.interval = this.#fields[at + 1];
    key.dwell = this.#fields[at + 2];
    key.rollover = (bits >> ROLLOVER_AT & ROLLOVER_BITS) === 0 ? NONE : (bits >> ROLLOVER_AT & ROLLOVER_BITS) - 1;
    key.change = (bits & IS_CHANGE_KNOWN) === 0 ? NONE : key.interval - interval;
    key.dwellChange = (bits & IS_DWELL_CHANGE_KNOWN) === 0 ? NONE : key.dwell - dwell;
    return key;
  }
}
