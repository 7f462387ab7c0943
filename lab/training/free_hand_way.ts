import type { Random } from "../../scoring/models/random.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";
import { pointerPath } from "../simulation/pointer_path.ts";
import { drawHand, PRACTISED_HAND } from "../simulation/pointer_profile.ts";
import { normal, pick } from "./random_draws.ts";

/** A hand is followed this often, in ms; devices read it more coarsely. */
const TICK_MS = 8;
const MOVING_MS = 14_000;
const ASPECT = 16 / 9;

/**
 * As {@link freeHandWay}, by the simulated students' hand: reach after reach to a target, with tremor and overshoots.
 */
export function practisedHandWay(random: Random): PointerWay {
  const hand = drawHand({ ...PRACTISED_HAND, sampleMs: pick(random, [8, 16.7, 16.7]) }, random);
  const way: PointerWay = { t: [], x: [], y: [] };
  let place = { x: random(), y: random() };
  for (let t = 0, moving = 0; moving < MOVING_MS;) {
    const target = { x: random(), y: random() };
    const path = pointerPath(hand, random, place, target, 0.02 + 0.1 * random());
    for (const [ms, x, y] of path) {
      way.t.push(t + ms);
      way.x.push(x * ASPECT);
      way.y.push(y);
    }
    const lastsMs = path[path.length - 1][0];
    moving += lastsMs;
    t += lastsMs + pick(random, [100, 400, 1_500]) * (0.5 + random());
    place = target;
  }
  return way;
}

/** One stroke that the hand sends off: where it goes, when, and for how long. */
interface Stroke {
  beganMs: number;
  lastsMs: number;
  dx: number;
  dy: number;
  bow: number;
}

/**
 * A model of a free hand at a pointer, for what no recorded data set here holds: reaching, reading along the lines,
 * dragging slowly, drawing idle loops, small fidgets. Sums of overlapping strokes with bell-shaped speeds (Plamondon
 * 1995), corrections towards the target (Meyer et al. 1988), noise that grows with speed (Harris and Wolpert 1998), and
 * physiological tremor.
 *
 * @returns Times in ms from 0 on, places in viewport heights.
 */
export function freeHandWay(random: Random): PointerWay {
  const hand = {
    slowness: Math.exp(0.35 * normal(random)),
    noise: 0.05 + 0.12 * random(),
    tremor: 0.0002 + 0.0006 * random(),
    tremorHertz: 7 + 5 * random(),
    bow: 0.03 + 0.12 * random(),
  };
  const habits = pick(random, [[0, 0, 0, 2], [0, 1, 1, 2], [0, 3, 3, 4], [4, 4, 0, 2], [0, 1, 2, 3]]);
  const way: PointerWay = { t: [], x: [], y: [] };
  let t = 0;
  let x = 0.3 + random();
  let y = 0.2 + 0.6 * random();
  for (let moving = 0; moving < MOVING_MS;) {
    const strokes = EPISODES[pick(random, habits)](random, hand);
    const lastsMs = Math.max(...strokes.map((stroke) => stroke.beganMs + stroke.lastsMs));
    let noiseX = 0;
    let noiseY = 0;
    let phase = 2 * Math.PI * random();
    for (let ms = 0; ms <= lastsMs; ms += TICK_MS) {
      let vx = 0;
      let vy = 0;
      for (const stroke of strokes) {
        const share = (ms - stroke.beganMs) / stroke.lastsMs;
        if (share <= 0 || share >= 1) continue;
        const pace = bell(share) / stroke.lastsMs;
        const turn = stroke.bow * (share - 0.5);
        vx += pace * (stroke.dx * Math.cos(turn) - stroke.dy * Math.sin(turn));
        vy += pace * (stroke.dx * Math.sin(turn) + stroke.dy * Math.cos(turn));
      }
      const speed = Math.hypot(vx, vy);
      noiseX = 0.8 * noiseX + 0.6 * hand.noise * speed * normal(random);
      noiseY = 0.8 * noiseY + 0.6 * hand.noise * speed * normal(random);
      phase += 2 * Math.PI * hand.tremorHertz * TICK_MS / 1_000 + 0.3 * normal(random);
      x += (vx + noiseX) * TICK_MS;
      y += (vy + noiseY) * TICK_MS;
      way.t.push(t + ms);
      way.x.push(x + hand.tremor * Math.sin(phase));
      way.y.push(y + hand.tremor * Math.sin(1.3 * phase));
    }
    moving += lastsMs;
    t += lastsMs + pick(random, [60, 300, 900, 2_500]) * (0.5 + random());
    x += 0.15 * ((x > 1.5 ? 1 : 0) * (1.2 - x) + (x < 0.1 ? 1 : 0) * (0.3 - x));
    y += 0.15 * ((y > 0.9 ? 1 : 0) * (0.6 - y) + (y < 0.1 ? 1 : 0) * (0.3 - y));
  }
  return way;
}

/** Speed over a stroke that rises faster than it falls; its integral over [0, 1] is 1. */
function bell(share: number): number {
  return 20 * share * (1 - share) ** 3;
}

interface Hand {
  slowness: number;
  noise: number;
  bow: number;
}

type Episode = (random: Random, hand: Hand) => Stroke[];

const EPISODES: readonly Episode[] = [
  (random, hand) => reach(random, hand, 0.05 + 0.7 * random() ** 1.5, 1),
  // Reading along: a slow line of many small strokes, then back.
  (random, hand) => {
    const strokes: Stroke[] = [];
    const speed = (0.05 + 0.25 * random()) / 1_000;
    let beganMs = 0;
    for (let way = 0.3 + 0.6 * random(); way > 0;) {
      const lastsMs = 250 * hand.slowness * Math.exp(0.4 * normal(random));
      const dx = speed * lastsMs * Math.exp(0.4 * normal(random));
      strokes.push({ beganMs, lastsMs, dx, dy: 0.12 * dx * normal(random), bow: hand.bow * normal(random) });
      beganMs += lastsMs * (0.4 + 0.5 * random());
      way -= dx;
    }
    return strokes;
  },
  // A drag, a scroll bar, a selection: slower, and straighter.
  (random, hand) => reach(random, { ...hand, bow: 0.4 * hand.bow }, 0.1 + 0.4 * random(), 2 + 2 * random()),
  // Idle loops.
  (random, hand) => {
    const strokes: Stroke[] = [];
    const radius = 0.02 + 0.12 * random();
    const side = random() < 0.5 ? 1 : -1;
    let angle = 2 * Math.PI * random();
    let beganMs = 0;
    for (let left = 4 + Math.floor(8 * random()); left > 0; left--) {
      const lastsMs = 260 * hand.slowness * Math.exp(0.25 * normal(random));
      const way = 2 * radius * Math.exp(0.3 * normal(random));
      strokes.push({ beganMs, lastsMs, dx: way * Math.cos(angle), dy: way * Math.sin(angle), bow: side });
      angle += side * (1 + 0.3 * normal(random));
      beganMs += lastsMs * (0.45 + 0.2 * random());
    }
    return strokes;
  },
  // Fidgets of a few pixels.
  (random, hand) => {
    const strokes: Stroke[] = [];
    let beganMs = 0;
    for (let left = 2 + Math.floor(6 * random()); left > 0; left--) {
      const lastsMs = 180 * hand.slowness * Math.exp(0.5 * normal(random));
      const size = 0.004 * Math.exp(0.9 * normal(random));
      strokes.push({
        beganMs,
        lastsMs,
        dx: size * normal(random),
        dy: size * normal(random),
        bow: hand.bow * normal(random),
      });
      beganMs += lastsMs * (0.5 + random());
    }
    return strokes;
  },
];

/** One long stroke that misses, and corrections that miss less. `slower` stretches its time. */
function reach(random: Random, hand: Hand, distance: number, slower: number): Stroke[] {
  const angle = random() < 0.3 ? pick(random, [0, Math.PI / 2, Math.PI, -Math.PI / 2]) : 2 * Math.PI * random();
  const strokes: Stroke[] = [];
  let dx = distance * Math.cos(angle);
  let dy = distance * Math.sin(angle);
  let beganMs = 0;
  for (let left = 1 + Math.floor(4 * random()); left > 0; left--) {
    const way = Math.hypot(dx, dy);
    const lastsMs = (180 + 130 * Math.log2(way / 0.03 + 1)) * hand.slowness * slower * Math.exp(0.15 * normal(random));
    const reached = 1 + 1.5 * hand.noise * normal(random) - 0.05;
    const aside = hand.noise * normal(random);
    const stroke = { dx: reached * dx - aside * dy, dy: reached * dy + aside * dx };
    strokes.push({ beganMs, lastsMs, ...stroke, bow: hand.bow * 4 * normal(random) });
    beganMs += lastsMs * (0.5 + 0.4 * random());
    dx -= stroke.dx;
    dy -= stroke.dy;
  }
  return strokes;
}
