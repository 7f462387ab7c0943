import type { z } from "zod";
import { memorySchema } from "../snapshots/memory_schema.ts";
import type { BucketRing } from "../windows/bucket_ring.ts";
import { SHORTEST_AWAY_MS } from "./away_spells.ts";
import { Column } from "./columns.ts";

/** A window narrower than this share of its screen leaves room for another beside it. */
export const NARROW_SHARE = 0.7;
/** On narrower screens windows are not put side by side, in px: phones and tablets turn and zoom. */
const WIDE_SCREEN_PX = 1_000;

/**
 * Whether a window leaves room for another beside it.
 *
 * @param widthPx,screenWidthPx In CSS px.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(isNarrow(900, 1_920), true);
 * assert.equal(isNarrow(300, 600), false);
 * ```
 */
export function isNarrow(widthPx: number, screenWidthPx: number): boolean {
  return screenWidthPx >= WIDE_SCREEN_PX && widthPx < screenWidthPx * NARROW_SHARE;
}

/** What is remembered, as it is before the first event; `sinceMs` is −1 once the narrowing was counted. */
const start = () => ({ isNarrow: false, sinceMs: -1 });

/** {@link NarrowWindow} in JSON. */
export const NarrowWindowSnapshot = memorySchema(start());
export type NarrowWindowSnapshot = z.infer<typeof NarrowWindowSnapshot>;

/** Counts how often the window is narrowed, once it stays so for as long as a time away must last. */
export class NarrowWindow {
  readonly #memory = start();

  /** The window's width changed, in px. */
  resize(t: number, widthPx: number, screenWidthPx: number): void {
    const memory = this.#memory;
    const isNow = isNarrow(widthPx, screenWidthPx);
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
