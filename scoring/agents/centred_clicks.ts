import type { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** Presses, each in a new place, that must be seen before they say anything. */
export const MIN_CENTRED = 15;
/** Once so many were seen, earlier ones count half. */
const FORGET_PRESSES = 60;
/** This close to the middle, as a share of half the width and height, is the middle: the browser rounds to pixels. */
const MIDDLE = 0.02;
/** A press this close to the one before, in shares of the viewport, is the same hit again and no new one. */
const SAME_PLACE = 0.01;
/** Share of presses in the middle from which they say something; in full where it is all of them. */
const FROM_SHARE = 0.6;

/** What is remembered, as it is before the first press. */
const start = () => ({ x: -1, y: -1, presses: 0, centred: 0, fromT: -1, toT: -1 });

/** {@link CentredClicks} in JSON. */
export const CentredClicksSnapshot = memorySchema(start());
export type CentredClicksSnapshot = z.infer<typeof CentredClicksSnapshot>;

/** Presses of a mouse in the exact middle of what they press, again and again: a program reckons where to press. */
export class CentredClicks {
  readonly #memory = start();

  observe(event: ScorableEvent): void {
    if (event.type !== "mouse_data" || event.kind !== "down" || event.pointer !== "mouse") return;
    if (event.centre === undefined) return;
    const memory = this.#memory;
    const [, x, y] = event.points[0];
    if (Math.max(Math.abs(x - memory.x), Math.abs(y - memory.y)) < SAME_PLACE) return;
    memory.x = x;
    memory.y = y;
    memory.presses++;
    if (event.centre <= MIDDLE) {
      memory.centred++;
      if (memory.fromT < 0) memory.fromT = event.t;
      memory.toT = event.t;
    }
    if (memory.presses < FORGET_PRESSES) return;
    memory.presses /= 2;
    memory.centred /= 2;
  }

  /** How clearly presses are in the middle, in [0, 1]: one half at four in five; null below {@link MIN_CENTRED}. */
  score(): number | null {
    const { presses, centred } = this.#memory;
    return presses < MIN_CENTRED ? null : Math.max(0, (centred / presses - FROM_SHARE) / (1 - FROM_SHARE));
  }

  /** Presses looked at, with those before half forgotten, those in the middle, and their attempt time. */
  get presses(): { presses: number; centred: number; fromT: number; toT: number } {
    const { presses, centred, fromT, toT } = this.#memory;
    return { presses: Math.round(presses), centred: Math.round(centred), fromT, toT };
  }

  snapshot(): CentredClicksSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: CentredClicksSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
