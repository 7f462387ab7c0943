import { z } from "zod";
import type { LikelihoodRatio } from "../models/likelihood_ratio.ts";
import { dwellRatio } from "./dwell_ratio.ts";
import { KeyContext, keyContext, KeyKind, keyKind } from "./key_context.ts";
import {
  addKey,
  COUNT,
  type KeySample,
  logDwell,
  logInterval,
  NONE,
  RHYTHM_BELOW,
  STATISTICS,
} from "./key_statistics.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { RHYTHM_FEATURES, rhythmFeatures } from "./rhythm_features.ts";
import type { KeyClass } from "../../protocol/events.ts";

/** Keys that the recent stretch holds. */
export const WINDOW_KEYS = 220;
/** Keys that the baseline must hold before it is compared with. */
const MIN_BASELINE_KEYS = 120;
/** Until it holds this many, the baseline takes in every key: compared with a shorter one, everybody looks strange. */
const FORMING_KEYS = 380;
/** Keys in the baselines that the model was trained on. */
const TRAINED_BASELINE_KEYS = 400;
/** A baseline that reaches this many keys is halved: what was typed long ago counts less and less. */
const MAX_BASELINE_KEYS = 1_600;
/** The time of each twentieth key is kept, which tells when the recent stretch began. */
const MARK_KEYS = 20;
/** Fields of a key in the ring. */
const FIELDS = 5;
/** Weights are whole multiples of one over this, so that the baseline's sums stay exact. */
const WEIGHT_STEPS = 16;
/** Share of a stretch's variance that comes from how a person changes with time, and does not shrink with more keys. */
const DRIFT_SHARE = 0.5;

/** What is remembered beside the keys, as it is before the first. */
const start = () => ({
  keys: 0,
  /** Weight with which a key that leaves the recent stretch enters the baseline, in [0, 1]. */
  trust: 1,
  /** Kind of the last key. */
  before: KeyKind.Space as number,
  /** Letters of the word that is being typed. */
  place: 0,
  lastT: -1,
  lastInterval: NONE,
  releasedT: -1,
  windowFromT: -1,
});

/** A {@link KeyRhythm} in JSON. */
export const KeyRhythmSnapshot = z.strictObject({
  memory: memorySchema(start()),
  marks: z.array(z.number()).length(WINDOW_KEYS / MARK_KEYS),
  ring: z.array(z.int().min(-32_768).max(32_767)).max(WINDOW_KEYS * FIELDS),
  baseline: z.array(z.number()).length(STATISTICS),
});
export type KeyRhythmSnapshot = z.infer<typeof KeyRhythmSnapshot>;

/** The key that comes, the key that leaves, and a stretch's features; shared by all attempts, one after the other. */
const coming: KeySample = { context: KeyContext.Other, interval: NONE, change: NONE, dwell: NONE, rollover: NONE };
const leaving: KeySample = { ...coming };
const features = new Float64Array(RHYTHM_FEATURES.length);

/**
 * Rhythm of one attempt's keys: a recent stretch of {@link WINDOW_KEYS}, and the baseline of what was typed before.
 *
 * A new key enters the recent stretch and pushes its oldest key out, which goes into the baseline. While the baseline
 * forms, every key goes in. Afterwards each goes in with the weight that {@link trust} was last given: a person who
 * slowly tires moves the baseline along, while somebody else's typing stays out of it.
 */
export class KeyRhythm {
  readonly baseline = new Float64Array(STATISTICS);
  readonly window = new Float64Array(STATISTICS);
  readonly #ring = new Int16Array(WINDOW_KEYS * FIELDS);
  readonly #memory = start();
  readonly #marks = new Float64Array(WINDOW_KEYS / MARK_KEYS).fill(-1);

  /** Keys seen so far that belong to the text's rhythm. */
  get keys(): number {
    return this.#memory.keys;
  }

  /** Attempt time in ms at which the recent stretch began, to the last mark; −1 until it was full once. */
  get windowFromT(): number {
    return this.#memory.windowFromT;
  }

  /** Whether there is enough to compare. */
  get isReady(): boolean {
    return this.#memory.keys >= WINDOW_KEYS && this.baseline[COUNT] >= MIN_BASELINE_KEYS;
  }

  /**
   * Sets how much keys that leave the recent stretch count in the baseline.
   *
   * @param weight In [0, 1]: 1 while nothing speaks for another person, 0 once a lot does.
   */
  trust(weight: number): void {
    this.#memory.trust = Math.round(weight * WEIGHT_STEPS) / WEIGHT_STEPS;
  }

  /** Takes in a key press at attempt time `t` ms. A press that lies before the last one has no interval. */
  press(t: number, keyClass: KeyClass, dwell: number | null): void {
    const memory = this.#memory;
    const kind = keyKind(keyClass);
    if (kind === KeyKind.Ignored) return;
    const key = coming;
    key.context = keyContext(kind, memory.before, memory.place);
    key.interval = memory.lastT < 0 || t < memory.lastT ? NONE : logInterval(t - memory.lastT);
    const isRhythm = key.context <= KeyContext.LateLetter && key.interval !== NONE && key.interval < RHYTHM_BELOW;
    key.change = isRhythm && memory.lastInterval !== NONE ? key.interval - memory.lastInterval : NONE;
    key.dwell = dwell === null ? NONE : logDwell(dwell);
    key.rollover = memory.releasedT < 0 ? NONE : t < memory.releasedT ? 1 : 0;

    memory.lastInterval = isRhythm ? key.interval : NONE;
    memory.lastT = t;
    memory.releasedT = dwell === null ? -1 : t + dwell;
    if (kind === KeyKind.Letter) {
      memory.place = memory.before === KeyKind.Letter ? memory.place + 1 : 1;
    } else memory.place = 0;
    memory.before = kind;
    this.#push(key);
    if (memory.keys % MARK_KEYS !== 0) return;
    const mark = (memory.keys / MARK_KEYS) % this.#marks.length;
    memory.windowFromT = this.#marks[mark];
    this.#marks[mark] = t;
  }

  /** Log likelihood ratio of another person at the keys; call only where {@link isReady}. */
  ratio(model: LikelihoodRatio): number {
    const { first, second } = model;
    rhythmFeatures(this.baseline, features);
    model.turn(features, first);
    rhythmFeatures(this.window, features);
    model.turn(features, second);
    const lengths = TRAINED_BASELINE_KEYS / this.baseline[COUNT];
    const firstNoise = DRIFT_SHARE + (1 - DRIFT_SHARE) * lengths;
    return model.ratio(first, second, firstNoise, 1) + dwellRatio(this.baseline, this.window);
  }

  /** The attempt was paused: the next key has no interval. */
  interrupt(): void {
    const memory = this.#memory;
    memory.lastT = -1;
    memory.lastInterval = NONE;
    memory.releasedT = -1;
  }

  /** Exact. The statistics of the recent stretch are not in it: they are sums over its keys, and built anew. */
  snapshot(): KeyRhythmSnapshot {
    return {
      memory: { ...this.#memory },
      marks: Array.from(this.#marks),
      ring: Array.from(this.#ring.subarray(0, Math.min(this.#memory.keys, WINDOW_KEYS) * FIELDS)),
      baseline: Array.from(this.baseline),
    };
  }

  restore({ memory, marks, ring, baseline }: KeyRhythmSnapshot): void {
    Object.assign(this.#memory, memory);
    this.#marks.set(marks);
    this.#ring.fill(0);
    this.#ring.set(ring);
    this.baseline.set(baseline);
    this.window.fill(0);
    for (let place = 0; place * FIELDS < ring.length; place++) addKey(this.window, this.#read(place), 1);
  }

  #push(key: KeySample): void {
    const memory = this.#memory;
    const place = memory.keys % WINDOW_KEYS;
    if (memory.keys >= WINDOW_KEYS) {
      const left = this.#read(place);
      addKey(this.window, left, -1);
      const weight = this.baseline[COUNT] < FORMING_KEYS ? 1 : memory.trust;
      if (weight > 0) {
        addKey(this.baseline, left, weight);
        if (this.baseline[COUNT] >= MAX_BASELINE_KEYS) {
          for (let index = 0; index < STATISTICS; index++) this.baseline[index] /= 2;
        }
      }
    }
    const from = place * FIELDS;
    this.#ring[from] = key.context;
    this.#ring[from + 1] = key.interval;
    this.#ring[from + 2] = key.change;
    this.#ring[from + 3] = key.dwell;
    this.#ring[from + 4] = key.rollover;
    addKey(this.window, key, 1);
    memory.keys++;
  }

  #read(place: number): KeySample {
    const from = place * FIELDS;
    const key = leaving;
    key.context = this.#ring[from];
    key.interval = this.#ring[from + 1];
    key.change = this.#ring[from + 2];
    key.dwell = this.#ring[from + 3];
    key.rollover = this.#ring[from + 4];
    return key;
  }
}
