import { z } from "zod";

/** Steps longer than this, in ms, part two runs: nothing is known of the way between. */
export const RUN_GAP_MS = 200;

/** Steps that a passage holds at most. */
export const PASSAGE_STEPS = 128;

/** A step whose way is no longer, in viewport heights, is standing. */
const STILL = 1e-6;

const steps = z.array(z.number()).max(PASSAGE_STEPS);

/** A {@link Passage} in JSON. */
export const PassageSnapshot = z.strictObject({ dt: steps, dx: steps, dy: steps, standing_ms: z.number() });
export type PassageSnapshot = z.infer<typeof PassageSnapshot>;

/**
 * A stretch of a pointer's way, as the steps it consists of: runs, parted by single long steps. Rests do not end it, so
 * that short movements are measured together.
 *
 * Standing is time, not a step: some devices report the same place again and again, most say nothing.
 */
export class Passage {
  readonly dt = new Float64Array(PASSAGE_STEPS);
  readonly dx = new Float64Array(PASSAGE_STEPS);
  readonly dy = new Float64Array(PASSAGE_STEPS);
  length = 0;
  #standingMs = 0;

  get isFull(): boolean {
    return this.length === PASSAGE_STEPS;
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
    if (time > RUN_GAP_MS && this.length > 0 && this.dt[this.length - 1] > RUN_GAP_MS) this.length--;
    this.dt[this.length] = time;
    this.dx[this.length] = dx;
    this.dy[this.length] = dy;
    this.length++;
  }

  /** Forgets its steps. */
  clear(): void {
    this.length = 0;
  }

  snapshot(): PassageSnapshot {
    return {
      dt: Array.from(this.dt.subarray(0, this.length)),
      dx: Array.from(this.dx.subarray(0, this.length)),
      dy: Array.from(this.dy.subarray(0, this.length)),
      standing_ms: this.#standingMs,
    };
  }

  /** @throws {RangeError} If a step lacks its time or its way. */
  restore({ dt, dx, dy, standing_ms }: PassageSnapshot): void {
    if (dx.length !== dt.length || dy.length !== dt.length) {
      throw new RangeError(`Cannot restore a passage: ${dt.length} times for ${dx.length} and ${dy.length} ways`);
    }
    this.dt.set(dt);
    this.dx.set(dx);
    this.dy.set(dy);
    this.length = dt.length;
    this.#standingMs = standing_ms;
  }
}
