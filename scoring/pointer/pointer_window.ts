import { z } from "zod";

/**
 * Steps of a pointer's way that a window holds: some two seconds of moving where points come every 25 ms. Several
 * windows are averaged, so that shorter ones cost nothing, and slow devices still fill one in half a minute.
 */
export const WINDOW_STEPS = 75;

/** Steps are kept in tenths of a ms and in 1e-5 viewport heights, which is what reaches the score. */
export const TIME_STEPS = 10;
export const WAY_STEPS = 1e5;

/** Rests count up to this, in ms: how long somebody reads is not how they move. */
const MAX_REST_MS = 5_000;

const whole = z.array(z.int()).max(WINDOW_STEPS);

/** A {@link PointerWindow} in JSON. */
export const PointerWindowSnapshot = z.strictObject({ dt: whole, dx: whole, dy: whole });
export type PointerWindowSnapshot = z.infer<typeof PointerWindowSnapshot>;

/** A step in {@link PointerWindow.steps}: its time, its way across, its way down. */
export const STEP_FIELDS = 3;

/** Room for so many steps is made first. */
const FIRST_STEPS = 10;

/** The steps of a pointer's way since the last full window. */
export class PointerWindow {
  /** {@link STEP_FIELDS} of each step; it grows up to {@link WINDOW_STEPS}. Read only. */
  steps = new Int32Array(FIRST_STEPS * STEP_FIELDS);
  length = 0;

  get isFull(): boolean {
    return this.length === WINDOW_STEPS;
  }

  /** @param dt In ms. @param dx,dy In viewport heights. */
  add(dt: number, dx: number, dy: number): void {
    this.#put(
      Math.round(Math.min(MAX_REST_MS, dt) * TIME_STEPS),
      Math.round(dx * WAY_STEPS),
      Math.round(dy * WAY_STEPS),
    );
  }

  #put(dt: number, dx: number, dy: number): void {
    const at = STEP_FIELDS * this.length++;
    if (at === this.steps.length) this.#makeRoom();
    this.steps[at] = dt;
    this.steps[at + 1] = dx;
    this.steps[at + 2] = dy;
  }

  #makeRoom(): void {
    const larger = new Int32Array(Math.min(WINDOW_STEPS * STEP_FIELDS, 2 * this.steps.length));
    larger.set(this.steps);
    this.steps = larger;
  }

  clear(): void {
    this.length = 0;
  }

  snapshot(): PointerWindowSnapshot {
    const of = (field: number) => Array.from({ length: this.length }, (_, at) => this.steps[STEP_FIELDS * at + field]);
    return { dt: of(0), dx: of(1), dy: of(2) };
  }

  /** @throws {RangeError} If a step lacks its time or its way. */
  restore({ dt, dx, dy }: PointerWindowSnapshot): void {
    if (dx.length !== dt.length || dy.length !== dt.length) {
      throw new RangeError(`Cannot restore a window: ${dt.length} times for ${dx.length} and ${dy.length} ways`);
    }
    this.clear();
    dt.forEach((time, index) => this.#put(time, dx[index], dy[index]));
  }
}
