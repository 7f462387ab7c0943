import { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { PointerSteps, PointerStepsSnapshot, type StepReader } from "./pointer_steps.ts";

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

/** Sums of the stroke that is being made, as they are before its first step. Ways in viewport heights, speeds per second. */
const noStroke = () => ({
  count: 0,
  timeMs: 0,
  way: 0,
  x: 0,
  y: 0,
  peakSpeed: 0,
  /** Time from the stroke's begin to the middle of its fastest step. */
  peakMs: 0,
  speedChange: 0,
  /** Angles with their sign, without it, and how many, in radians. */
  turn: 0,
  turning: 0,
  turns: 0,
  logSpeed: 0,
  logSpeedSquares: 0,
  logTime: 0,
  logTimeSquares: 0,
  /** A slow average of speed: the stroke's end, without keeping its steps. */
  recentSpeed: 0,
  lastSpeed: 0,
  lastX: 0,
  lastY: 0,
  lastWay: 0,
});
const NO_STROKE = noStroke();

/** What is remembered beside it: time at rest before it, and when a button or finger went down. In ms. */
const start = () => ({ restedMs: 0, downT: -1 });

/** A {@link StrokeReader} in JSON. */
export const StrokeReaderSnapshot = z.strictObject({
  memory: memorySchema(start()),
  steps: PointerStepsSnapshot,
  open: memorySchema(NO_STROKE),
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
  readonly #open = noStroke();
  readonly #memory = start();

  constructor(taker: StrokeTaker) {
    this.#taker = taker;
  }

  observe(event: ScorableEvent): void {
    const memory = this.#memory;
    if (event.type === "mouse_data" && event.kind !== "move") {
      if (event.kind === "wheel") return;
      const t = event.t + event.points[0][0];
      if (event.kind === "down") {
        this.#close(t);
        memory.downT = t;
      } else if (memory.downT >= 0) {
        if (t >= memory.downT) this.#taker.click(t - memory.downT, t);
        memory.downT = -1;
      }
      return;
    }
    this.#steps.observe(event, this);
  }

  step(dt: number, dx: number, dy: number, t: number): void {
    if (dt > REST_MS) {
      this.#close(t - dt);
      this.#memory.restedMs += dt;
      return;
    }
    const open = this.#open;
    const size = Math.sqrt(dx * dx + dy * dy);
    const speed = size / dt * 1_000;
    open.count++;
    open.timeMs += dt;
    open.way += size;
    open.x += dx;
    open.y += dy;
    if (speed > open.peakSpeed) {
      open.peakSpeed = speed;
      open.peakMs = open.timeMs - dt / 2;
    }
    if (open.count > 1) {
      open.speedChange += Math.abs(speed - open.lastSpeed);
      const product = size * open.lastWay;
      if (product > 1e-7) {
        const turn = Math.atan2(open.lastX * dy - open.lastY * dx, open.lastX * dx + open.lastY * dy);
        open.turn += turn;
        open.turning += Math.abs(turn);
        open.turns++;
      }
    }
    const logSpeed = Math.log(speed + 0.05);
    const logTime = Math.log(dt);
    open.logSpeed += logSpeed;
    open.logSpeedSquares += logSpeed * logSpeed;
    open.logTime += logTime;
    open.logTimeSquares += logTime * logTime;
    open.recentSpeed += (speed - open.recentSpeed) * Math.min(1, dt / 80);
    open.lastSpeed = speed;
    open.lastX = dx;
    open.lastY = dy;
    open.lastWay = size;
    if (open.count >= MAX_STEPS) this.#close(t);
  }

  snapshot(): StrokeReaderSnapshot {
    return { memory: { ...this.#memory }, steps: this.#steps.snapshot(), open: { ...this.#open } };
  }

  restore({ memory, steps, open }: StrokeReaderSnapshot): void {
    Object.assign(this.#memory, memory);
    this.#steps.restore(steps);
    Object.assign(this.#open, open);
  }

  #close(t: number): void {
    const open = this.#open;
    if (open.count >= MIN_STEPS && open.way >= MIN_WAY) {
      this.#measure();
      this.#taker.stroke(features, t);
      this.#memory.restedMs = 0;
    }
    Object.assign(open, NO_STROKE);
  }

  #measure(): void {
    const open = this.#open;
    const count = open.count;
    const chord = Math.hypot(open.x, open.y) + 0.01;
    const mean = open.way / open.timeMs * 1_000;
    const set = (place: number, value: number) => {
      features[place] = Math.round(Math.min(8, Math.max(-8, value)) * STROKE_STEPS);
    };
    set(0, Math.log(open.timeMs) - 5.5);
    set(1, Math.log(chord));
    set(2, Math.log(mean + 0.01));
    set(3, Math.log(open.peakSpeed / mean));
    set(4, 2 * open.peakMs / open.timeMs - 1);
    set(5, Math.min(2, Math.log((open.way + 0.01) / chord)));
    set(6, Math.log(open.turning / Math.max(1, open.turns) + 0.02));
    set(7, open.turn / (open.turning + 0.3));
    set(8, Math.log(open.speedChange / (count - 1) / mean + 0.05));
    set(9, Math.log((open.recentSpeed + 0.02) / (mean + 0.02)));
    set(10, Math.log(Math.min(5_000, Math.max(100, this.#memory.restedMs))) - 6);
    set(11, Math.log(deviation(open.logSpeed, open.logSpeedSquares, count) + 0.1));
    set(12, open.logTime / count - 3);
    set(13, Math.log(deviation(open.logTime, open.logTimeSquares, count) + 0.03));
  }
}

function deviation(sum: number, squares: number, count: number): number {
  const mean = sum / count;
  return Math.sqrt(Math.max(0, squares / count - mean * mean));
}
