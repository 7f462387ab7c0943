import type { ScorableEvent } from "../../protocol/scorable_event.ts";

/** Movements are read in steps of at least this long, in ms, so that devices of any sampling rate compare. */
export const MIN_STEP_MS = 15;

/** Width to height of a viewport whose size was never reported. */
const USUAL_ASPECT = 16 / 9;
/** A step further than this, in viewport heights, counts as this far: absurd places stay bounded. */
const MAX_STEP = 5;

/** Takes the steps of a pointer's way, in order. */
export interface StepReader {
  /**
   * The pointer went on. Time constant.
   *
   * @param dt Length of the step in ms, at least {@link MIN_STEP_MS}.
   * @param dx,dy Way in viewport heights.
   * @param t Attempt time of the step's end, ms.
   */
  step(dt: number, dx: number, dy: number, t: number): void;
}

/** Turns `mouse_data` of any cutting into steps; where events cut a path makes no difference. */
export class PointerSteps {
  #t = -1;
  #x = 0;
  #y = 0;
  #aspect = USUAL_ASPECT;

  /** Reads a movement's points into `reader`; other events only tell the viewport's shape. */
  observe(event: ScorableEvent, reader: StepReader): void {
    if (event.type === "window_resize") {
      if (event.width > 0 && event.height > 0) {
        this.#aspect = Math.min(5, Math.max(0.2, event.width / event.height));
      }
      return;
    }
    if (event.type !== "mouse_data" || event.kind !== "move") return;
    for (const [dt, x, y] of event.points) {
      const t = event.t + dt;
      if (this.#t >= 0) {
        const length = t - this.#t;
        if (length < MIN_STEP_MS) {
          // A path that starts before the last one ended: go on from its place.
          if (length < 0) this.#place(t, x, y);
          continue;
        }
        reader.step(length, bounded((x - this.#x) * this.#aspect), bounded(y - this.#y), t);
      }
      this.#place(t, x, y);
    }
  }

  snapshot(): [number, number, number, number] {
    return [this.#t, this.#x, this.#y, this.#aspect];
  }

  restore([t, x, y, aspect]: readonly [number, number, number, number]): void {
    this.#place(t, x, y);
    this.#aspect = aspect;
  }

  #place(t: number, x: number, y: number): void {
    this.#t = t;
    this.#x = x;
    this.#y = y;
  }
}

/** Ways are kept to a hundred-thousandth of a viewport, far below a pixel; adding 0 turns −0 to 0. */
function bounded(way: number): number {
  return Math.round(Math.min(MAX_STEP, Math.max(-MAX_STEP, way)) * 1e5) / 1e5 + 0;
}
