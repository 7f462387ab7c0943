import type { Random } from "../../scoring/models/random.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";
import { between, pick } from "../simulation/distributions.ts";
import type { Carrier } from "./carrier.ts";
import type { Desk } from "./desk.ts";

/**
 * Chooses as a hand does: along a recorded way of a person's pointer, and a press where it ends.
 *
 * @param change What is done to the way before, for hands that move otherwise.
 */
export function answerByHand(
  desk: Desk,
  { ways }: Pick<Carrier, "ways">,
  random: Random,
  change: (way: PointerWay) => PointerWay = (way) => way,
): void {
  pointByHand(desk, { ways }, random, change);
  desk.select();
}

/**
 * Moves along a recorded way and presses where it ends.
 *
 * @param centre How far off the middle of its target it presses; a hand's when left out.
 */
export function pointByHand(
  desk: Desk,
  { ways }: Pick<Carrier, "ways">,
  random: Random,
  change: (way: PointerWay) => PointerWay = (way) => way,
  centre = between(random, 0.05, 0.8),
): void {
  const way = change(pick(random, ways));
  desk.move(fromRest(way));
  desk.wait(between(random, 60, 220));
  const last = way.t.length - 1;
  desk.click(
    inWindow(way.x[last] * 9 / 16),
    inWindow(way.y[last]),
    between(random, 60, 130),
    centre,
  );
}

/** A recorded way with times from 0 on. */
export function fromRest(way: PointerWay): PointerWay {
  const [begin] = way.t;
  return { ...way, t: way.t.map((t) => t - begin) };
}

function inWindow(share: number): number {
  return Math.min(0.98, Math.max(0.02, share));
}
