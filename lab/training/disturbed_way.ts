import type { Random } from "../../scoring/models/random.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";
import { normal, onPixels, pick } from "./artificial_way.ts";

/**
 * A person's way as another device, screen or line might have recorded it: turned, larger or smaller, faster or
 * slower; sampled more coarsely, with late times, or at the ticks of a remote screen. What a model learns from people
 * must not be what one mouse on one machine looks like.
 */
export function disturbedWay(way: PointerWay, random: Random): PointerWay {
  const size = Math.exp(0.3 * normal(random));
  const pace = Math.exp(0.25 * normal(random));
  const angle = 2 * Math.PI * random();
  let result: PointerWay = {
    t: way.t.map((t) => Math.round(t * pace)),
    x: way.x.map((x, index) => size * (Math.cos(angle) * x - Math.sin(angle) * way.y[index])),
    y: way.x.map((x, index) => size * (Math.sin(angle) * x + Math.cos(angle) * way.y[index])),
  };
  switch (Math.floor(random() * 5)) {
    case 1:
      result = sampled(result, 20, 0, random);
      break;
    case 2:
      result = sampled(result, pick(random, [30, 50, 70]), 0.3, random);
      break;
    case 3:
      result = delayed(result, pick(random, [2, 5, 8]), random);
      break;
    case 4:
      result = remote(result, pick(random, [33, 50, 60]), random);
      break;
  }
  onPixels(result.x, result.y, pick(random, [600, 864, 1_080, 1_440]));
  return result;
}

function sampled(way: PointerWay, spacingMs: number, spread: number, random: Random): PointerWay {
  const kept = [0];
  let wanted = spacingMs * (1 + spread * normal(random));
  for (let index = 1; index < way.t.length; index++) {
    if (way.t[index] - way.t[kept[kept.length - 1]] < wanted) continue;
    kept.push(index);
    wanted = Math.max(5, spacingMs * (1 + spread * normal(random)));
  }
  if (kept[kept.length - 1] !== way.t.length - 1) kept.push(way.t.length - 1);
  return { t: kept.map((index) => way.t[index]), x: kept.map((i) => way.x[i]), y: kept.map((i) => way.y[i]) };
}

function delayed(way: PointerWay, spreadMs: number, random: Random): PointerWay {
  let last = 0;
  const t = way.t.map((time) => (last = Math.max(last, Math.round(time + Math.abs(spreadMs * normal(random))))));
  return { ...way, t };
}

/** Places reach a remote screen at its ticks, now and then two at once. */
function remote(way: PointerWay, tickMs: number, random: Random): PointerWay {
  const result: PointerWay = { t: [way.t[0]], x: [way.x[0]], y: [way.y[0]] };
  let lastIndex = 0;
  let next = way.t[0] + tickMs;
  for (let index = 1; index < way.t.length; index++) {
    if (way.t[index] < next) continue;
    if (index - 1 > lastIndex && random() < 0.5) add(index - 1, way.t[index] - 1 - Math.floor(4 * random()));
    add(index, way.t[index]);
    lastIndex = index;
    next = way.t[index] + tickMs * (1 + 0.1 * normal(random));
  }
  return result;

  function add(index: number, t: number): void {
    result.t.push(t);
    result.x.push(way.x[index]);
    result.y.push(way.y[index]);
  }
}
