import { z } from "zod";
import type { KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { sigmoid } from "../models/logistic.ts";
import { shippedModels, type SignalModels } from "../models/shipped_models.ts";
import { PointerRhythm, PointerRhythmSnapshot } from "../pointer/pointer_rhythm.ts";
import { typicalDwell } from "../rhythm/dwell_features.ts";
import { KeyRhythm, KeyRhythmSnapshot, WINDOW_KEYS } from "../rhythm/key_rhythm.ts";
import { COUNT, WORD_HISTOGRAM } from "../rhythm/key_statistics.ts";
import { typicalInterval } from "../rhythm/rhythm_features.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import type { Evidence, SignalTracker } from "./signal.ts";

/** Rhythm is compared anew after so many keys, so that where batches are cut makes no difference … */
const KEYS_BETWEEN = 20;
/** … and after so many while the ratio speaks this clearly for the same person. */
const CALM = { below: -5, keysBetween: 40 };
/** What the pointer's log likelihood ratio counts beside the keys', which was measured on people and weighs more. */
const POINTER_SHARE = 0.5;
/** It counts this much at most: another mouse is no other person while the keys are the same hands'. */
const POINTER_AT_MOST = 12;
const POINTER_AT_LEAST = -10;
/** A pointer that rested for this long, in ms, says nothing of who is at the keys now. */
const POINTER_FRESH_MS = 600_000;

/**
 * Log likelihood ratio at which the signal is one half, and how wide it rises. One in a hundred honest sessions of the
 * essay data ever reaches the keys' first; see docs/scoring.md.
 */
const KEYS = { half: 5.5, width: 2 };
const POINTER = { half: 8, width: 6 };

/**
 * Keys and strokes that leave the recent stretch enter the baseline while the ratio is well below this, and less and
 * less towards it: what is not clearly the same person must not become the baseline.
 */
const TRUST = { below: -10, width: 4 };
const POINTER_TRUST = { below: 0, width: 2 };

/** What is remembered, as it is before the first event. */
const start = () => ({
  lastKeyT: -1,
  /** Strokes of the pointer when it was last compared. */
  strokes: 0,
  /** Number of keys at which they are compared next. */
  compareAt: 0,
});

const Snapshot = z.strictObject({
  memory: memorySchema(start()),
  keysRatio: z.number().nullable().describe("Null before the first comparison"),
  pointerRatio: z.number().nullable(),
  keys: KeyRhythmSnapshot,
  pointer: PointerRhythmSnapshot,
});

/**
 * `takeover`: is this still the person who began? The rhythm of the last {@link WINDOW_KEYS} keys and of the pointer's
 * last minute, against the attempt's own beginning, as a log likelihood ratio of another person to the same one.
 *
 * Inter-key times by what a key follows, pauses, corrections and errors; dwell and rollover where there are key-ups.
 * The baseline drifts slowly while there is no sign of another person: getting tired is no takeover.
 * Minimum of data: 340 keys, or 45 s of pointer strokes (twenty) and eight more.
 */
export class Takeover implements SignalTracker {
  readonly #keys = new KeyRhythm();
  readonly #pointer = new PointerRhythm();
  readonly #models: SignalModels;
  #keysRatio = NaN;
  #pointerRatio = NaN;
  readonly #memory = start();

  constructor(models: SignalModels = shippedModels()) {
    this.#models = models;
  }

  observe(event: ScorableEvent): void {
    if (event.type === "keystroke_data") this.key(event);
    else if (event.type === "mouse_data" || event.type === "window_resize") {
      this.#pointer.observe(event);
      if (this.#pointer.strokes === this.#memory.strokes) return;
      this.#memory.strokes = this.#pointer.strokes;
      if (this.#pointer.isReady) this.#comparePointer();
    }
  }

  key({ repeat, t, key, dwell }: KeyEvent): void {
    if (repeat === true) return;
    const before = this.#keys.keys;
    this.#keys.press(t, key, dwell);
    if (this.#keys.keys === before) return;
    this.#memory.lastKeyT = t;
    if (this.#keys.keys >= this.#memory.compareAt && this.#keys.isReady) this.#compareKeys();
  }

  /** What keys do to a text says nothing of whose hands they are. */
  edit(): void {}

  /** The attempt stood still: the time until it goes on is no interval of the student's. */
  hold(): void {
    this.#keys.interrupt();
  }

  score(t: number): number | null {
    const keys = this.#keysRatio;
    const isPointerFresh = t - this.#pointer.lastT < POINTER_FRESH_MS;
    const pointer = isPointerFresh ? this.#pointerRatio : NaN;
    if (!Number.isNaN(keys)) {
      const both = Number.isNaN(pointer)
        ? keys
        : keys + POINTER_SHARE * Math.min(POINTER_AT_MOST, Math.max(POINTER_AT_LEAST, pointer));
      return graded((both - KEYS.half) / KEYS.width);
    }
    return Number.isNaN(this.#pointerRatio) ? null : graded((this.#pointerRatio - POINTER.half) / POINTER.width);
  }

  evidence(): Evidence | null {
    if (Number.isNaN(this.#keysRatio)) {
      if (Number.isNaN(this.#pointerRatio)) return null;
      const from = Math.max(0, this.#pointer.windowFromT);
      return { code: "pointer_changed", numbers: {}, from, to: this.#pointer.lastT };
    }
    const { window, baseline } = this.#keys;
    return {
      code: "typing_changed",
      numbers: {
        keys: WINDOW_KEYS,
        interval_ms: intervalOf(window),
        ...named("dwell_ms", dwellOf(window)),
        usual_keys: Math.round(baseline[COUNT]),
        usual_interval_ms: intervalOf(baseline),
        ...named("usual_dwell_ms", dwellOf(baseline)),
      },
      from: this.#keys.windowFromT,
      to: this.#memory.lastKeyT,
    };
  }

  snapshot(): z.infer<typeof Snapshot> {
    return {
      memory: { ...this.#memory },
      keysRatio: Number.isNaN(this.#keysRatio) ? null : this.#keysRatio,
      pointerRatio: Number.isNaN(this.#pointerRatio) ? null : this.#pointerRatio,
      keys: this.#keys.snapshot(),
      pointer: this.#pointer.snapshot(),
    };
  }

  restore(snapshot: unknown): void {
    const { memory, keysRatio, pointerRatio, keys, pointer } = readSnapshot(Snapshot, snapshot, "the signal takeover");
    Object.assign(this.#memory, memory);
    this.#keysRatio = keysRatio ?? NaN;
    this.#pointerRatio = pointerRatio ?? NaN;
    this.#keys.restore(keys);
    this.#pointer.restore(pointer);
  }

  #compareKeys(): void {
    this.#keysRatio = this.#keys.ratio(this.#models.takeoverKeys, this.#models.takeoverDwell);
    this.#keys.trust(trust(this.#keysRatio, TRUST));
    this.#memory.compareAt = this.#keys.keys + (this.#keysRatio < CALM.below ? CALM.keysBetween : KEYS_BETWEEN);
  }

  #comparePointer(): void {
    this.#pointerRatio = this.#pointer.ratio(this.#models.takeoverPointer);
    this.#pointer.trust(trust(this.#pointerRatio, POINTER_TRUST));
  }
}

/** Log odds beyond this grow by their logarithm only, so that strong and overwhelming evidence still differ. */
const PLAIN_LOG_ODDS = 5;

function graded(logOdds: number): number {
  const beyond = Math.abs(logOdds) - PLAIN_LOG_ODDS;
  return beyond <= 0 ? sigmoid(logOdds) : sigmoid(Math.sign(logOdds) * (PLAIN_LOG_ODDS + Math.log1p(beyond)));
}

function trust(ratio: number, { below, width }: { below: number; width: number }): number {
  return Math.max(0, 1 - Math.exp((ratio - below) / width));
}

function intervalOf(values: Float64Array): number {
  return Math.round(typicalInterval(values, WORD_HISTOGRAM));
}

function dwellOf(values: Float64Array): number | null {
  const dwell = typicalDwell(values);
  return dwell === null ? null : Math.round(dwell);
}

function named(name: string, value: number | null): Record<string, number> {
  return value === null ? {} : { [name]: value };
}
