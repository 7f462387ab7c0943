import type { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import type { BucketRing } from "../windows/bucket_ring.ts";
import { SHORTEST_AWAY_MS } from "./away_spells.ts";
import { Column } from "./columns.ts";

/** A window narrower than this share of its screen leaves room for another beside it. */
export const NARROW_SHARE = 0.7;
/** On narrower screens windows are not put side by side, in px: phones and tablets turn and zoom. */
const WIDE_SCREEN_PX = 1_000;
/** What a window that fills its screen leaves a page of the screen's height, at least: the rest is bars and tabs. */
const PAGE_HEIGHT_SHARE = 0.8;

/** Size of a page and of its screen, in px as the browser gives them. */
export type WindowSize = Pick<
  Extract<ScorableEvent, { type: "window_resize" }>,
  "width" | "height" | "screenWidth" | "screenHeight"
>;

/**
 * Whether a window leaves room for another beside it.
 *
 * Zoom makes a page's pixels larger and leaves the screen's as they are: at 150 % a page over the whole screen counts two
 * thirds of its width, and two thirds of its height. A window beside another loses width alone. So the width is held
 * against as much of the screen as the height shows that there is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const screen = { screenWidth: 1_920, screenHeight: 1_080 };
 * assert.equal(isNarrow({ width: 900, height: 913, ...screen }), true);
 * assert.equal(isNarrow({ width: 950, height: 456, ...screen }), false, "zoom of 200 %");
 * assert.equal(isNarrow({ width: 300, height: 500, screenWidth: 600, screenHeight: 800 }), false);
 * ```
 */
export function isNarrow({ width, height, screenWidth, screenHeight }: WindowSize): boolean {
  if (screenWidth < WIDE_SCREEN_PX) return false;
  const byZoom = screenHeight > 0 ? Math.min(1, height / (screenHeight * PAGE_HEIGHT_SHARE)) : 1;
  return width < screenWidth * NARROW_SHARE * byZoom;
}

/** What is remembered, as it is before the first event; `sinceMs` is −1 once the narrowing was counted. */
const start = () => ({ isNarrow: false, sinceMs: -1 });

/** {@link NarrowWindow} in JSON. */
export const NarrowWindowSnapshot = memorySchema(start());
export type NarrowWindowSnapshot = z.infer<typeof NarrowWindowSnapshot>;

/** Counts how often the window is narrowed, once it stays so for as long as a time away must last. */
export class NarrowWindow {
  readonly #memory = start();

  /** The window's size changed. */
  resize(t: number, size: WindowSize): void {
    const memory = this.#memory;
    const isNow = isNarrow(size);
    if (isNow === memory.isNarrow) return;
    memory.isNarrow = isNow;
    memory.sinceMs = isNow ? t : -1;
  }

  /** Counts a narrowing that has lasted until `t`. */
  advance(t: number, ring: BucketRing): void {
    const memory = this.#memory;
    if (memory.sinceMs < 0 || t - memory.sinceMs < SHORTEST_AWAY_MS) return;
    ring.add(ring.row(memory.sinceMs), Column.resizes, 1);
    memory.sinceMs = -1;
  }

  snapshot(): NarrowWindowSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: NarrowWindowSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
