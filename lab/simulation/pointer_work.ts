import type { Random } from "../../scoring/models/random.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";
import { between, logNormal } from "./distributions.ts";
import { pointerPath } from "./pointer_path.ts";
import type { PointerProfile } from "./pointer_profile.ts";

/** From one report of a usual mouse to the next, ms. */
const SAMPLE_MS = 8;
const WIDTH_TO_HEIGHT = 16 / 9;

/**
 * One simulated hand going from one target to the next all over a screen of 16 to 9, with rests between.
 *
 * @param profile The hand.
 * @param lengthMs How long, in ms.
 * @returns Times in ms, in order; places in viewport heights.
 */
export function pointerWork(profile: PointerProfile, random: Random, lengthMs: number): PointerWay {
  const hand = { ...profile, sampleMs: SAMPLE_MS };
  const way: PointerWay = { t: [], x: [], y: [] };
  let from = { x: 0.5, y: 0.5 };
  for (let beginMs = 0; beginMs < lengthMs;) {
    const to = { x: between(random, 0.05, 0.95), y: between(random, 0.05, 0.95) };
    const path = pointerPath(hand, random, from, to, between(random, 0.02, 0.12));
    for (const [ms, x, y] of path) {
      way.t.push(beginMs + ms);
      way.x.push(x * WIDTH_TO_HEIGHT);
      way.y.push(y);
    }
    beginMs += path[path.length - 1][0] + logNormal(random, 500, 0.7);
    from = to;
  }
  return way;
}
