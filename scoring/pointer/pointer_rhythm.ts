import { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { type LikelihoodRatio, scalarRatio } from "../models/likelihood_ratio.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { STROKE_STEPS, STROKE_WIDTH, StrokeReader, StrokeReaderSnapshot, type StrokeTaker } from "./stroke_reader.ts";

/** Strokes that the recent stretch holds at most. */
const WINDOW_STROKES = 64;
/** Active pointer time that the recent stretch reaches back, in ms: a minute, and a little for its first stroke. */
const WINDOW_MS = 62_000;
/** Strokes and active time that a baseline must hold before it is compared with. */
const MIN_BASELINE_STROKES = 20;
const MIN_BASELINE_MS = 45_000;
const MIN_WINDOW_STROKES = 8;
/** A rest longer than this, in ms, adds this much active time and no more. */
const MAX_REST_MS = 2_000;
/** A baseline that reaches this many strokes is halved. */
const MAX_BASELINE_STROKES = 500;
const WEIGHT_STEPS = 16;

/**
 * How the mean over a person's strokes varies from time to time, in units of one stroke's variance. Neighbouring strokes
 * are alike, so that three count as two.
 */
const DRIFT = 0.03;
const STROKES_PER_INDEPENDENT = 1.5;
/** Features that say more about the device than about the hand's way, compared one by one. */
const FIRST_DEVICE_FEATURE = 12;
const DEVICE = { between: 1.2, drift: 0.1 };
const SPREADS = { between: 0.2, drift: 0.07 };
const CLICKS = { mean: Math.log(95), between: 0.3, drift: 0.1, key: 0.35 };
/** Spreads, device and click features overlap with the rest: what they say is halved. */
const TEMPER = 0.5;

const SQUARES = STROKE_WIDTH;
const STROKES = 2 * STROKE_WIDTH;
const CLICK_COUNT = STROKES + 1;
const CLICK_SUM = STROKES + 2;
/** Numbers of a stretch's statistics. */
const STROKE_STATISTICS = STROKES + 3;

/** A ring's entry: the stroke's features, then the click that came with it; its end stands beside. */
const CLICK = STROKE_WIDTH;
const FIELDS = STROKE_WIDTH + 1;
const NO_CLICK = 0;

/** What is remembered beside the strokes, as it is before the first. */
const start = () => ({
  /** Place of the ring's oldest stroke, and how many it holds. */
  oldest: 0,
  held: 0,
  /** Active pointer time so far, and at the end of the baseline's last forming stroke, in ms. */
  activeMs: 0,
  baselineMs: 0,
  lastT: -1,
  /** Weight with which a stroke that leaves the recent stretch enters the baseline, in [0, 1]. */
  trust: 1,
  strokes: 0,
});

/** A {@link PointerRhythm} in JSON. */
export const PointerRhythmSnapshot = z.strictObject({
  memory: memorySchema(start()),
  reader: StrokeReaderSnapshot,
  baseline: z.array(z.number()).length(STROKE_STATISTICS),
  ring: z.array(z.int().min(-32_768).max(32_767)).max(WINDOW_STROKES * FIELDS),
  ends: z.array(z.number()).max(WINDOW_STROKES),
});
export type PointerRhythmSnapshot = z.infer<typeof PointerRhythmSnapshot>;

/** Means of a stretch's strokes; shared by all attempts, one after the other. */
const means = new Float64Array(STROKE_WIDTH);

/**
 * Kinematics of one attempt's pointer: a recent minute of strokes, and the baseline of what came before, which drifts
 * as {@link KeyRhythm}'s does. Distances, speeds, straightness, turning, pauses, and how long a press is held.
 */
export class PointerRhythm implements StrokeTaker {
  readonly baseline = new Float64Array(STROKE_STATISTICS);
  readonly window = new Float64Array(STROKE_STATISTICS);
  readonly #reader = new StrokeReader(this);
  readonly #ring = new Int16Array(WINDOW_STROKES * FIELDS);
  /** Active pointer time at which each stroke of the ring ended, ms. */
  readonly #ends = new Float64Array(WINDOW_STROKES);
  readonly #memory = start();

  observe(event: ScorableEvent): void {
    if (event.type === "window_resize" || event.type === "mouse_data") this.#reader.observe(event);
  }

  /** Whether there is enough to compare. */
  get isReady(): boolean {
    return this.baseline[STROKES] >= MIN_BASELINE_STROKES && this.#memory.baselineMs >= MIN_BASELINE_MS &&
      this.window[STROKES] >= MIN_WINDOW_STROKES;
  }

  /** Strokes seen so far. */
  get strokes(): number {
    return this.#memory.strokes;
  }

  /** Attempt time that the recent stretch reaches back to, in ms, were the pointer never at rest. */
  get windowFromT(): number {
    return this.#memory.lastT - WINDOW_MS;
  }

  /** Attempt time of the last stroke, in ms; −1 before the first. */
  get lastT(): number {
    return this.#memory.lastT;
  }

  /** As {@link KeyRhythm.trust}. */
  trust(weight: number): void {
    this.#memory.trust = Math.round(weight * WEIGHT_STEPS) / WEIGHT_STEPS;
  }

  stroke(features: Int16Array, t: number): void {
    const memory = this.#memory;
    this.#advance(t);
    while (memory.held > 0 && (memory.held === WINDOW_STROKES || this.#isOld(memory.oldest))) {
      this.#release();
    }
    const place = (memory.oldest + memory.held) % WINDOW_STROKES;
    const from = place * FIELDS;
    for (let index = 0; index < STROKE_WIDTH; index++) this.#ring[from + index] = features[index];
    this.#ends[place] = memory.activeMs;
    this.#ring[from + CLICK] = NO_CLICK;
    memory.held++;
    memory.strokes++;
    this.#add(this.window, from, 1);
  }

  click(ms: number, t: number): void {
    const memory = this.#memory;
    this.#advance(t);
    if (memory.held === 0) return;
    const from = ((memory.oldest + memory.held - 1) % WINDOW_STROKES) * FIELDS;
    if (this.#ring[from + CLICK] !== NO_CLICK) return;
    const held = Math.round(Math.log(Math.min(2_000, Math.max(10, ms))) * STROKE_STEPS);
    this.#ring[from + CLICK] = held;
    this.window[CLICK_COUNT]++;
    this.window[CLICK_SUM] += held;
  }

  /** Log likelihood ratio of another hand at the pointer; call only where {@link isReady}. */
  ratio(model: LikelihoodRatio): number {
    const { first, second } = model;
    const firstNoise = DRIFT + STROKES_PER_INDEPENDENT / this.baseline[STROKES];
    const secondNoise = DRIFT + STROKES_PER_INDEPENDENT / this.window[STROKES];
    strokeMeans(this.baseline, means);
    model.turn(means, first);
    strokeMeans(this.window, means);
    model.turn(means, second);
    return model.ratio(first, second, firstNoise, secondNoise) + TEMPER * this.#aside();
  }

  snapshot(): PointerRhythmSnapshot {
    return {
      memory: { ...this.#memory },
      reader: this.#reader.snapshot(),
      baseline: Array.from(this.baseline),
      ring: Array.from(this.#ring.subarray(0, this.#ringEnd() * FIELDS)),
      ends: Array.from(this.#ends.subarray(0, this.#ringEnd())),
    };
  }

  restore({ memory, reader, baseline, ring, ends }: PointerRhythmSnapshot): void {
    Object.assign(this.#memory, memory);
    this.#reader.restore(reader);
    this.baseline.set(baseline);
    this.#ring.fill(0);
    this.#ring.set(ring);
    this.#ends.fill(0);
    this.#ends.set(ends);
    this.window.fill(0);
    for (let place = 0; place < this.#memory.held; place++) {
      this.#add(this.window, ((this.#memory.oldest + place) % WINDOW_STROKES) * FIELDS, 1);
    }
  }

  /** Until the ring has gone round, only its first places are used. */
  #ringEnd(): number {
    const memory = this.#memory;
    return memory.oldest + memory.held >= WINDOW_STROKES ? WINDOW_STROKES : memory.oldest + memory.held;
  }

  #advance(t: number): void {
    const memory = this.#memory;
    if (memory.lastT >= 0) {
      memory.activeMs += Math.round(Math.min(MAX_REST_MS, Math.max(0, t - memory.lastT)));
    }
    memory.lastT = t;
  }

  #isOld(place: number): boolean {
    return this.#memory.activeMs - this.#ends[place] > WINDOW_MS;
  }

  #release(): void {
    const memory = this.#memory;
    const from = memory.oldest * FIELDS;
    this.#add(this.window, from, -1);
    const isForming = this.baseline[STROKES] < MIN_BASELINE_STROKES || memory.baselineMs < MIN_BASELINE_MS;
    const weight = isForming ? 1 : memory.trust;
    if (weight > 0) {
      this.#add(this.baseline, from, weight);
      if (isForming) memory.baselineMs = this.#ends[memory.oldest];
      if (this.baseline[STROKES] >= MAX_BASELINE_STROKES) {
        for (let index = 0; index < STROKE_STATISTICS; index++) this.baseline[index] /= 2;
      }
    }
    memory.oldest = (memory.oldest + 1) % WINDOW_STROKES;
    memory.held--;
  }

  #add(values: Float64Array, from: number, weight: number): void {
    for (let index = 0; index < STROKE_WIDTH; index++) {
      const value = this.#ring[from + index];
      values[index] += weight * value;
      values[SQUARES + index] += weight * value * value;
    }
    values[STROKES] += weight;
    const held = this.#ring[from + CLICK];
    if (held === NO_CLICK) return;
    values[CLICK_COUNT] += weight;
    values[CLICK_SUM] += weight * held;
  }

  /** What spreads, sampling and clicks say, each compared by itself. */
  #aside(): number {
    let sum = 0;
    const one = this.baseline;
    const two = this.window;
    for (let index = 0; index < STROKE_WIDTH; index++) {
      const oneSpread = logSpread(one, index);
      const twoSpread = logSpread(two, index);
      sum += centred(
        oneSpread,
        twoSpread,
        SPREADS.between ** 2,
        SPREADS.drift ** 2 + 0.75 / one[STROKES],
        SPREADS.drift ** 2 + 0.75 / two[STROKES],
      );
      if (index < FIRST_DEVICE_FEATURE) continue;
      const spread = Math.exp((oneSpread + twoSpread) / 2);
      sum += centred(
        one[index] / one[STROKES] / STROKE_STEPS / spread,
        two[index] / two[STROKES] / STROKE_STEPS / spread,
        DEVICE.between ** 2,
        DEVICE.drift ** 2 + STROKES_PER_INDEPENDENT / one[STROKES],
        DEVICE.drift ** 2 + STROKES_PER_INDEPENDENT / two[STROKES],
      );
    }
    if (one[CLICK_COUNT] >= 8 && two[CLICK_COUNT] >= 5) {
      const { mean, between, drift, key } = CLICKS;
      const held = (values: Float64Array) => values[CLICK_SUM] / values[CLICK_COUNT] / STROKE_STEPS - mean;
      const noise = (values: Float64Array) => drift ** 2 + key ** 2 / values[CLICK_COUNT];
      sum += scalarRatio(held(one), held(two), between ** 2, noise(one), noise(two));
    }
    return sum;
  }
}

/** Ratio of two numbers whose mean over persons is not known: only how far apart they are counts. */
function centred(one: number, two: number, between: number, oneNoise: number, twoNoise: number): number {
  const half = Math.min(4 * Math.sqrt(between), Math.max(-4 * Math.sqrt(between), (one - two) / 2));
  return scalarRatio(half, -half, between, oneNoise, twoNoise);
}

/** Mean of each stroke feature of a stretch, in the features' own units. */
function strokeMeans(values: Float64Array, into: Float64Array): void {
  for (let index = 0; index < STROKE_WIDTH; index++) into[index] = values[index] / values[STROKES] / STROKE_STEPS;
}

function logSpread(values: Float64Array, index: number): number {
  const count = values[STROKES];
  const mean = values[index] / count;
  const variance = Math.max(0, values[SQUARES + index] / count - mean * mean) / STROKE_STEPS ** 2;
  return 0.5 * Math.log((variance * count + 5 * 0.1) / (count + 5));
}
