import { linearShare } from "../linear_share.ts";
import type { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** Presses away from the one before that must be seen before they say anything. */
export const MIN_REACHES = 15;
/** Once so many were seen, earlier ones count half. */
const FORGET_REACHES = 60;
/** A press this far from the one before, in shares of the viewport, is one that the pointer had to be brought to. */
const FAR = 0.1;
/** A way of fewer points than this is none: a hand takes a tenth of a second and more, and a point is kept each 20 ms. */
const LEAST_POINTS = 3;
/** Share of presses without a way from which they say something, and in full. */
const FROM_SHARE = 0.6;
const FULL_SHARE = 0.9;

/** What is remembered, as it is before the first event: where the last press was, and points moved since. */
const start = () => ({ isKnown: false, x: 0, y: 0, points: 0, reaches: 0, pathless: 0, fromT: -1, toT: -1 });

/** {@link ClickWays} in JSON. */
export const ClickWaysSnapshot = memorySchema(start());
export type ClickWaysSnapshot = z.infer<typeof ClickWaysSnapshot>;

/**
 * Presses of a mouse that no way leads to: programs put the pointer where they want it, or press without it.
 *
 * Only a mouse's presses are looked at, and only those far from the one before. Where the pointer may have been
 * elsewhere in between, the next press says nothing: after a reload, another window or tab, another size of the window,
 * a finger or a pen. Assistive technology presses without a way, too; who uses it shows otherwise, see `AgentHand`.
 */
export class ClickWays {
  readonly #memory = start();

  observe(event: ScorableEvent): void {
    const memory = this.#memory;
    switch (event.type) {
      case "mouse_data":
        if (event.pointer !== "mouse") memory.isKnown = false;
        else if (event.kind === "move") memory.points += event.points.length;
        else if (event.kind === "down") this.#press(event.points[0][1], event.points[0][2], event.t);
        return;
      case "capture_start":
      case "focus_change":
      case "tab_switch":
      case "window_resize":
      case "fullscreen_change":
        memory.isKnown = false;
    }
  }

  /** How clearly presses lack a way, in [0, 1]; null below {@link MIN_REACHES}. */
  score(): number | null {
    const { reaches, pathless } = this.#memory;
    if (reaches < MIN_REACHES) return null;
    return linearShare(pathless / reaches, FROM_SHARE, FULL_SHARE);
  }

  /** Presses looked at, with those before half forgotten, those without a way, and their attempt time. */
  get presses(): { reaches: number; pathless: number; fromT: number; toT: number } {
    const { reaches, pathless, fromT, toT } = this.#memory;
    return { reaches: Math.round(reaches), pathless: Math.round(pathless), fromT, toT };
  }

  snapshot(): ClickWaysSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: ClickWaysSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }

  #press(x: number, y: number, t: number): void {
    const memory = this.#memory;
    const isFar = Math.max(Math.abs(x - memory.x), Math.abs(y - memory.y)) >= FAR;
    if (memory.isKnown && isFar) {
      memory.reaches++;
      if (memory.points < LEAST_POINTS) {
        memory.pathless++;
        if (memory.fromT < 0) memory.fromT = t;
        memory.toT = t;
      }
      if (memory.reaches >= FORGET_REACHES) {
        memory.reaches /= 2;
        memory.pathless /= 2;
      }
    }
    memory.isKnown = true;
    memory.x = x;
    memory.y = y;
    memory.points = 0;
  }
}
