import type { Random } from "../../scoring/models/random.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";

/**
 * A pointer's way as a program makes it: a curve, an easing along it, a rule for the times between points, and often
 * noise, a jump, a stray point or a standstill. The usual ways of automation libraries, none of a data set's kinds
 * copied: what tells programs from hands has to come out of many kinds.
 */
export function artificialWay(random: Random): PointerWay {
  const count = 10 + Math.floor(random() * 110);
  const curve = makeCurve(random);
  const ease = makeEasing(random);
  const x: number[] = [];
  const y: number[] = [];
  for (let index = 0; index < count; index++) {
    const [px, py] = curve(ease(index / (count - 1)));
    x.push(px);
    y.push(py);
  }
  if (random() < 0.5) {
    const size = pick(random, [0.001, 0.003, 0.008, 0.02]);
    for (let index = 0; index < count; index++) {
      x[index] += size * normal(random);
      y[index] += size * normal(random);
    }
  }
  if (random() < 0.35) shiftFrom(1 + Math.floor(random() * (count - 1)), count, 0.25);
  if (random() < 0.3) shiftFrom(count - 1, count, 0.25);
  if (random() < 0.2) {
    const stray = 1 + Math.floor(random() * (count - 2));
    shiftFrom(stray, stray + 1, 0.2);
  }
  if (random() < 0.15) {
    const stop = Math.floor(count / 2 + random() * (count / 2));
    x.fill(x[stop], stop);
    y.fill(y[stop], stop);
  }
  if (random() < 0.7) onPixels(x, y, pick(random, [600, 864, 1_080]));
  return { t: makeTimes(random, count), x, y };

  function shiftFrom(from: number, to: number, size: number): void {
    const dx = size * normal(random);
    const dy = size * normal(random);
    for (let index = from; index < to; index++) {
      x[index] += dx;
      y[index] += dy;
    }
  }
}

/** Draws places onto a screen's pixels, `lines` in a viewport's height. In place. */
export function onPixels(x: number[], y: number[], lines: number): void {
  for (let index = 0; index < x.length; index++) {
    x[index] = Math.round(x[index] * lines) / lines;
    y[index] = Math.round(y[index] * lines) / lines;
  }
}

/** A draw from the standard normal distribution (Box and Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** One of `items`, each as likely. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)];
}

type Curve = (share: number) => [number, number];

function makeCurve(random: Random): Curve {
  switch (Math.floor(random() * 4)) {
    case 0: {
      const length = 0.1 + 0.9 * random();
      const angle = 2 * Math.PI * random();
      return (u) => [length * u * Math.cos(angle), length * u * Math.sin(angle)];
    }
    case 1: {
      const p = Array.from({ length: 8 }, () => random());
      return (u) => {
        const v = 1 - u;
        const weights = [v ** 3, 3 * u * v * v, 3 * u * u * v, u ** 3];
        return [
          weights.reduce((sum, weight, index) => sum + weight * p[index], 0),
          weights.reduce((sum, weight, index) => sum + weight * p[index + 4], 0),
        ];
      };
    }
    case 2: {
      const radius = 0.05 + 0.35 * random();
      const turn = 2 + 5 * random();
      return (u) => [radius * Math.cos(turn * u), radius * Math.sin(turn * u)];
    }
    default: {
      const corners = 3 + Math.floor(random() * 4);
      const places: [number, number][] = [[0, 0]];
      for (let index = 1; index < corners; index++) {
        const [x, y] = places[index - 1];
        places.push([x + 0.2 * normal(random), y + 0.2 * normal(random)]);
      }
      return (u) => {
        const place = Math.min(corners - 1.000001, u * (corners - 1));
        const low = Math.floor(place);
        const share = place - low;
        return [
          places[low][0] + share * (places[low + 1][0] - places[low][0]),
          places[low][1] + share * (places[low + 1][1] - places[low][1]),
        ];
      };
    }
  }
}

function makeEasing(random: Random): (share: number) => number {
  switch (Math.floor(random() * 4)) {
    case 0:
      return (u) => u;
    case 1:
      return (u) => u * u * (3 - 2 * u);
    case 2: // minimum jerk (Flash and Hogan 1985)
      return (u) => 10 * u ** 3 - 15 * u ** 4 + 6 * u ** 5;
    default: {
      const power = 1.5 + 2.5 * random();
      return (u) => 1 - (1 - u) ** power;
    }
  }
}

function makeTimes(random: Random, count: number): number[] {
  const rule = Math.floor(random() * 4);
  const base = pick(random, [8, 10, 16, 17, 20, 50, 100]);
  const t = [0];
  for (let index = 1; index < count; index++) {
    let dt = base;
    if (rule === 1) dt = base * (0.4 + 1.2 * random());
    else if (rule === 2) dt = base * Math.exp(0.5 * normal(random));
    else if (rule === 3 && random() < 0.2) dt = 50 + 350 * random();
    t.push(t[index - 1] + dt);
  }
  return t;
}
