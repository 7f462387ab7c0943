import { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { PointerSteps, type StepReader } from "./pointer_steps.ts";

/** Names of a stroke's features, in order; times in ms and ways in viewport heights, as natural logs. */
export const STROKE_FEATURES = [
  "duration",
  "distance",
  "mean_speed",
  "peak_speed",
  "peak_place",
  "detour",
  "turning",
  "handedness",
  "unevenness",
  "braking",
  "pause_before",
  "speed_spread",
  "sample_time",
  "sample_spread",
] as const;
export const STROKE_WIDTH = STROKE_FEATURES.length;

/** Features are kept in whole steps of 1/64, so that sums of them are exact. */
export const STROKE_STEPS = 64;

/** A stroke ends where the pointer rests for this long, in ms. */
const REST_MS = 120;
const MIN_STEPS = 4;
const MAX_STEPS = 64;
/** Way below which a stroke tells nothing, in viewport heights. */
const MIN_WAY = 0.02;

const COUNT = 0;
const TIME = 1;
const WAY = 2;
const X = 3;
const Y = 4;
const PEAK = 5;
const PEAK_TIME = 6;
const CHANGE = 7;
const TURN = 8;
const TURNING = 9;
const TURNS = 10;
const LOG_SPEED = 11;
const LOG_SPEED_SQUARES = 12;
const LOG_TIME = 13;
const LOG_TIME_SQUARES = 14;
const RECENT = 15;
const LAST_SPEED = 16;
const LAST_X = 17;
const LAST_Y = 18;
const LAST_WAY = 19;
/** How many sums an open stroke has. */
const SUMS = 20;

/** What {@link StrokeReader.snapshot} gives. */
export const StrokeReaderSnapshot = z.strictObject({
  steps: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  open: z.array(z.number()).length(SUMS),
  rested: z.number(),
  down: z.number(),
});
export type StrokeReaderSnapshot = z.infer<typeof StrokeReaderSnapshot>;

/** Takes finished strokes and clicks. */
export interface StrokeTaker {
  /** A stroke ended. @param features In steps of 1/{@link STROKE_STEPS}; reused by the next. @param t Its end, ms. */
  stroke(features: Int16Array, t: number): void;
  /** A button or finger was held for `ms`. */
  click(ms: number, t: number): void;
}

/** The stroke that is being measured; shared by all attempts, one after the other. */
const features = new Int16Array(STROKE_WIDTH);

/**
 * Cuts a pointer's way into strokes, from rest to rest or press, and measures each as it goes: sums only, so that a
 * stroke of any length costs the same memory.
 */
export class StrokeReader implements StepReader {
  readonly #steps = new PointerSteps();
  readonly #taker: StrokeTaker;
  /** Sums of the open stroke; see the indices below. */
  readonly #open = new Float64Array(SUMS);
  #restedMs = 0;
  #downT = -1;

  constructor(taker: StrokeTaker) {
    this.#taker = taker;
  }

  observe(event: ScorableEvent): void {
    if (event.type === "mouse_data" && event.kind !== "move") {
      if (event.kind === "wheel") return;
      const t = event.t + event.points[0][0];
      if (event.kind === "down") {
        this.#close(t);
        this.#downT = t;
      } else if (this.#downT >= 0) {
        if (t >= this.#downT) this.#taker.click(t - this.#downT, t);
        this.#downT = -1;
      }
      return;
    }
    this.#steps.observe(event, this);
  }

  step(dt: number, dx: number, dy: number, t: number): void {
    if (dt > REST_MS) {
      this.#close(t - dt);
      this.#restedMs += dt;
      return;
    }
    const open = this.#open;
    const size = Math.sqrt(dx * dx + dy * dy);
    const speed = size / dt * 1_000;
    open[COUNT]++;
    open[TIME] += dt;
    open[WAY] += size;
    open[X] += dx;
    open[Y] += dy;
    if (speed > open[PEAK]) {
      open[PEAK] = speed;
      open[PEAK_TIME] = open[TIME] - dt / 2;
    }
    if (open[COUNT] > 1) {
      open[CHANGE] += Math.abs(speed - open[LAST_SPEED]);
      const product = size * open[LAST_WAY];
      if (product > 1e-7) {
        const turn = Math.atan2(open[LAST_X] * dy - open[LAST_Y] * dx, open[LAST_X] * dx + open[LAST_Y] * dy);
        open[TURN] += turn;
        open[TURNING] += Math.abs(turn);
        open[TURNS]++;
      }
    }
    const logSpeed = Math.log(speed + 0.05);
    const logTime = Math.log(dt);
    open[LOG_SPEED] += logSpeed;
    open[LOG_SPEED_SQUARES] += logSpeed * logSpeed;
    open[LOG_TIME] += logTime;
    open[LOG_TIME_SQUARES] += logTime * logTime;
    // A slow average of speed stands for the stroke's end without keeping its steps.
    open[RECENT] += (speed - open[RECENT]) * Math.min(1, dt / 80);
    open[LAST_SPEED] = speed;
    open[LAST_X] = dx;
    open[LAST_Y] = dy;
    open[LAST_WAY] = size;
    if (open[COUNT] >= MAX_STEPS) this.#close(t);
  }

  snapshot(): StrokeReaderSnapshot {
    return {
      steps: this.#steps.snapshot(),
      open: Array.from(this.#open),
      rested: this.#restedMs,
      down: this.#downT,
    };
  }

  restore(snapshot: StrokeReaderSnapshot): void {
    this.#steps.restore(snapshot.steps);
    this.#open.set(snapshot.open);
    this.#restedMs = snapshot.rested;
    this.#downT = snapshot.down;
  }

  #close(t: number): void {
    const open = this.#open;
    if (open[COUNT] >= MIN_STEPS && open[WAY] >= MIN_WAY) {
      this.#measure();
      this.#taker.stroke(features, t);
      this.#restedMs = 0;
    }
    open.fill(0);
  }

  #measure(): void {
    const open = this.#open;
    const count = open[COUNT];
    const chord = Math.hypot(open[X], open[Y]) + 0.01;
    const mean = open[WAY] / open[TIME] * 1_000;
    const set = (place: number, value: number) => {
      features[place] = Math.round(Math.min(8, Math.max(-8, value)) * STROKE_STEPS);
    };
    set(0, Math.log(open[TIME]) - 5.5);
    set(1, Math.log(chord));
    set(2, Math.log(mean + 0.01));
    set(3, Math.log(open[PEAK] / mean));
    set(4, 2 * open[PEAK_TIME] / open[TIME] - 1);
    set(5, Math.min(2, Math.log((open[WAY] + 0.01) / chord)));
    set(6, Math.log(open[TURNING] / Math.max(1, open[TURNS]) + 0.02));
    set(7, open[TURN] / (open[TURNING] + 0.3));
    set(8, Math.log(open[CHANGE] / (count - 1) / mean + 0.05));
    set(9, Math.log((open[RECENT] + 0.02) / (mean + 0.02)));
    set(10, Math.log(Math.min(5_000, Math.max(100, this.#restedMs))) - 6);
    set(11, Math.log(deviation(open[LOG_SPEED], open[LOG_SPEED_SQUARES], count) + 0.1));
    set(12, open[LOG_TIME] / count - 3);
    set(13, Math.log(deviation(open[LOG_TIME], open[LOG_TIME_SQUARES], count) + 0.03));
  }
}

function deviation(sum: number, squares: number, count: number): number {
  const mean = sum / count;
  return Math.sqrt(Math.max(0, squares / count - mean * mean));
}
