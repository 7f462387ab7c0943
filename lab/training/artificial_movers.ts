import type { Random } from "../../scoring/models/random.ts";
import {
  along,
  between,
  bezier,
  diagonalCorner,
  drawDuration,
  drawEasing,
  EASINGS,
  line,
  longer,
  type Place,
  splineThrough,
  windWay,
} from "./artificial_curves.ts";
import { normal, pick } from "./random_draws.ts";

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
