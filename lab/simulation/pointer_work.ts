import type { Random } from "../../scoring/models/random.ts";
import { between, logNormal } from "./distributions.ts";
import { pointerPath } from "./pointer_path.ts";
import { drawHand, PRACTISED_HAND } from "./pointer_profile.ts";

/** From one report of a usual mouse to the next, ms. */
const SAMPLE_MS = 8;
const WIDTH_TO_HEIGHT = 16 / 9;

/**
 * One simulated person pointing at one target after the other all over a screen of 16 to 9, with rests between. A
 * person's hand is drawn first, so that another state of `random` is another person.
 *
 * @param random Draws the hand and what it does.
 * @param lengthMs How long, in ms.
 * @param pace Times are divided by it: 1.25 is the same hand, a quarter faster.
 * @returns Times in ms, in order; places in viewport heights.
 */
export function pointerWork(random: Random, lengthMs: number, pace = 1): { t: number[]; x: number[]; y: number[] } {
  const hand = { ...drawHand(PRACTISED_HAND, random), sampleMs: SAMPLE_MS };
  const way = { t: [] as number[], x: [] as number[], y: [] as number[] };
  let from = { x: 0.5, y: 0.5 };
  for (let beginMs = 0; beginMs < lengthMs;) {
    const to = { x: between(random, 0.05, 0.95), y: between(random, 0.05, 0.95) };
    const path = pointerPath(hand, random, from, to, between(random, 0.02, 0.12));
    for (const [ms, x, y] of path) {
      way.t.push(beginMs + ms / pace);
      way.x.push(x * WIDTH_TO_HEIGHT);
      way.y.push(y);
    }
    beginMs += (path[path.length - 1][0] + logNormal(random, 500, 0.7)) / pace;
    from = to;
  }
  return way;
}
