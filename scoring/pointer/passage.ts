import { z } from "zod";

/** Steps longer than this, in ms, part two runs: nothing is known of the way between. */
export const RUN_GAP_MS = 200;

/** Steps that a passage holds at most. */
export const PASSAGE_STEPS = 128;

/** Ways are kept in 1e-5 viewport heights, which is what reaches the score. */
const WAY_STEPS = 1e5;
/** Room for so many steps is made first; it doubles as they come. */
const FIRST_STEPS = 16;

/** Before the first step; all passages share them. */
const NO_TIMES = new Float64Array(0);
const NO_WAYS = new Int32Array(0);

/** A step whose way is no longer, in viewport heights, is standing. */
const STILL = 1e-6;

const steps = z.array(z.number()).max(PASSAGE_STEPS);

/** A {@link Passage} in JSON. */
export const PassageSnapshot = z.strictObject({ dt: steps, dx: steps, dy: steps, standing_ms: z.number() });
export type PassageSnapshot = z.infer<typeof PassageSnapshot>;

/** The steps of a passage: each one's time in ms, and its way in viewport heights. */
export interface PassageWay {
  readonly dt: Float64Array;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  length: number;
}

/** What was read last; shared by all passages. */
const way: PassageWay = {
  dt: new Float64Array(PASSAGE_STEPS),
  dx: new Float64Array(PASSAGE_STEPS),
  dy: new Float64Array(PASSAGE_STEPS),
  length: 0,
};

/**
 * A stretch of a pointer's way, as the steps it consists of: runs, parted by single long steps. Rests do not end it, so
 * that short movements are measured together.
 *
 * Standing is time, not a step: some devices report the same place again and again, most say nothing.
 */
export class Passage {
  #dt = NO_TIMES;
  /** The way across and the way down of each step, in 1e-5 viewport heights. */
  #ways = NO_WAYS;
  #length = 0;
  #standingMs = 0;

  get isFull(): boolean {
    return this.#length === PASSAGE_STEPS;
  }

  /** The steps. Good until any passage is read again. */
  read(): PassageWay {
    way.length = this.#length;
    for (let index = 0; index < this.#length; index++) {
      way.dt[index] = this.#dt[index];
      way.dx[index] = this.#ways[2 * index] / WAY_STEPS;
      way.dy[index] = this.#ways[2 * index + 1] / WAY_STEPS;
    }
    return way;
  }

  /**
   * Takes a step in; call only while not full.
   *
   * @param dt Its time in ms.
   * @param dx,dy Its way in viewport heights.
   */
  add(dt: number, dx: number, dy: number): void {
    if (dx * dx + dy * dy <= STILL * STILL) {
      this.#standingMs += dt;
      return;
    }
    const time = dt + this.#standingMs;
    this.#standingMs = 0;
    // Of long steps after each other only the last is kept: a passage is at least half of runs.
    if (time > RUN_GAP_MS && this.#length > 0 && this.#dt[this.#length - 1] > RUN_GAP_MS) this.#length--;
    this.#put(time, dx, dy);
  }

  #put(dt: number, dx: number, dy: number): void {
    const index = this.#length++;
    if (index === this.#dt.length) this.#makeRoom();
    this.#dt[index] = dt;
    this.#ways[2 * index] = Math.round(dx * WAY_STEPS);
    this.#ways[2 * index + 1] = Math.round(dy * WAY_STEPS);
  }

  #makeRoom(): void {
    const [dt, ways] = [this.#dt, this.#ways];
    const steps = Math.max(FIRST_STEPS, 2 * dt.length);
    this.#dt = new Float64Array(steps);
    this.#dt.set(dt);
    this.#ways = new Int32Array(2 * steps);
    this.#ways.set(ways);
  }

  /** Forgets its steps. */
  clear(): void {
    this.#length = 0;
  }

  snapshot(): PassageSnapshot {
    const { dt, dx, dy, length } = this.read();
    return {
      dt: Array.from(dt.subarray(0, length)),
      dx: Array.from(dx.subarray(0, length)),
      dy: Array.from(dy.subarray(0, length)),
      standing_ms: this.#standingMs,
    };
  }

  /** @throws {RangeError} If a step lacks its time or its way. */
  restore({ dt, dx, dy, standing_ms }: PassageSnapshot): void {
    if (dx.length !== dt.length || dy.length !== dt.length) {
      throw new RangeError(`Cannot restore a passage: ${dt.length} times for ${dx.length} and ${dy.length} ways`);
    }
    this.clear();
    dt.forEach((time, index) => this.#put(time, dx[index], dy[index]));
    this.#standingMs = standing_ms;
  }
}
