import { z } from "zod";
import type { LikelihoodRatio } from "../models/likelihood_ratio.ts";
import { DWELL_FEATURES, dwellFeatures, hasDwells } from "./dwell_features.ts";
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
import { KEPT_FIELDS, KeyRing } from "./key_ring.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { RHYTHM_FEATURES, rhythmFeatures } from "./rhythm_features.ts";
import { eitherWay, type RhythmRatio } from "./rhythm_model.ts";
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
/** Weights are whole multiples of one over this, so that the baseline's sums stay exact. */
const WEIGHT_STEPS = 16;
/** Share of a stretch's variance that comes from how a person changes with time, and does not shrink with more keys. */
const DRIFT_SHARE = 0.5;
/** What a single direction of the features says for another person, at most: no one thing about typing decides. */
const MOST_OF_A_DIRECTION = 4;
/** Weights of intervals and dwell where there are both. They overlap, so that their sum would say too much. */
const WITH_DWELL = { intervals: 0.6, dwell: 1.5 };
/** Below this ratio the same person as usual explains the keys, and no change needs to be thought of. */
const CLEARLY_USUAL = 0;

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
  lastDwell: NONE,
  releasedT: -1,
  windowFromT: -1,
});

/** A {@link KeyRhythm} in JSON. */
export const KeyRhythmSnapshot = z.strictObject({
  memory: memorySchema(start()),
  marks: z.array(z.number()).length(WINDOW_KEYS / MARK_KEYS),
  ring: z.array(z.int().min(-32_768).max(32_767)).max(WINDOW_KEYS * KEPT_FIELDS),
  baseline: z.array(z.number()).length(STATISTICS),
});
export type KeyRhythmSnapshot = z.infer<typeof KeyRhythmSnapshot>;

/** The key that comes, and a stretch's features; shared by all attempts, one after the other. */
const coming: KeySample = {
  context: KeyContext.Other,
  interval: NONE,
  change: NONE,
  dwell: NONE,
  rollover: NONE,
  dwellChange: NONE,
};
const rhythm = new Float64Array(RHYTHM_FEATURES.length);
const held = new Float64Array(DWELL_FEATURES.length);
/** Statistics of the recent stretch that was looked at last; made of its keys each time. */
const recent = new Float64Array(STATISTICS);

/** A baseline before the first key passes into it; nobody writes to it. */
const EMPTY = new Float64Array(STATISTICS);

/** A baseline as one form of the models turns it. */
interface Turned {
  readonly keys: Float64Array;
  readonly dwells: Float64Array;
  /** Whether the baseline is still the same. */
  isFresh: boolean;
}

/**
 * Rhythm of one attempt's keys: a recent stretch of {@link WINDOW_KEYS}, and the baseline of what was typed before.
 *
 * A new key enters the recent stretch and pushes its oldest key out, which goes into the baseline. While the baseline
 * forms, every key goes in. Afterwards each goes in with the weight that {@link trust} was last given: a person who
 * slowly tires moves the baseline along, while somebody else's typing stays out of it.
 */
export class KeyRhythm {
  #baseline = EMPTY;
  /** Keys of the recent stretch. */
  readonly #ring = new KeyRing(WINDOW_KEYS);
  readonly #memory = start();
  /**
   * The baseline as each form of the models turns it. Most of the time no key enters the baseline, and half of a comparison
   * need not be done again. Not in a snapshot: it follows from the baseline. Null until it is asked for.
   */
  #usual: Turned | null = null;
  #changed: Turned | null = null;
  readonly #marks: number[] = new Array(WINDOW_KEYS / MARK_KEYS).fill(-1);

  /** Keys seen so far that belong to the text's rhythm. */
  get keys(): number {
    return this.#memory.keys;
  }

  /** Attempt time in ms at which the recent stretch began, to the last mark; −1 until it was full once. */
  get windowFromT(): number {
    return this.#memory.windowFromT;
  }

  /** Statistics of what was typed before the recent stretch. Read only. */
  get baseline(): Float64Array {
    return this.#baseline;
  }

  /** Statistics of the recent stretch. Good until those of another one are asked for. */
  get window(): Float64Array {
    recent.fill(0);
    this.#ring.addTo(recent);
    return recent;
  }

  /** Whether there is enough to compare. */
  get isReady(): boolean {
    return this.#memory.keys >= WINDOW_KEYS && this.#baseline[COUNT] >= MIN_BASELINE_KEYS;
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
    const isLetter = key.context <= KeyContext.FirstLetter;
    key.dwellChange = isLetter && key.dwell !== NONE && memory.lastDwell !== NONE ? key.dwell - memory.lastDwell : NONE;

    memory.lastDwell = isLetter ? key.dwell : NONE;
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

  /**
   * Log likelihood ratio of another person at the keys; call only where {@link isReady}, and with the same models each
   * time.
   *
   * @param keys Model of the intervals.
   * @param dwell Model of dwell and rollover, asked where both stretches hold enough key-ups.
   */
  ratio(keys: RhythmRatio, dwell: RhythmRatio): number {
    const { window } = this;
    const baseline = this.#baseline;
    const isHeld = hasDwells(baseline) && hasDwells(window);
    this.#usual = this.#turned(this.#usual, keys.usual, dwell.usual);
    rhythmFeatures(window, rhythm);
    if (isHeld) dwellFeatures(window, held);
    const noise = DRIFT_SHARE + (1 - DRIFT_SHARE) * TRAINED_BASELINE_KEYS / baseline[COUNT];
    const usual = compared(keys.usual, this.#usual.keys, rhythm, noise);
    const usualDwell = isHeld ? compared(dwell.usual, this.#usual.dwells, held, noise) : null;
    const asUsual = together(usual, usualDwell);
    if (asUsual < CLEARLY_USUAL) return asUsual;
    this.#changed = this.#turned(this.#changed, keys.changed, dwell.changed);
    rhythmFeatures(window, rhythm);
    if (isHeld) dwellFeatures(window, held);
    const changed = compared(keys.changed, this.#changed.keys, rhythm, noise);
    const changedDwell = isHeld ? compared(dwell.changed, this.#changed.dwells, held, noise) : null;
    return eitherWay(asUsual, together(changed, changedDwell));
  }

  /** The attempt was paused: the next key has no interval. */
  interrupt(): void {
    const memory = this.#memory;
    memory.lastT = -1;
    memory.lastInterval = NONE;
    memory.lastDwell = NONE;
    memory.releasedT = -1;
  }

  /** Exact. The statistics of the recent stretch are not in it: they are sums over its keys, and built anew. */
  snapshot(): KeyRhythmSnapshot {
    return {
      memory: { ...this.#memory },
      marks: [...this.#marks],
      ring: this.#ring.toKept(),
      baseline: Array.from(this.#baseline),
    };
  }

  restore({ memory, marks, ring, baseline }: KeyRhythmSnapshot): void {
    Object.assign(this.#memory, memory);
    marks.forEach((mark, index) => this.#marks[index] = mark);
    this.#ring.restore(ring, memory.keys);
    this.#baseline = baseline[COUNT] === 0 ? EMPTY : Float64Array.from(baseline);
    this.#baselineChanged();
  }

  #turned(before: Turned | null, keys: LikelihoodRatio, dwell: LikelihoodRatio): Turned {
    if (before?.isFresh) return before;
    const turned = before ?? {
      keys: new Float64Array(RHYTHM_FEATURES.length),
      dwells: new Float64Array(DWELL_FEATURES.length),
      isFresh: true,
    };
    rhythmFeatures(this.#baseline, rhythm);
    keys.turn(rhythm, turned.keys);
    turned.isFresh = true;
    if (!hasDwells(this.#baseline)) return turned;
    dwellFeatures(this.#baseline, held);
    dwell.turn(held, turned.dwells);
    return turned;
  }

  #baselineChanged(): void {
    if (this.#usual !== null) this.#usual.isFresh = false;
    if (this.#changed !== null) this.#changed.isFresh = false;
  }

  #push(key: KeySample): void {
    const memory = this.#memory;
    if (this.#ring.isFull) {
      const weight = this.#baseline[COUNT] < FORMING_KEYS ? 1 : memory.trust;
      if (weight > 0) {
        if (this.#baseline === EMPTY) this.#baseline = new Float64Array(STATISTICS);
        addKey(this.#baseline, this.#ring.oldest, weight);
        this.#baselineChanged();
        if (this.#baseline[COUNT] >= MAX_BASELINE_KEYS) {
          for (let index = 0; index < STATISTICS; index++) this.#baseline[index] /= 2;
        }
      }
    }
    this.#ring.push(key);
    memory.keys++;
  }
}

/** What intervals and, where it is known, dwell say together. */
function together(intervals: number, dwell: number | null): number {
  return dwell === null ? intervals : WITH_DWELL.intervals * intervals + WITH_DWELL.dwell * dwell;
}

function compared(model: LikelihoodRatio, baseline: Float64Array, window: Float64Array, noise: number): number {
  model.turn(window, model.second);
  return model.ratio(baseline, model.second, noise, 1, MOST_OF_A_DIRECTION);
}
