import { z } from "zod";
import { LOW_UP_TO } from "../../protocol/risk.ts";
import type { KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { sigmoid } from "../models/sigmoid.ts";
import { shippedModels, type SignalModels } from "../models/shipped_models.ts";
import { PointerHands, PointerHandsSnapshot } from "../pointer/pointer_hands.ts";
import { typicalDwell } from "../rhythm/dwell_features.ts";
import { KeyRhythm, KeyRhythmSnapshot, WINDOW_KEYS } from "../rhythm/key_rhythm.ts";
import { PracticeRhythm, PracticeRhythmSnapshot } from "../rhythm/practice_rhythm.ts";
import { COUNT, WORD_HISTOGRAM } from "../rhythm/key_statistics.ts";
import { typicalInterval } from "../rhythm/rhythm_features.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import type { Evidence, SignalLimit, SignalTracker } from "./signal.ts";

/** Rhythm is compared anew after so many keys, so that where batches are cut makes no difference … */
const KEYS_BETWEEN = 20;
/** … and after so many while the ratio speaks this clearly for the same person, the clearest first. */
const CALM = [{ below: -8, keysBetween: 100 }, { below: -5, keysBetween: 40 }] as const;
/**
 * The pointer's distance as a log likelihood ratio of another hand to the same one: where both are equally likely, and
 * what distance is one nat. Read off recorded people of other devices, which is a proxy; see docs/models/takeover.md.
 */
const POINTER_RATIO = { even: 0.75, nat: 0.07 };
/** What it counts beside the keys' ratio, which was measured on people and weighs more. */
const POINTER_SHARE = 0.5;
/** It counts this much at most: another mouse is no other person while the keys are the same hands'. */
const POINTER_AT_MOST = 6;
const POINTER_AT_LEAST = -6;
/** A pointer that rested for this long, in ms, says nothing of who is at the keys now. */
const POINTER_FRESH_MS = 600_000;

/**
 * Log likelihood ratio at which the signal is one half, and how wide it rises: it lifts above Low alone, at 0.75, from 6.9
 * on, which fewer than one in a hundred recorded people ever reach; see docs/scoring.md.
 */
const KEYS = { half: 4.7, width: 2 };
/** The pointer's: one in two hundred comparisons of recorded people with themselves reaches the first. */
const POINTER = { half: 10, width: 2 };
/** What lies above one half counts this share where it is the pointer's word, or the practice's, alone: that keeps it within Low. */
const ALONE = 0.48;

/**
 * Keys that leave the recent stretch enter the baseline while the ratio is well below this, and less and less towards
 * it: what is not clearly the same person must not become the baseline.
 */
const TRUST = { below: -10, width: 4 };

/**
 * By practice alone nobody is lifted above Low either: how often somebody's exam is typed otherwise than their practice was
 * measured on few; see docs/decisions/practice.md. By the pointer alone nobody is lifted above Low: it tells hands apart in order, and more than one in fifty people's own
 * minutes reach where it would lift.
 */
const WITHIN_LOW: SignalLimit = { levelUpTo: LOW_UP_TO, most: Infinity };

/** What is remembered, as it is before the first event. */
const start = () => ({
  lastKeyT: -1,
  /** Number of keys at which they are compared next. */
  compareAt: 0,
});

const Snapshot = z.strictObject({
  memory: memorySchema(start()),
  keysRatio: z.number().nullable().describe("Null before the first comparison"),
  keys: KeyRhythmSnapshot,
  pointer: PointerHandsSnapshot,
  practice: PracticeRhythmSnapshot.optional().describe("Where something was practised before the exam"),
});

/**
 * `takeover`: is this still the person who began? The rhythm of the last {@link WINDOW_KEYS} keys and of the pointer's
 * last minute, against the attempt's own beginning, as a log likelihood ratio of another person to the same one.
 *
 * Inter-key times by what a key follows, pauses, corrections and errors; dwell and rollover where there are key-ups.
 * The baseline drifts slowly while there is no sign of another person: getting tired is no takeover.
 * Minimum of data: 340 keys, or 90 s of pointer movement, in four windows of 75 points, and what comes a minute later.
 */
export class Takeover implements SignalTracker {
  readonly #keys = new KeyRhythm();
  readonly #pointer: PointerHands;
  readonly #models: SignalModels;
  readonly #practice = new PracticeRhythm();
  #keysRatio = NaN;
  readonly #memory = start();

  constructor(models: SignalModels = shippedModels()) {
    this.#models = models;
    this.#pointer = new PointerHands(models.takeoverPointer);
  }

  /** Without enough keys it is the word of the pointer, or of the practice, alone. */
  get limit(): SignalLimit | null {
    return Number.isNaN(this.#keysRatio) ? WITHIN_LOW : null;
  }

  observe(event: ScorableEvent): void {
    if (event.type === "keystroke_data") this.key(event);
    else if (event.type === "mouse_data" || event.type === "window_resize") this.#pointer.observe(event);
  }

  key({ repeat, t, key, dwell }: KeyEvent): void {
    if (repeat === true) return;
    const before = this.#keys.keys;
    this.#keys.press(t, key, dwell);
    if (this.#keys.keys === before) return;
    this.#memory.lastKeyT = t;
    if (this.#keys.keys >= this.#memory.compareAt && this.#keys.isReady) this.#compareKeys();
    if (this.#practice.isEmpty) return;
    const { takeoverKeys, takeoverDwell } = this.#models;
    const models = { keys: takeoverKeys, dwells: takeoverDwell };
    this.#practice.press(t, key, dwell, { isExamReady: this.#keys.isReady, ...models });
  }

  /** A key of the practice before the exam: it is a baseline until the exam has one, and nothing else. */
  practise({ repeat, scripted, t, key, dwell }: KeyEvent): void {
    if (repeat !== true && scripted !== true) this.#practice.practise(t, key, dwell);
  }

  /** What keys do to a text says nothing of whose hands they are. */
  edit(): void {}

  /** The attempt stood still: the time until it goes on is no interval of the student's. */
  hold(): void {
    this.#keys.interrupt();
    this.#practice.interrupt();
  }

  score(t: number): number | null {
    const keys = this.#keysRatio;
    const isPointerFresh = t - this.#pointer.lastT < POINTER_FRESH_MS;
    const pointer = isPointerFresh ? (this.#pointer.distance - POINTER_RATIO.even) / POINTER_RATIO.nat : NaN;
    if (!Number.isNaN(keys)) {
      const both = Number.isNaN(pointer)
        ? keys
        : keys + POINTER_SHARE * Math.min(POINTER_AT_MOST, Math.max(POINTER_AT_LEAST, pointer));
      return graded((both - KEYS.half) / KEYS.width);
    }
    const byPointer = withinLow(pointer, POINTER);
    const byPractice = withinLow(this.#practice.ratio, KEYS);
    if (byPointer === null || byPractice === null) return byPointer ?? byPractice;
    return Math.max(byPointer, byPractice);
  }

  evidence(): Evidence | null {
    if (!Number.isNaN(this.#keysRatio)) return this.#typed("typing_changed", this.#keys);
    const practised = this.#practice.rhythm;
    if (practised !== null && this.#practice.ratio >= KEYS.half) {
      return this.#typed("typing_unlike_practice", practised);
    }
    if (Number.isNaN(this.#pointer.distance)) return null;
    return { code: "pointer_changed", numbers: {}, from: this.#pointer.recentFromT, to: this.#pointer.lastT };
  }

  #typed(
    code: string,
    { window, baseline, windowFromT }: Pick<KeyRhythm, "window" | "baseline" | "windowFromT">,
  ): Evidence {
    return {
      code,
      numbers: {
        keys: WINDOW_KEYS,
        interval_ms: intervalOf(window),
        ...named("dwell_ms", dwellOf(window)),
        usual_keys: Math.round(baseline[COUNT]),
        usual_interval_ms: intervalOf(baseline),
        ...named("usual_dwell_ms", dwellOf(baseline)),
      },
      from: windowFromT,
      to: this.#memory.lastKeyT,
    };
  }

  snapshot(): z.infer<typeof Snapshot> {
    return {
      memory: { ...this.#memory },
      keysRatio: Number.isNaN(this.#keysRatio) ? null : this.#keysRatio,
      keys: this.#keys.snapshot(),
      pointer: this.#pointer.snapshot(),
      ...(this.#practice.isEmpty ? {} : { practice: this.#practice.snapshot() }),
    };
  }

  restore(snapshot: unknown): void {
    const { memory, keysRatio, keys, pointer, practice } = readSnapshot(Snapshot, snapshot, "the signal takeover");
    Object.assign(this.#memory, memory);
    this.#keysRatio = keysRatio ?? NaN;
    this.#keys.restore(keys);
    this.#pointer.restore(pointer);
    if (practice !== undefined) this.#practice.restore(practice);
  }

  #compareKeys(): void {
    this.#keysRatio = this.#keys.ratio(this.#models.takeoverKeys, this.#models.takeoverDwell);
    this.#keys.trust(trust(this.#keysRatio, TRUST));
    this.#memory.compareAt = this.#keys.keys + keysBetween(this.#keysRatio);
  }
}

/** Keys until the rhythm is compared next. */
function keysBetween(ratio: number): number {
  for (const { below, keysBetween } of CALM) if (ratio < below) return keysBetween;
  return KEYS_BETWEEN;
}

/** Log odds beyond this grow by their logarithm only, so that strong and overwhelming evidence still differ. */
const PLAIN_LOG_ODDS = 5;

/** What one of them says alone, in [0, 0.75); null where it says nothing. */
function withinLow(ratio: number, { half, width }: { half: number; width: number }): number | null {
  if (Number.isNaN(ratio)) return null;
  const alone = graded((ratio - half) / width);
  return alone <= 0.5 ? alone : 0.5 + ALONE * (alone - 0.5);
}

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
