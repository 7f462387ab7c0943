import type { Random } from "../../scoring/models/random.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";
import { normal, onPixels, pick } from "./random_draws.ts";

/** Turns a recorded way into what another hand's device would have recorded of it. */
export type Disturbance = (way: PointerWay) => PointerWay;

/** Recorded points further apart than this, in ms, have nothing filled in between. */
const GAP_MS = 120;

/**
 * Draws another hand and device, the same for a whole sitting: turned or mirrored, larger, smaller or idle, slow or fast;
 * with tremor, by a touchpad whose finger lifts, smoothed by a driver; read at a screen's frames, late, or at the ticks
 * of a remote screen; on coarse or fine pixels. What a model learns from people must not be what one mouse on one
 * machine looks like.
 */
export function drawDisturbance(random: Random): Disturbance {
  const isIdle = random() < 0.15;
  const size = isIdle ? Math.exp(-1 - 2 * random()) : Math.exp(0.35 * normal(random));
  const pace = random() < 0.2 ? 1.4 + 1.6 * random() : Math.exp(0.25 * normal(random));
  const angle = random() < 0.3 ? 0 : 2 * Math.PI * random();
  const side = random() < 0.5 ? 1 : -1;
  const tremor = random() < 0.2 ? { size: 0.0005 + 0.003 * random(), hertz: 4 + 8 * random() } : null;
  const smoothMs = random() < 0.2 ? 20 + 80 * random() : 0;
  const lifts = random() < 0.15;
  const record = drawRecorder(random);
  const lines = pick(random, [600, 720, 864, 1_080, 1_080, 1_440, 1_350, 1_620, 2_160]);
  return (way) => {
    let result = turned(way, size, pace, angle, side);
    if (pace > 1.3) result = filled(result, 12, random);
    if (lifts) result = withLifts(result, random);
    if (smoothMs > 0) result = smoothed(result, smoothMs);
    if (tremor !== null) result = trembling(result, tremor.size, tremor.hertz, random);
    result = record(result);
    onPixels(result.x, result.y, lines);
    return onlyMoves(result);
  };
}

function turned(way: PointerWay, size: number, pace: number, angle: number, side: number): PointerWay {
  const cosine = size * Math.cos(angle);
  const sine = size * Math.sin(angle);
  return {
    t: way.t.map((t) => t * pace),
    x: way.x.map((x, index) => side * (cosine * x - sine * way.y[index])),
    y: way.x.map((x, index) => sine * x + cosine * way.y[index]),
  };
}

/** Fills in what a device of a higher rate would have seen of a slow hand; in between, hands are not straight. */
function filled(way: PointerWay, spacingMs: number, random: Random): PointerWay {
  const result: PointerWay = { t: [], x: [], y: [] };
  for (let index = 0; index < way.t.length; index++) {
    const gap = index === 0 ? 0 : way.t[index] - way.t[index - 1];
    const parts = gap > 0 && gap < GAP_MS ? Math.ceil(gap / spacingMs) : 1;
    for (let part = 1; part <= parts; part++) {
      const share = part / parts;
      const before = Math.max(0, index - 1);
      const off = part < parts ? 0.1 * Math.hypot(way.x[index] - way.x[before], way.y[index] - way.y[before]) : 0;
      result.t.push(way.t[before] + (way.t[index] - way.t[before]) * share);
      result.x.push(way.x[before] + (way.x[index] - way.x[before]) * share + off * normal(random));
      result.y.push(way.y[before] + (way.y[index] - way.y[before]) * share + off * normal(random));
    }
  }
  return result;
}

/** A touchpad's finger comes to its edge and is put down anew. */
function withLifts(way: PointerWay, random: Random): PointerWay {
  let late = 0;
  let next = way.t[0] + 250 + 500 * random();
  const t = way.t.map((time) => {
    if (time > next) {
      late += 90 + 250 * random();
      next = time + 250 + 500 * random();
    }
    return time + late;
  });
  return { ...way, t };
}

/** An exponential mean over time, as drivers, pens and trackpoints smooth. */
function smoothed(way: PointerWay, spanMs: number): PointerWay {
  const result: PointerWay = { t: way.t, x: [...way.x], y: [...way.y] };
  for (let index = 1; index < way.t.length; index++) {
    const kept = Math.exp(-(way.t[index] - way.t[index - 1]) / spanMs);
    result.x[index] = kept * result.x[index - 1] + (1 - kept) * way.x[index];
    result.y[index] = kept * result.y[index - 1] + (1 - kept) * way.y[index];
  }
  return result;
}

function trembling(way: PointerWay, size: number, hertz: number, random: Random): PointerWay {
  let phase = 2 * Math.PI * random();
  let strength = 1;
  const slant = random();
  const result: PointerWay = { t: way.t, x: [...way.x], y: [...way.y] };
  for (let index = 1; index < way.t.length; index++) {
    phase += 2 * Math.PI * hertz * (way.t[index] - way.t[index - 1]) / 1_000 + 0.2 * normal(random);
    strength = 0.95 * strength + 0.05 * (1 + 2 * normal(random));
    result.x[index] += size * strength * Math.sin(phase);
    result.y[index] += size * slant * strength * Math.sin(phase + 1);
  }
  return result;
}

function drawRecorder(random: Random): Disturbance {
  switch (Math.floor(random() * 7)) {
    case 0:
      return (way) => way;
    case 1: {
      const frameMs = pick(random, [6.94, 8.33, 13.3, 16.67, 16.67]);
      return (way) => atFrames(way, frameMs, random);
    }
    case 2: {
      const spacing = pick(random, [20, 30, 50, 70]);
      return (way) => sampled(way, spacing, 0.3, random);
    }
    case 3: {
      const spread = pick(random, [2, 5, 8]);
      return (way) => delayed(way, spread, random);
    }
    case 4: {
      const frameMs = pick(random, [16.67, 16.67, 33.3]);
      return (way) => atFrames(delayed(way, 3, random), frameMs, random);
    }
    case 5: {
      const frameMs = pick(random, [8.33, 16.67, 16.67]);
      const load = 0.02 + 0.1 * random();
      return (way) => underLoad(way, frameMs, load, random);
    }
    default: {
      const tick = pick(random, [33, 50, 60]);
      return (way) => remote(way, tick, random);
    }
  }
}

/** A browser tells of the latest place once a frame. */
function atFrames(way: PointerWay, frameMs: number, random: Random): PointerWay {
  const result: PointerWay = { t: [], x: [], y: [] };
  let frame = -1;
  for (let index = 0; index < way.t.length; index++) {
    const at = Math.ceil(way.t[index] / frameMs);
    if (at === frame) {
      result.x[result.x.length - 1] = way.x[index];
      result.y[result.y.length - 1] = way.y[index];
      continue;
    }
    frame = at;
    result.t.push(Math.max(result.t.at(-1) ?? 0, at * frameMs + 0.4 * normal(random)));
    result.x.push(way.x[index]);
    result.y.push(way.y[index]);
  }
  return result;
}

/** A machine under load leaves frames out, some at a time or a whole stretch long. */
function underLoad(way: PointerWay, frameMs: number, load: number, random: Random): PointerWay {
  const kept: number[] = [0];
  let late = 1;
  let next = way.t[0] + frameMs;
  for (let index = 1; index < way.t.length; index++) {
    if (way.t[index] < next) continue;
    kept.push(index);
    if (random() < load) late = pick(random, [1, 1, 2, 3, 4, 6, 9]);
    next = way.t[index] + frameMs * late * (0.8 + 0.4 * random());
  }
  return { t: kept.map((index) => way.t[index]), x: kept.map((i) => way.x[i]), y: kept.map((i) => way.y[i]) };
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

/** A browser tells of a place only where it is another one. */
export function onlyMoves({ t, x, y }: PointerWay): PointerWay {
  const kept = t.map((_, index) => index).filter((index) =>
    index === 0 || x[index] !== x[index - 1] || y[index] !== y[index - 1]
  );
  return { t: kept.map((index) => t[index]), x: kept.map((index) => x[index]), y: kept.map((index) => y[index]) };
}
