import { MAX_PATH_POINTS, MAX_VIEWPORT_SHARE } from "../../protocol/limits.ts";

/** A path's points are at least this far apart, in ms: 50 a second is what speed and curvature need. */
const POINT_SPACING_MS = 20;

/** A path that stood still for this long is over, in ms. */
const PATH_GAP_MS = 300;

/** A path is handed over at this age, in ms, well below the protocol's four seconds. */
export const PATH_SPAN_MS = 1_000;

type PathKind = "move" | "wheel";
export type PointerKind = "mouse" | "touch" | "pen";

/** A sampled path: its begin on the monotonic clock and `[ms after it, x, y]`. */
export interface PointerPath {
  at: number;
  kind: PathKind;
  pointer: PointerKind;
  points: [number, number, number][];
  /** Whether a script moved it, and no device. */
  isScripted: boolean;
}

/**
 * Samples one pointer's way into paths of at most a second.
 *
 * The last place before a stop is kept even where it came too soon after the one before, so that a path ends
 * where the pointer did.
 */
export class PointerSampler {
  readonly #emit: (path: PointerPath) => void;
  #path: PointerPath | null = null;
  #lastAt = 0;
  #skipped: [number, number, number] | null = null;

  constructor(emit: (path: PointerPath) => void) {
    this.#emit = emit;
  }

  /** The pointer is at a place. @param at Monotonic clock, ms. @param x Share of the viewport. */
  add(kind: PathKind, pointer: PointerKind, at: number, x: number, y: number, isScripted = false): void {
    const open = this.#path;
    if (
      open !== null &&
      (open.kind !== kind || open.pointer !== pointer || open.isScripted !== isScripted ||
        at - this.#lastAt > PATH_GAP_MS ||
        at - open.at > PATH_SPAN_MS || open.points.length >= MAX_PATH_POINTS - 1)
    ) this.flush();
    if (this.#path === null) {
      this.#path = { at, kind, pointer, points: [[0, share(x), share(y)]], isScripted };
      this.#lastAt = at;
      return;
    }
    const point: [number, number, number] = [Math.round((at - this.#path.at) * 10) / 10, share(x), share(y)];
    if (point[0] < 0) return;
    if (at - this.#lastAt < POINT_SPACING_MS) {
      this.#skipped = point;
      return;
    }
    this.#path.points.push(point);
    this.#lastAt = at;
    this.#skipped = null;
  }

  /** Hands the open path over. */
  flush(): void {
    const path = this.#path;
    if (path === null) return;
    if (this.#skipped !== null) path.points.push(this.#skipped);
    this.#path = null;
    this.#skipped = null;
    this.#emit(path);
  }
}

/** A share of the viewport with four decimals, a fifth of a pixel, within the protocol's bound. */
export function share(value: number): number {
  if (!Number.isFinite(value)) return 0;
  // Adding 0 turns −0, which JSON has no word for, into 0.
  return Math.round(Math.min(Math.max(value, -MAX_VIEWPORT_SHARE), MAX_VIEWPORT_SHARE) * 10_000) / 10_000 + 0;
}
