import { MAX_PATH_POINTS, MAX_VIEWPORT_SHARE } from "../../protocol/limits.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import type { PointerWay } from "./pointer_way.ts";

/** The browser client's own figures, in ms: points of a path are so far apart, it ends after such a rest, at such an age. */
const POINT_SPACING_MS = 20;
const PATH_GAP_MS = 300;
const PATH_SPAN_MS = 1_000;

type Point = [dt: number, x: number, y: number];

/**
 * A way as exam events, thinned as the browser client thins it: the window's size, then paths of at most a second whose
 * points are at least 20 ms apart; the place before a stop is kept even where it came sooner. What a device reported
 * between two such points never reaches the score, so that figures measured on it would promise too much.
 *
 * Does what `PointerSampler` of the capture does, which a test holds against this.
 *
 * @param way Times in ms, in order; places in viewport heights.
 * @param width,height Of the viewport, px.
 * @param touch Whether a finger moved.
 *
 * @example Of points 5 ms apart every fourth is kept, and the last
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const way = { t: [0, 5, 10, 15, 20, 25], x: [0, 1, 2, 3, 4, 5], y: [0, 0, 0, 0, 0, 0] };
 * const [, path] = clientEvents(way, 900, 900, false);
 * assert.ok(path.type === "mouse_data");
 * assert.deepEqual(path.points, [[0, 0, 0], [20, 4, 0], [25, 5, 0]]);
 * ```
 */
export function clientEvents(way: PointerWay, width: number, height: number, touch: boolean): ScorableEvent[] {
  const events: ScorableEvent[] = [{
    type: "window_resize",
    t: 0,
    width: Math.round(width),
    height: Math.round(height),
    screenWidth: Math.round(width),
    screenHeight: Math.round(height),
  }];
  const aspect = width / height;
  let points: Point[] = [];
  let beganAt = 0;
  let keptAt = 0;
  let skipped: Point | null = null;
  const flush = () => {
    if (skipped !== null) points.push(skipped);
    skipped = null;
    points = [];
  };
  for (let index = 0; index < way.t.length; index++) {
    const at = way.t[index];
    const x = share(way.x[index] / aspect);
    const y = share(way.y[index]);
    if (
      points.length > 0 &&
      (at - keptAt > PATH_GAP_MS || at - beganAt > PATH_SPAN_MS || points.length >= MAX_PATH_POINTS - 1)
    ) flush();
    if (points.length === 0) {
      points = [[0, x, y]];
      beganAt = keptAt = at;
      const t = Math.max(0, Math.round(at));
      events.push({ type: "mouse_data", kind: "move", pointer: touch ? "touch" : "mouse", t, points });
      continue;
    }
    const point: Point = [Math.round((at - beganAt) * 10) / 10, x, y];
    if (point[0] < 0) continue;
    if (at - keptAt < POINT_SPACING_MS) {
      skipped = point;
      continue;
    }
    points.push(point);
    keptAt = at;
    skipped = null;
  }
  flush();
  return events;
}

function share(value: number): number {
  const bounded = Math.min(Math.max(value, -MAX_VIEWPORT_SHARE), MAX_VIEWPORT_SHARE);
  // Adding 0 turns −0, which JSON has no word for, into 0.
  return Math.round(bounded * 10_000) / 10_000 + 0;
}
