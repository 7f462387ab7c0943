import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { clientEvents } from "./client_sampling.ts";
import { type DelbotTrajectory, delbotWay } from "./delbot.ts";
import type { PointerWay } from "./pointer_way.ts";

/** People's recorded trajectories of one device, screen and day, one after the other. */
export interface PointerSitting {
  /** The data's `src`. */
  group: string;
  touch: boolean;
  way: PointerWay;
  width: number;
  height: number;
  /** The whole way, sampled as the browser client samples. */
  events: ScorableEvent[];
}

/** Time between two trajectories, in ms: what the recording says, within bounds; in the middle where it says nothing. */
const MIN_GAP_MS = 300;
const USUAL_GAP_MS = 1_000;
const MAX_GAP_MS = 3_000;
const DAY_MS = 86_400_000;

/**
 * Joins people's short trajectories to sittings long enough to know a hand by. An id ends in the moment of the
 * recording's end, in ms; where it does not, a group is one sitting.
 *
 * @param trajectories In the data's order; those of programs are left out.
 */
export function pointerSittings(trajectories: readonly DelbotTrajectory[]): PointerSitting[] {
  const sittings: PointerSitting[] = [];
  let lastKey = "";
  let lastEndMs = NaN;
  for (const trajectory of trajectories) {
    if (trajectory.label !== "human") continue;
    const { id, src: group, w: width, h: height, touch } = trajectory;
    const way = delbotWay(trajectory);
    if (way.t.length === 0) continue;
    const endMs = Number(/_(\d{12,14})$/.exec(id)?.[1] ?? NaN);
    const day = Number.isNaN(endMs) ? "" : Math.floor(endMs / DAY_MS);
    const key = [group, width, height, touch, day].join();
    const lengthMs = way.t[way.t.length - 1] - way.t[0];
    if (key !== lastKey) {
      sittings.push({ group, touch, way: { t: [], x: [], y: [] }, width, height, events: [] });
    }
    const into = sittings[sittings.length - 1].way;
    const gapMs = endMs - lengthMs - lastEndMs;
    const from = into.t.length === 0 ? 0 : into.t[into.t.length - 1] +
      Math.min(MAX_GAP_MS, Math.max(MIN_GAP_MS, Number.isNaN(gapMs) ? USUAL_GAP_MS : gapMs));
    way.t.forEach((t, index) => {
      into.t.push(from + t - way.t[0]);
      into.x.push(way.x[index]);
      into.y.push(way.y[index]);
    });
    lastKey = key;
    lastEndMs = endMs;
  }
  for (const sitting of sittings) {
    sitting.events = clientEvents(sitting.way, sitting.width, sitting.height, sitting.touch);
  }
  return sittings;
}

/** The part of a way from `fromMs` on and before `toMs`, its times counted from `startMs`. */
export function partOfWay(way: PointerWay, fromMs: number, toMs: number, startMs: number): PointerWay {
  const part: PointerWay = { t: [], x: [], y: [] };
  for (let index = 0; index < way.t.length; index++) {
    const t = way.t[index];
    if (t < fromMs || t >= toMs) continue;
    part.t.push(startMs + t - fromMs);
    part.x.push(way.x[index]);
    part.y.push(way.y[index]);
  }
  return part;
}
