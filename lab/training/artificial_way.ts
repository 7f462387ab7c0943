import type { Random } from "../../scoring/models/random.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";
import { ARTIFICIAL_MOVERS, type ArtificialKind } from "./artificial_movers.ts";
import { onlyMoves } from "./disturbed_way.ts";
import { normal, onPixels, pick } from "./random_draws.ts";

/** Names of the kinds of programs. */
export const ARTIFICIAL_KINDS = Object.keys(ARTIFICIAL_MOVERS) as ArtificialKind[];

/** Time that an artificial pointer is on its way, in ms: a few movements, or a great many. */
const MOVING_MS = [6_000, 12_000, 25_000];
const MOST_POINTS = 6_000;

/**
 * A pointer's way as a program of a kind makes it: movement after movement between targets, by one drawn choice of speed,
 * frames, noise and rests, as one sitting has it.
 *
 * @returns Times in ms from 0 on, places in viewport heights.
 */
export function artificialWay(kind: ArtificialKind, random: Random): PointerWay {
  const lines = pick(random, [600, 720, 864, 1_080, 1_440]);
  const mover = ARTIFICIAL_MOVERS[kind](random, lines);
  const frames = drawFrames(random);
  const restMs = pick(random, [0, 40, 350, 800, 1_500]);
  const reach = pick(random, [0.15, 0.4, 0.8]);
  const noise = random() < 0.35 ? pick(random, [0.5, 1, 2, 4, 7]) / lines : 0;
  const noisyShare = pick(random, [0.3, 0.6, 1]);
  const jumps = random() < 0.2;
  const wanted = pick(random, MOVING_MS);
  const way: PointerWay = { t: [], x: [], y: [] };
  let place = { x: 0.2 + random(), y: 0.2 + 0.6 * random() };
  let t = 0;
  for (let moving = 0; moving < wanted && way.t.length < MOST_POINTS;) {
    const target = nextTarget(place, reach, random);
    const movement = mover(place, target, frames.nominalMs);
    const began = t;
    for (let index = 0; index < movement.length; index++) {
      const [x, y] = movement[index];
      const size = random() < noisyShare ? noise : 0;
      way.t.push(t);
      way.x.push(x + size * normal(random));
      way.y.push(y + size * normal(random));
      t += frames.next();
    }
    moving += Math.max(50, t - began);
    // Some go to the next button in one step.
    place = jumps ? nextTarget(target, 0.4, random) : target;
    t += restMs * (0.6 + 0.8 * random());
  }
  if (random() < 0.85) onPixels(way.x, way.y, lines);
  return onlyMoves(way);
}

interface Place {
  x: number;
  y: number;
}

function nextTarget(from: Place, reach: number, random: Random): Place {
  for (;;) {
    // Buttons below each other and fields in a row: many ways lie along an axis.
    const axis = random();
    const x = axis < 0.15 ? from.x : from.x + reach * 1.5 * normal(random);
    const y = axis > 0.8 ? from.y : from.y + reach * normal(random);
    const way = Math.hypot(x - from.x, y - from.y);
    if (x >= 0 && x <= 1.7 && y >= 0 && y <= 1 && way > 0.03) return { x, y };
  }
}

interface Frames {
  nominalMs: number;
  next(): number;
}

/** How a program's points come to lie in time: the screen's frames, or timers that are late now and then. */
function drawFrames(random: Random): Frames {
  const nominalMs = pick(random, [4, 7, 8, 10, 16.7, 16.7, 16.7, 20, 33, 50]);
  switch (Math.floor(random() * 5)) {
    case 0:
      return { nominalMs, next: () => nominalMs };
    case 1: // a frame's own jitter, and a frame left out now and then
      return { nominalMs, next: () => nominalMs * (random() < 0.03 ? 2 : 1) + 0.3 * normal(random) };
    case 2:
      return { nominalMs, next: () => nominalMs * (0.6 + 0.8 * random()) };
    case 3: { // a machine under load: stretches in which every point is late
      let late = 1;
      return {
        nominalMs,
        next: () => {
          if (random() < 0.08) late = pick(random, [1, 1, 2, 4, 6]);
          return nominalMs * late * (0.8 + 0.4 * random());
        },
      };
    }
    default: // a timer, late by an exponential time
      return { nominalMs, next: () => Math.max(1, nominalMs - 1 - 2 * Math.log(1 - random())) };
  }
}
