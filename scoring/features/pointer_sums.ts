import type { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import type { BucketRing } from "../windows/bucket_ring.ts";
import { Column } from "./columns.ts";

type MouseData = Extract<ScorableEvent, { type: "mouse_data" }>;

/** Of a longer path only so many points are read, evenly spread, so that an event's cost has a bound. */
const MOST_POINTS = 64;
/** A longer stay between two points is a pointer at rest, in ms. */
const LONGEST_STEP_MS = 1_000;
/** Share of the window's height that is its edge. */
const EDGE_THOUSANDTHS = 30;
/** Size of the window before the first resize says it, in px: a common laptop's. */
const USUAL_WIDTH_PX = 1_280;
const USUAL_HEIGHT_PX = 720;
/** Longest time that capture lets a path run, with room, in ms. */
const LONGEST_PATH_MS = 5_000;

/** What is remembered: the window's size, as it is taken for before the first resize. */
const start = () => ({ widthPx: USUAL_WIDTH_PX, heightPx: USUAL_HEIGHT_PX });

/** {@link PointerSums} in JSON. */
export const PointerSumsSnapshot = memorySchema(start());
export type PointerSumsSnapshot = z.infer<typeof PointerSumsSnapshot>;

/** Adds pointer paths to the columns. A finger is no pointer: it counts as input, but rests nowhere. */
export class PointerSums {
  readonly #memory = start();

  /** The window's size changed, in px. */
  resize(width: number, height: number): void {
    this.#memory.widthPx = clamp(width, 100, 20_000);
    this.#memory.heightPx = clamp(height, 100, 20_000);
  }

  /** Adds a path to the ring's row. @returns Its length in ms. */
  observe(event: MouseData, ring: BucketRing, row: number): number {
    const points = event.points;
    const count = points.length;
    if (count === 0) return 0;
    const lengthMs = clamp(points[count - 1][0], 0, LONGEST_PATH_MS);
    if (event.pointer === "touch") return lengthMs;
    const stride = count <= MOST_POINTS ? 1 : Math.ceil(count / MOST_POINTS);
    const { widthPx, heightPx } = this.#memory;
    let n = 0, sumX = 0, sumXX = 0, sumY = 0, sumYY = 0;
    let topMs = 0, bottomMs = 0, pathMs = 0, pathPx = 0;
    let lastMs = 0, lastX = 0, lastY = 0;
    for (let index = 0; index < count; index += stride) {
      const point = points[index];
      const x = Math.round(clamp(point[1], 0, 1) * 1_000);
      const y = Math.round(clamp(point[2], 0, 1) * 1_000);
      n++;
      sumX += x;
      sumXX += x * x;
      sumY += y;
      sumYY += y * y;
      if (index > 0) {
        const stepMs = clamp(point[0] - lastMs, 0, LONGEST_STEP_MS);
        const dx = (point[1] - lastX) * widthPx;
        const dy = (point[2] - lastY) * heightPx;
        pathMs += stepMs;
        pathPx += Math.sqrt(dx * dx + dy * dy);
        if (y < EDGE_THOUSANDTHS) topMs += stepMs;
        else if (y > 1_000 - EDGE_THOUSANDTHS) bottomMs += stepMs;
      }
      lastMs = point[0];
      lastX = point[1];
      lastY = point[2];
    }
    ring.add(row, Column.points, n);
    ring.add(row, Column.x, sumX);
    ring.add(row, Column.xx, sumXX);
    ring.add(row, Column.y, sumY);
    ring.add(row, Column.yy, sumYY);
    if (pathMs >= 1) {
      ring.add(row, Column.path_ms, Math.round(pathMs));
      ring.add(row, Column.path_px, Math.round(clamp(pathPx, 0, 1e7)));
      ring.add(row, Column.top_ms, Math.round(topMs));
      ring.add(row, Column.bottom_ms, Math.round(bottomMs));
    }
    return lengthMs;
  }

  snapshot(): PointerSumsSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: PointerSumsSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}

/** NaN becomes `low`. */
function clamp(value: number, low: number, high: number): number {
  return value > low ? (value < high ? value : high) : low;
}
