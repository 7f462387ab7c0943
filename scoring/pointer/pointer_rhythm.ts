import { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import type { OwnDistance } from "../models/own_distance.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { CLICK_FIELDS, CLICK_TIMES, ClickReader, ClickReaderSnapshot } from "./click_reader.ts";
import { PointerSteps, PointerStepsSnapshot, type StepReader } from "./pointer_steps.ts";
import { PointerWindow, PointerWindowSnapshot } from "./pointer_window.ts";
import { WINDOW_WIDTH, windowFeatures } from "./window_features.ts";

/** The recent stretch reaches this far back, in ms of attempt time, and holds at least the last window … */
const RECENT_MS = 62_000;
/** … and at most so many: a pointer that never rests fills three in five seconds. */
const RECENT_WINDOWS = 40;
/** Room for so many is made first; it doubles as they come. */
const FIRST_WINDOWS = 5;
/** A baseline must hold so many windows, of so much time, before it is compared with. */
const MIN_BASELINE_WINDOWS = 4;
const MIN_BASELINE_MS = 90_000;
/** What the pointer does in so much time, in ms, enters the baseline whole: about three minutes with their rests. */
const ENROL_MS = 150_000;
/** A rest longer than this, in ms, adds this much of that time and no more. */
const MAX_REST_MS = 2_000;
/** A baseline that reaches this many windows is halved. */
const MAX_BASELINE_WINDOWS = 160;

/** How the student's own windows vary is drawn towards how recorded people's do, as if these were so many windows more. */
const PRIOR_WINDOWS = 8;
/** Nobody moves all the time as at the beginning: the mean of a minute varies by this, in spreads of one window. */
const DRIFT = 0.75;
/** A direction counts up to this many standard deviations, so that no single one decides. */
const BOUND = 3;

/**
 * How much of a window that leaves the recent stretch enters the baseline: all where the distance is small, less and
 * less towards `below`: what is not clearly the same hand must not become the baseline.
 */
const TRUST = { below: 1.1, width: 0.15 };
const WEIGHT_STEPS = 16;

/** Windows are kept in whole steps of 1/256 of what varies from window to window, so that sums of them are exact. */
const TURNED_STEPS = 256;
const MAX_TURNED = 120 * TURNED_STEPS;

/** A ring's entry: the window, turned; then its clicks. */
const CLICKS = WINDOW_WIDTH;
const FIELDS = WINDOW_WIDTH + CLICK_FIELDS.length;
/** Numbers of a stretch's statistics: sums of each field, squares of the window's, and how many windows. */
const SQUARES = FIELDS;
const COUNT = FIELDS + WINDOW_WIDTH;
const STATISTICS = COUNT + 1;

/** What is remembered beside it, as it is before the first window. */
const start = () => ({
  /** Place of the oldest window in a snapshot, which is the first but in those of before; and how many there are. */
  oldest: 0,
  held: 0,
  /** Active time of the window that is being filled, and of all that formed the baseline, in ms. */
  openMs: 0,
  baselineMs: 0,
  /** Attempt time of the last step, in ms. */
  lastT: -1,
  /** Weight with which a window that leaves the recent stretch enters the baseline, in [0, 1]. */
  trust: 1,
});

/** A {@link PointerRhythm} in JSON. */
export const PointerRhythmSnapshot = z.strictObject({
  memory: memorySchema(start()),
  distance: z.number().nullable().describe("Null before the first comparison"),
  steps: PointerStepsSnapshot,
  clicks: ClickReaderSnapshot,
  open: PointerWindowSnapshot,
  baseline: z.array(z.number()).length(STATISTICS),
  ring: z.array(z.int().min(-32_768).max(32_767)).max(RECENT_WINDOWS * FIELDS),
  ends: z.array(z.number()).max(RECENT_WINDOWS).describe("Attempt time at which each window of the ring ended, ms"),
  spent: z.array(z.number()).max(RECENT_WINDOWS).describe("Active time of each, ms"),
});
export type PointerRhythmSnapshot = z.infer<typeof PointerRhythmSnapshot>;

/** The window that is being measured; shared by all attempts, one after the other. */
const features = new Float64Array(WINDOW_WIDTH);
const turned = new Float64Array(WINDOW_WIDTH);

/**
 * How one attempt's pointer is moved: the windows of the last minute, held against all before, which drift slowly.
 *
 * Work is constant per step; a full window is measured once.
 */
export class PointerRhythm implements StepReader {
  /** How unlike the recent stretch is to the baseline: about 0.5 for the same hand, 1.1 for another. NaN before it can be said. */
  distance = NaN;
  readonly #model: OwnDistance;
  readonly #steps = new PointerSteps();
  readonly #clicks = new ClickReader();
  readonly #open = new PointerWindow();
  readonly #baseline = new Float64Array(STATISTICS);
  readonly #recent = new Float64Array(STATISTICS);
  /** Windows of the recent stretch, the oldest first; it grows up to {@link RECENT_WINDOWS}. */
  #ring = new Int16Array(FIRST_WINDOWS * FIELDS);
  readonly #ends: number[] = [];
  readonly #spent: number[] = [];
  readonly #memory = start();

  constructor(model: OwnDistance) {
    this.#model = model;
  }

  observe(event: ScorableEvent): void {
    if (event.type === "mouse_data" && event.kind !== "move") this.#clicks.observe(event, this.#memory.lastT);
    else this.#steps.observe(event, this);
  }

  /** Attempt time of the last step, in ms; −1 before the first. */
  get lastT(): number {
    return this.#memory.lastT;
  }

  /** Attempt time that the recent stretch reaches back to, in ms. */
  get recentFromT(): number {
    return Math.max(0, this.#memory.lastT - RECENT_MS);
  }

  step(dt: number, dx: number, dy: number, t: number): void {
    const memory = this.#memory;
    memory.openMs += Math.round(Math.min(MAX_REST_MS, dt));
    memory.lastT = t;
    this.#open.add(dt, dx, dy);
    if (!this.#open.isFull) return;
    while (
      memory.held > 0 && (memory.held === RECENT_WINDOWS || t - this.#ends[0] > RECENT_MS)
    ) this.#release();
    this.#keep(t);
    if (this.#isReady) {
      this.distance = this.#compare();
      const trust = Math.max(0, 1 - Math.exp((this.distance - TRUST.below) / TRUST.width));
      memory.trust = Math.round(trust * WEIGHT_STEPS) / WEIGHT_STEPS;
    }
  }

  snapshot(): PointerRhythmSnapshot {
    return {
      memory: { ...this.#memory },
      distance: Number.isNaN(this.distance) ? null : this.distance,
      steps: this.#steps.snapshot(),
      clicks: this.#clicks.snapshot(),
      open: this.#open.snapshot(),
      baseline: Array.from(this.#baseline),
      ring: Array.from(this.#ring.subarray(0, this.#memory.held * FIELDS)),
      ends: [...this.#ends],
      spent: [...this.#spent],
    };
  }

  restore({ memory, distance, steps, clicks, open, baseline, ring, ends, spent }: PointerRhythmSnapshot): void {
    Object.assign(this.#memory, memory);
    this.distance = distance ?? NaN;
    this.#steps.restore(steps);
    this.#clicks.restore(clicks);
    this.#open.restore(open);
    this.#baseline.set(baseline);
    const { held, oldest } = memory;
    this.#ring = new Int16Array(Math.max(FIRST_WINDOWS, held) * FIELDS);
    this.#ends.length = this.#spent.length = 0;
    this.#recent.fill(0);
    for (let index = 0; index < held; index++) {
      const place = (oldest + index) % RECENT_WINDOWS;
      this.#ring.set(ring.slice(place * FIELDS, (place + 1) * FIELDS), index * FIELDS);
      this.#ends.push(ends[place]);
      this.#spent.push(spent[place]);
      this.#add(this.#recent, index, 1);
    }
    this.#memory.oldest = 0;
  }

  get #isReady(): boolean {
    return this.#baseline[COUNT] >= MIN_BASELINE_WINDOWS && this.#memory.baselineMs >= MIN_BASELINE_MS;
  }

  /** Puts the full window into the ring. */
  #keep(t: number): void {
    const memory = this.#memory;
    windowFeatures(this.#open, features);
    this.#open.clear();
    this.#model.turn(features, turned);
    const from = memory.held * FIELDS;
    if (from === this.#ring.length) this.#makeRoom();
    for (let index = 0; index < WINDOW_WIDTH; index++) {
      const value = Math.round(turned[index] * TURNED_STEPS);
      this.#ring[from + index] = Math.min(MAX_TURNED, Math.max(-MAX_TURNED, value));
    }
    this.#clicks.take(this.#ring, from + CLICKS);
    this.#ends.push(t);
    this.#spent.push(memory.openMs);
    memory.openMs = 0;
    this.#add(this.#recent, memory.held, 1);
    memory.held++;
  }

  #makeRoom(): void {
    const larger = new Int16Array(Math.min(RECENT_WINDOWS * FIELDS, 2 * this.#ring.length));
    larger.set(this.#ring);
    this.#ring = larger;
  }

  /** Lets the oldest window of the ring pass into the baseline. */
  #release(): void {
    const memory = this.#memory;
    this.#add(this.#recent, 0, -1);
    const isForming = memory.baselineMs < ENROL_MS || !this.#isReady;
    const weight = isForming ? 1 : memory.trust;
    if (weight > 0) this.#add(this.#baseline, 0, weight);
    if (isForming) memory.baselineMs += this.#spent[0];
    if (this.#baseline[COUNT] >= MAX_BASELINE_WINDOWS) {
      for (let index = 0; index < STATISTICS; index++) this.#baseline[index] /= 2;
    }
    this.#ring.copyWithin(0, FIELDS, memory.held * FIELDS);
    this.#ends.shift();
    this.#spent.shift();
    memory.held--;
  }

  #add(into: Float64Array, place: number, weight: number): void {
    const from = place * FIELDS;
    for (let index = 0; index < FIELDS; index++) into[index] += weight * this.#ring[from + index];
    for (let index = 0; index < WINDOW_WIDTH; index++) {
      const value = this.#ring[from + index];
      into[SQUARES + index] += weight * value * value;
    }
    into[COUNT] += weight;
  }

  /** Mean over the directions of how many standard deviations the recent mean lies from the baseline's, each bounded. */
  #compare(): number {
    const before = this.#baseline;
    const recent = this.#recent;
    const count = before[COUNT];
    const noise = 1 / count + 1 / recent[COUNT] + DRIFT ** 2;
    let sum = 0;
    for (let index = 0; index < WINDOW_WIDTH; index++) {
      const mean = before[index] / count;
      const squares = Math.max(0, before[SQUARES + index] - count * mean * mean);
      const variance = (squares + PRIOR_WINDOWS * TURNED_STEPS ** 2) / (count + PRIOR_WINDOWS);
      sum += Math.min(BOUND, Math.abs(recent[index] / recent[COUNT] - mean) / Math.sqrt(variance * noise));
    }
    let weight = WINDOW_WIDTH;
    for (const { count: clicks, sum: total, worth, spread, drift, leastBefore, leastRecent } of CLICK_TIMES) {
      const first = before[CLICKS + clicks];
      const second = recent[CLICKS + clicks];
      if (first < leastBefore || second < leastRecent) continue;
      const apart = Math.abs(before[CLICKS + total] / first - recent[CLICKS + total] / second);
      const deviation = Math.sqrt(spread ** 2 * (1 / first + 1 / second) + drift ** 2);
      sum += worth * Math.min(BOUND, apart / deviation);
      weight += worth;
    }
    return sum / weight;
  }
}
