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

/** The steps of a pointer's way since the last full window. */
export class PointerWindow {
  readonly dt = new Int32Array(WINDOW_STEPS);
  readonly dx = new Int32Array(WINDOW_STEPS);
  readonly dy = new Int32Array(WINDOW_STEPS);
  length = 0;

  get isFull(): boolean {
    return this.length === WINDOW_STEPS;
  }

  /** @param dt In ms. @param dx,dy In viewport heights. */
  add(dt: number, dx: number, dy: number): void {
    this.dt[this.length] = Math.round(Math.min(MAX_REST_MS, dt) * TIME_STEPS);
    this.dx[this.length] = Math.round(dx * WAY_STEPS);
    this.dy[this.length] = Math.round(dy * WAY_STEPS);
    this.length++;
  }

  clear(): void {
    this.length = 0;
  }

  snapshot(): PointerWindowSnapshot {
    return {
      dt: Array.from(this.dt.subarray(0, this.length)),
      dx: Array.from(this.dx.subarray(0, this.length)),
      dy: Array.from(this.dy.subarray(0, this.length)),
    };
  }

  /** @throws {RangeError} If a step lacks its time or its way. */
  restore({ dt, dx, dy }: PointerWindowSnapshot): void {
    if (dx.length !== dt.length || dy.length !== dt.length) {
      throw new RangeError(`Cannot restore a window: ${dt.length} times for ${dx.length} and ${dy.length} ways`);
    }
    this.dt.set(dt);
    this.dx.set(dx);
    this.dy.set(dy);
    this.length = dt.length;
  }
}
