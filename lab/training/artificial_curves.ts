import type { Random } from "../../scoring/models/random.ts";
import { normal, pick } from "./random_draws.ts";

/** A place on the page, in shares of the viewport. */
export interface Place {
  x: number;
  y: number;
}

/** How far a movement is after a share of its time, both in [0, 1]: what libraries offer. */
export const EASINGS = {
  none: (u: number) => u,
  smoothstep: (u: number) => u * u * (3 - 2 * u),
  minimumJerk: (u: number) => u ** 3 * (10 - 15 * u + 6 * u * u),
  sine: (u: number) => (1 - Math.cos(Math.PI * u)) / 2,
  exponential: (u: number) => u === 1 ? 1 : 1 - 2 ** (-8 * u),
};

type Easing = (share: number) => number;

/** One of {@link EASINGS}, or a power of its own. */
export function drawEasing(random: Random): Easing {
  const power = 1.5 + 2.5 * random();
  return pick(random, [...Object.values(EASINGS), (u: number) => 1 - (1 - u) ** power, (u: number) => u ** power]);
}

/** Time of a movement in ms: a fixed time for every movement, one speed for all, or Fitts' law. */
export function drawDuration(random: Random): (from: Place, to: Place) => number {
  const way = (from: Place, to: Place) => Math.hypot(to.x - from.x, to.y - from.y);
  const fixed = 150 * Math.exp(2.6 * random());
  const speed = 0.08 * Math.exp(3.5 * random());
  const slope = 80 + 150 * random();
  return pick(random, [
    () => fixed,
    (from: Place, to: Place) => 1_000 * way(from, to) / speed,
    (from: Place, to: Place) => 100 + slope * Math.log2(way(from, to) / 0.03 + 1),
  ]);
}

/** Where a movement is after a share of its way. */
type Curve = (share: number) => [number, number];

/** Straight from one place to another. */
export function line(from: Place, to: Place): Curve {
  return (share) => [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
}

/** Places of a curve, a frame of `frameMs` apart, its end last. */
export function along(curve: Curve, ease: Easing, durationMs: number, frameMs: number): [number, number][] {
  const steps = Math.max(1, Math.round(durationMs / frameMs));
  return Array.from({ length: steps }, (_, index) => curve(ease((index + 1) / steps)));
}

/** Places of a straight way in `steps` even steps, its end last. */
export function between(from: Place, to: Place, steps: number): [number, number][] {
  const count = Math.round(steps);
  return Array.from({ length: count }, (_, index) => line(from, to)((index + 1) / count));
}

/** The longer of the way along the two axes. */
export function longer(from: Place, to: Place): number {
  return Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
}

/** Where a way ends that goes along both axes at once. */
export function diagonalCorner(from: Place, to: Place): Place {
  const shorter = Math.min(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  return { x: from.x + shorter * Math.sign(to.x - from.x), y: from.y + shorter * Math.sign(to.y - from.y) };
}

export function bezier(from: Place, to: Place, bend: number, isCubic: boolean, random: Random): Curve {
  const way = Math.hypot(to.x - from.x, to.y - from.y);
  const control = (share: number) => ({
    x: from.x + (to.x - from.x) * share + bend * way * normal(random),
    y: from.y + (to.y - from.y) * share + bend * way * normal(random),
  });
  const one = control(isCubic ? 0.33 : 0.5);
  const two = isCubic ? control(0.67) : one;
  return (u) => {
    const v = 1 - u;
    const weights = isCubic ? [v ** 3, 3 * u * v * v, 3 * u * u * v, u ** 3] : [v * v, 2 * u * v, 0, u * u];
    return [
      weights[0] * from.x + weights[1] * one.x + weights[2] * two.x + weights[3] * to.x,
      weights[0] * from.y + weights[1] * one.y + weights[2] * two.y + weights[3] * to.y,
    ];
  };
}

export function splineThrough(from: Place, to: Place, stops: number, spread: number, random: Random): Curve {
  const places: Place[] = [from];
  for (let stop = 1; stop <= stops; stop++) {
    const [x, y] = line(from, to)(stop / (stops + 1));
    places.push({ x: x + spread * normal(random), y: y + spread * normal(random) });
  }
  places.push(to);
  const at = (index: number) => places[Math.min(places.length - 1, Math.max(0, index))];
  return (share) => {
    const place = Math.min(places.length - 1 - 1e-9, share * (places.length - 1));
    const low = Math.floor(place);
    const u = place - low;
    const part = (axis: "x" | "y") => {
      const [a, b, c, d] = [-1, 0, 1, 2].map((offset) => at(low + offset)[axis]);
      return 0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u * u + (3 * b - 3 * c + d - a) * u ** 3);
    };
    return [part("x"), part("y")];
  };
}

export function windWay(from: Place, to: Place, gravity: number, wind: number, most: number, random: Random) {
  const points: [number, number][] = [];
  let { x, y } = from;
  let vx = 0;
  let vy = 0;
  let wx = 0;
  let wy = 0;
  let bound = most;
  for (let left = Math.hypot(to.x - x, to.y - y); left > 0.003 && points.length < 400;) {
    const blow = Math.min(wind, left);
    const isFar = left > 0.02;
    wx = isFar ? wx / Math.sqrt(3) + (2 * random() - 1) * blow / Math.sqrt(5) : wx / Math.sqrt(3);
    wy = isFar ? wy / Math.sqrt(3) + (2 * random() - 1) * blow / Math.sqrt(5) : wy / Math.sqrt(3);
    if (!isFar) bound = Math.max(0.003, bound / Math.sqrt(5));
    vx += wx + gravity * (to.x - x) / left;
    vy += wy + gravity * (to.y - y) / left;
    const speed = Math.hypot(vx, vy);
    if (speed > bound) {
      const clipped = bound / 2 + random() * bound / 2;
      vx *= clipped / speed;
      vy *= clipped / speed;
    }
    x += vx;
    y += vy;
    points.push([x, y]);
    left = Math.hypot(to.x - x, to.y - y);
  }
  points.push([to.x, to.y]);
  return points;
}
