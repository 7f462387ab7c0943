import type { ScorableEvent } from "../../protocol/scorable_event.ts";

/** A pointer's way: ms and places in viewport heights. */
export interface PointerWay {
  t: number[];
  x: number[];
  y: number[];
}

/** Points that one event of a way holds, and the time it spans at most, in ms. */
const EVENT_POINTS = 100;
const EVENT_SPAN_MS = 1_000;

/**
 * A way as exam events: the window's size, then its path as `mouse_data` of at most a second each.
 *
 * @param way The way; times are rounded to whole ms.
 * @param width,height Of the viewport, px.
 * @param touch Whether a finger moved.
 *
 * @example
 * const events = wayEvents({ t: [0, 20], x: [0, 0.1], y: [0, 0.1] }, 1600, 900, false);
 * assert.deepEqual(events.map((event) => event.type), ["window_resize", "mouse_data"]);
 */
export function wayEvents(way: PointerWay, width: number, height: number, touch: boolean): ScorableEvent[] {
  const events: ScorableEvent[] = [{
    type: "window_resize",
    t: 0,
    width: Math.round(width),
    height: Math.round(height),
    screenWidth: Math.round(width),
    screenHeight: Math.round(height),
  }];
  const aspect = width / height;
  let points: [number, number, number][] = [];
  let begin = 0;
  for (let index = 0; index < way.t.length; index++) {
    const t = Math.max(0, Math.round(way.t[index]));
    if (points.length === 0 || points.length >= EVENT_POINTS || t - begin > EVENT_SPAN_MS) {
      points = [];
      begin = t;
      events.push({ type: "mouse_data", kind: "move", pointer: touch ? "touch" : "mouse", t, points });
    }
    points.push([t - begin, bounded(way.x[index] / aspect), bounded(way.y[index])]);
  }
  return events;
}

function bounded(share: number): number {
  return Math.min(100, Math.max(-100, share));
}
