import type { Random } from "../../scoring/models/random.ts";
import { normal, pick } from "./random_draws.ts";

interface Place {
  x: number;
  y: number;
}

/** Places of one movement, a frame apart, target last. */
type Mover = (from: Place, to: Place, frameMs: number) => [x: number, y: number][];

/** Draws one program's choices, and gives what moves by them. `lines` is px of a viewport's height. */
type MoverOf = (random: Random, lines: number) => Mover;

/**
 * The usual ways in which automation moves a pointer. What tells programs from hands has to come out of many kinds,
 * so none is a data set's own.
 */
export const ARTIFICIAL_MOVERS = {
  /** So many pixels each frame: along both axes at once and then the rest, one after the other, or along the line. */
  pixel_steps: (random, lines) => {
    const pixels = pick(random, [1, 1, 1, 2, 3, 4]) / lines;
    const rule = pick(random, ["line", "line", "diagonal", "axes"]);
    return (from, to) => {
      const dx = to.x - from.x;
      const dy = to.y - from.y;
      const corner = rule === "axes" ? { x: to.x, y: from.y } : rule === "diagonal" ? diagonalCorner(from, to) : from;
      const first = Math.max(Math.abs(corner.x - from.x), Math.abs(corner.y - from.y));
      const second = rule === "line" ? Math.max(Math.abs(dx), Math.abs(dy)) : longer(corner, to);
      return [...between(from, corner, first / pixels), ...between(corner, to, second / pixels)];
    };
  },
  /** One speed all the way, slow or fast. */
  even_line: (random) => {
    const speed = Math.exp(Math.log(0.04) + random() * Math.log(75));
    return (from, to, frameMs) => between(from, to, Math.hypot(to.x - from.x, to.y - from.y) / speed * 1_000 / frameMs);
  },
  /** A straight line with an easing. */
  eased_line: (random) => {
    const ease = drawEasing(random);
    const durationMs = drawDuration(random);
    return (from, to, frameMs) => along(line(from, to), ease, durationMs(from, to), frameMs);
  },
  /** A few points on the way, far apart. */
  few_points: (random) => {
    const points = 2 + Math.floor(random() * 10);
    const ease = drawEasing(random);
    return (from, to) => along(line(from, to), ease, points, 1);
  },
  /** A quadratic or cubic Bézier curve with bent control points. */
  bezier: (random) => {
    const ease = drawEasing(random);
    const durationMs = drawDuration(random);
    const bend = 0.1 + 0.6 * random();
    const isCubic = random() < 0.7;
    return (from, to, frameMs) => along(bezier(from, to, bend, isCubic, random), ease, durationMs(from, to), frameMs);
  },
  /** As {@link bezier}, past the target and back. */
  overshot_bezier: (random) => {
    const ease = drawEasing(random);
    const durationMs = drawDuration(random);
    const bend = 0.05 + 0.3 * random();
    return (from, to, frameMs) => {
      const past = {
        x: to.x + 0.1 * (to.x - from.x) * (0.5 + random()),
        y: to.y + 0.1 * (to.y - from.y) * (0.5 + random()),
      };
      return [
        ...along(bezier(from, past, bend, true, random), ease, durationMs(from, past), frameMs),
        ...along(bezier(past, to, bend, true, random), ease, 0.4 * durationMs(from, to), frameMs),
      ];
    };
  },
  /** Gravity to the target and a wind that turns (WindMouse, Land 2021). */
  wind: (random) => {
    const gravity = 0.006 + 0.008 * random();
    const wind = 0.001 + 0.006 * random();
    const most = 0.008 + 0.03 * random();
    return (from, to) => windWay(from, to, gravity, wind, most, random);
  },
  /** Minimum jerk (Flash and Hogan 1985), with noise at every point. */
  noisy_reach: (random) => {
    const durationMs = drawDuration(random);
    const size = pick(random, [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02]);
    return (from, to, frameMs) =>
      along(line(from, to), EASINGS.minimumJerk, durationMs(from, to), frameMs)
        .map(([x, y]): [number, number] => [x + size * normal(random), y + size * normal(random)]);
  },
  /** A smooth curve through stops on the way (Catmull and Rom 1974). */
  spline: (random) => {
    const stops = 2 + Math.floor(random() * 4);
    const spread = 0.03 + 0.15 * random();
    const durationMs = drawDuration(random);
    const ease = drawEasing(random);
    return (from, to, frameMs) =>
      along(splineThrough(from, to, stops, spread, random), ease, durationMs(from, to), frameMs);
  },
  /** Part of a circle, or a wave along the line. */
  waves: (random) => {
    const height = 0.02 + 0.2 * random();
    const turns = pick(random, [0.5, 1, 2, 4]);
    const ease = drawEasing(random);
    const durationMs = drawDuration(random);
    return (from, to, frameMs) => {
      const way = Math.hypot(to.x - from.x, to.y - from.y);
      const side = { x: -(to.y - from.y) / way, y: (to.x - from.x) / way };
      const high = Math.min(height, way / 2);
      return along(
        (share) => {
          const off = high * Math.sin(2 * Math.PI * turns * share);
          return [from.x + (to.x - from.x) * share + side.x * off, from.y + (to.y - from.y) * share + side.y * off];
        },
        ease,
        durationMs(from, to),
        frameMs,
      );
    };
  },
  /** Round and round, wider and narrower, at one pace. */
  loops: (random) => {
    const radius = 0.04 + 0.25 * random();
    const speed = 0.15 * Math.exp(2.5 * random());
    const wobble = pick(random, [0, 0.1, 0.3]);
    const flat = 0.5 + 0.5 * random();
    return (from, _to, frameMs) => {
      const begin = 2 * Math.PI * random();
      const side = random() < 0.5 ? 1 : -1;
      const steps = Math.min(600, Math.round(2 * Math.PI * radius * (0.5 + random()) / speed * 1_000 / frameMs));
      const phase = 2 * Math.PI * random();
      return Array.from({ length: Math.max(2, steps) }, (_, index): [number, number] => {
        const angle = begin + side * (index * frameMs / 1_000) * speed / radius;
        const far = radius * (1 + wobble * Math.sin(2.3 * angle + phase));
        return [from.x + far * Math.cos(angle), from.y + flat * far * Math.sin(angle)];
      });
    };
  },
  /** From corner to corner at one speed, with noise or none. */
  corners: (random) => {
    const speed = 0.3 + 2 * random();
    const size = pick(random, [0, 0, 0.001, 0.004]);
    return (from, to, frameMs) => {
      const points: [number, number][] = [];
      let place = from;
      for (let left = 3; left > 0; left--) {
        const next = left === 1 ? to : { x: place.x + 0.15 * normal(random), y: place.y + 0.15 * normal(random) };
        const steps = Math.hypot(next.x - place.x, next.y - place.y) / speed * 1_000 / frameMs;
        points.push(...between(place, next, steps));
        place = next;
      }
      return points.map(([x, y]) => [x + size * normal(random), y + size * normal(random)]);
    };
  },
  /** A curve with a jump, a stray point or a standstill, as learnt generators leave them. */
  patchwork: (random) => {
    const ease = drawEasing(random);
    const durationMs = drawDuration(random);
    const bend = 0.6 * random();
    const size = pick(random, [0.001, 0.003, 0.008, 0.02]);
    return (from, to, frameMs) => {
      const points = along(bezier(from, to, bend, true, random), ease, durationMs(from, to), frameMs)
        .map(([x, y]): [number, number] => [x + size * normal(random), y + size * normal(random)]);
      const shift = (first: number, end: number, far: number) => {
        const dx = far * normal(random);
        const dy = far * normal(random);
        for (let index = first; index < end; index++) points[index] = [points[index][0] + dx, points[index][1] + dy];
      };
      if (random() < 0.4) shift(Math.floor(random() * points.length), points.length, 0.2);
      if (random() < 0.4) shift(points.length - 1, points.length, 0.2);
      const stray = Math.floor(random() * (points.length - 1));
      if (random() < 0.3) shift(stray, stray + 1, 0.15);
      return points;
    };
  },
} as const satisfies Record<string, MoverOf>;

/** Names of {@link ARTIFICIAL_MOVERS}. */
export type ArtificialKind = keyof typeof ARTIFICIAL_MOVERS;

const EASINGS = {
  none: (u: number) => u,
  smoothstep: (u: number) => u * u * (3 - 2 * u),
  minimumJerk: (u: number) => u ** 3 * (10 - 15 * u + 6 * u * u),
  sine: (u: number) => (1 - Math.cos(Math.PI * u)) / 2,
  exponential: (u: number) => u === 1 ? 1 : 1 - 2 ** (-8 * u),
};

type Easing = (share: number) => number;

function drawEasing(random: Random): Easing {
  const power = 1.5 + 2.5 * random();
  return pick(random, [...Object.values(EASINGS), (u: number) => 1 - (1 - u) ** power, (u: number) => u ** power]);
}

/** A fixed time for every movement, one speed for all, or Fitts' law. */
function drawDuration(random: Random): (from: Place, to: Place) => number {
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

type Curve = (share: number) => [number, number];

function line(from: Place, to: Place): Curve {
  return (share) => [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
}

function along(curve: Curve, ease: Easing, durationMs: number, frameMs: number): [number, number][] {
  const steps = Math.max(1, Math.round(durationMs / frameMs));
  return Array.from({ length: steps }, (_, index) => curve(ease((index + 1) / steps)));
}

function between(from: Place, to: Place, steps: number): [number, number][] {
  const count = Math.round(steps);
  return Array.from({ length: count }, (_, index) => line(from, to)((index + 1) / count));
}

function longer(from: Place, to: Place): number {
  return Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
}

/** Where a way ends that goes along both axes at once. */
function diagonalCorner(from: Place, to: Place): Place {
  const shorter = Math.min(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  return { x: from.x + shorter * Math.sign(to.x - from.x), y: from.y + shorter * Math.sign(to.y - from.y) };
}

function bezier(from: Place, to: Place, bend: number, isCubic: boolean, random: Random): Curve {
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

function splineThrough(from: Place, to: Place, stops: number, spread: number, random: Random): Curve {
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

function windWay(from: Place, to: Place, gravity: number, wind: number, most: number, random: Random) {
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
