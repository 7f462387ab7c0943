import type { Random } from "../../scoring/models/random.ts";
import { type DelbotTrajectory, delbotWay } from "./delbot.ts";
import type { PointerWay } from "./pointer_way.ts";

/** Time in movements that a sitting holds at least, in ms: a minute of an exam, without its pauses. */
const MOVING_MS = 8_000;

/**
 * Recorded movements of one device or program as sittings: so many after each other, as recorded, as last eight seconds,
 * each after a rest of 0.4 to 2.4 s. No movement is in two sittings; what is left over at the end is left out, unless it
 * is all there is.
 */
export function delbotSittings(trajectories: readonly DelbotTrajectory[], random: Random): PointerWay[] {
  const sittings: PointerWay[] = [];
  let some: DelbotTrajectory[] = [];
  for (const trajectory of trajectories) {
    some.push(trajectory);
    if (movingMs(some) < MOVING_MS) continue;
    sittings.push(joinedWay(some, random));
    some = [];
  }
  return sittings.length === 0 && some.length > 0 ? [joinedWay(some, random)] : sittings;
}

/** As {@link delbotSittings}, of movements drawn at random, one sitting. */
export function drawDelbotSitting(trajectories: readonly DelbotTrajectory[], random: Random): PointerWay {
  const some: DelbotTrajectory[] = [];
  while (movingMs(some) < MOVING_MS && some.length < trajectories.length) {
    some.push(trajectories[Math.floor(random() * trajectories.length)]);
  }
  return joinedWay(some, random);
}

function movingMs(trajectories: readonly DelbotTrajectory[]): number {
  return trajectories.reduce((sum, { t }) => sum + t[t.length - 1] - t[0], 0);
}

function joinedWay(trajectories: readonly DelbotTrajectory[], random: Random): PointerWay {
  const joined: PointerWay = { t: [], x: [], y: [] };
  let from = 0;
  for (const trajectory of trajectories) {
    const { t, x, y } = delbotWay(trajectory);
    for (let index = 0; index < t.length; index++) {
      joined.t.push(from + t[index] - t[0]);
      joined.x.push(x[index]);
      joined.y.push(y[index]);
    }
    from = (joined.t.at(-1) ?? 0) + 400 + 2_000 * random();
  }
  return joined;
}
