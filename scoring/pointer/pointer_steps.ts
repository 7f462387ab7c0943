import type { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** Way below which a step tells no direction, in viewport heights. */
export const SMALL_STEP = 0.002;

/** Movements are read in steps of at least this long, in ms, so that devices of any sampling rate compare. */
const MIN_STEP_MS = 15;

/** Width to height of a viewport whose size was never reported. */
const USUAL_ASPECT = 16 / 9;
/** A step further than this, in viewport heights, counts as this far: absurd places stay bounded. */
const MAX_STEP = 5;

/** What is remembered: the place at attempt time `t` ms, in shares of the viewport, and the viewport's width to height. */
const start = () => ({ t: -1, x: 0, y: 0, aspect: USUAL_ASPECT });

/** {@link PointerSteps} in JSON. */
export const PointerStepsSnapshot = memorySchema(start());
export type PointerStepsSnapshot = z.infer<typeof PointerStepsSnapshot>;

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
  readonly #memory = start();

  /** Reads a movement's points into `reader`; other events only tell the viewport's shape. */
  observe(event: ScorableEvent, reader: StepReader): void {
    const memory = this.#memory;
    if (event.type === "window_resize") {
      if (event.width > 0 && event.height > 0) {
        memory.aspect = Math.min(5, Math.max(0.2, event.width / event.height));
      }
      return;
    }
    if (event.type !== "mouse_data" || event.kind !== "move") return;
    for (const [dt, x, y] of event.points) {
      const t = event.t + dt;
      if (memory.t >= 0) {
        const length = t - memory.t;
        if (length < MIN_STEP_MS) {
          // A path that starts before the last one ended: go on from its place.
          if (length < 0) this.#place(t, x, y);
          continue;
        }
        reader.step(length, bounded((x - memory.x) * memory.aspect), bounded(y - memory.y), t);
      }
      this.#place(t, x, y);
    }
  }

  snapshot(): PointerStepsSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: PointerStepsSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }

  #place(t: number, x: number, y: number): void {
    const memory = this.#memory;
    memory.t = t;
    memory.x = x;
    memory.y = y;
  }
}

/** Ways are kept to a hundred-thousandth of a viewport, far below a pixel; adding 0 turns −0 to 0. */
function bounded(way: number): number {
  return Math.round(Math.min(MAX_STEP, Math.max(-MAX_STEP, way)) * 1e5) / 1e5 + 0;
}
