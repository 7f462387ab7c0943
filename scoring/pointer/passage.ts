import { z } from "zod";

/** Steps longer than this, in ms, part two runs: nothing is known of the way between. */
const RUN_GAP_MS = 200;

/** Steps that a passage holds at most. */
const PASSAGE_STEPS = 128;

/** Names of {@link passageFeatures}, in order. */
export const PASSAGE_FEATURES = [
  "time_coupling",
  "direction_noise",
  "end_speed",
  "midpoint_ratio",
  "midpoint_median",
  "midpoint_tail",
  "standing",
  "peak_speed",
  "speed_spread",
  "equal_steps",
  "time_spread",
  "zigzag",
  "turn_median",
  "turn_tail",
] as const;

const steps = z.array(z.number()).max(PASSAGE_STEPS);

/** A {@link Passage} in JSON. */
export const PassageSnapshot = z.strictObject({ dt: steps, dx: steps, dy: steps });
export type PassageSnapshot = z.infer<typeof PassageSnapshot>;

/** A stretch of a pointer's way, as the steps it consists of. */
export class Passage {
  readonly dt = new Float64Array(PASSAGE_STEPS);
  readonly dx = new Float64Array(PASSAGE_STEPS);
  readonly dy = new Float64Array(PASSAGE_STEPS);
  length = 0;

  get isFull(): boolean {
    return this.length === PASSAGE_STEPS;
  }

  add(dt: number, dx: number, dy: number): void {
    this.dt[this.length] = dt;
    this.dx[this.length] = dx;
    this.dy[this.length] = dy;
    this.length++;
  }

  snapshot(): PassageSnapshot {
    return {
      dt: Array.from(this.dt.subarray(0, this.length)),
      dx: Array.from(this.dx.subarray(0, this.length)),
      dy: Array.from(this.dy.subarray(0, this.length)),
    };
  }

  /** @throws {RangeError} If a step lacks its time or its way. */
  restore({ dt, dx, dy }: PassageSnapshot): void {
    if (dx.length !== dt.length || dy.length !== dt.length) {
      throw new RangeError(`Cannot restore a passage: ${dt.length} times for ${dx.length} and ${dy.length} ways`);
    }
    this.dt.set(dt);
    this.dx.set(dx);
    this.dy.set(dy);
    this.length = dt.length;
  }
}

/** Way below which a step tells no direction, in viewport heights. */
const SMALL_STEP = 0.002;
const STILL = 1e-6;
/** Steps whose ways differ by less than this factor are alike: the exponential of 0.03. */
const ALIKE = Math.exp(0.03);
/** Steps within runs that a passage needs before it is measured. */
const MIN_PASSAGE_STEPS = 5;

const scratch = {
  size: new Float64Array(PASSAGE_STEPS),
  speed: new Float64Array(PASSAGE_STEPS),
  logTime: new Float64Array(PASSAGE_STEPS),
  logSize: new Float64Array(PASSAGE_STEPS),
  one: new Float64Array(PASSAGE_STEPS),
  two: new Float64Array(PASSAGE_STEPS),
};

/**
 * What a hand cannot help and a program has to forge: a longer time between samples carries further; speed and
 * direction change little from one sample to the next; a movement ends slower than it was; steps are not alike.
 *
 * After the kinematics of aimed movement (Plamondon 1995; Antal and Egyed-Zsigmond 2019) with scale-free measures, so
 * that mouse, touchpad, touch and a remote screen compare.
 *
 * @param passage The steps.
 * @param into {@link PASSAGE_FEATURES} long.
 * @returns Steps measured; 0, with `into` untouched, below {@link MIN_PASSAGE_STEPS}.
 */
export function passageFeatures(passage: Passage, into: Float64Array): number {
  const { dt, dx, dy, length } = passage;
  const { size, speed, logTime, logSize, one, two } = scratch;
  let used = 0;
  let moving = 0;
  let way = 0.01;
  let stepTime = 0;
  let stepTimeSquares = 0;
  let logSpeeds = 0;
  let logSpeedSquares = 0;
  for (let index = 0; index < length; index++) {
    size[index] = wayLength(dx[index], dy[index]);
    speed[index] = size[index] / dt[index] * 1_000;
    if (dt[index] > RUN_GAP_MS) continue;
    one[used] = speed[index];
    two[used++] = size[index];
    way += size[index];
    const time = Math.log(dt[index]);
    logTime[index] = time;
    logSize[index] = Math.log(size[index] + SMALL_STEP);
    stepTime += time;
    stepTimeSquares += time * time;
    if (size[index] <= STILL) continue;
    moving++;
    const logSpeed = Math.log(speed[index] + 0.05);
    logSpeeds += logSpeed;
    logSpeedSquares += logSpeed * logSpeed;
  }
  if (used < MIN_PASSAGE_STEPS) return 0;
  sort(one, used);
  const peak = (one[used - 1] + one[used - 2] + one[used - 3]) / 3;
  sort(two, used);
  const typicalStep = quantile(two, used, 0.5);

  let movingSpeeds = 0;
  for (let index = 0; index < length; index++) {
    if (dt[index] <= RUN_GAP_MS && size[index] > STILL) one[movingSpeeds++] = speed[index];
  }
  sort(one, movingSpeeds);
  const typicalSpeed = quantile(one, movingSpeeds, 0.5);

  let coupled = 0.15 * 0.8;
  let coupling = 0.15;
  let along = 0.02;
  let weights = 0.02;
  let midSquares = 0;
  let mids = 0;
  let turns = 0;
  let ends = 0;
  let endSpeeds = 0;
  let equal = 0;
  let neighbours = 0;
  let zigzags = 0;
  let pairs = 0;
  let lastTurn = 0;
  let lastStep = 0;
  for (let index = 0; index < length; index++) {
    const isUsed = dt[index] <= RUN_GAP_MS;
    const isMoving = isUsed && size[index] > STILL;
    const next = index + 1;
    const goesOn = next < length && dt[next] <= RUN_GAP_MS;
    if (isMoving) {
      const step = size[index] + 1e-4;
      if (lastStep > 0) {
        neighbours++;
        if (step < lastStep * ALIKE && lastStep < step * ALIKE) equal++;
      }
      lastStep = step;
      if (!goesOn) {
        ends++;
        endSpeeds += Math.log((speed[index] + 0.05) / (typicalSpeed + 0.05));
      }
    }
    if (next < length) pairs++;
    if (!isUsed || !goesOn) {
      lastTurn = 0;
      continue;
    }
    const middle = 0.5 * wayLength(dx[next] - dx[index], dy[next] - dy[index]);
    midSquares += middle * middle;
    one[mids++] = middle;
    if (!isMoving || size[next] <= STILL) {
      lastTurn = 0;
      continue;
    }
    const longer = logTime[next] - logTime[index];
    if (Math.abs(longer) > 0.05) {
      coupled += longer * (logSize[next] - logSize[index]);
      coupling += longer * longer;
    }
    const product = size[next] * size[index] + 1e-12;
    const cosine = (dx[next] * dx[index] + dy[next] * dy[index]) / product;
    const sine = (dx[index] * dy[next] - dy[index] * dx[next]) / product;
    const weight = Math.min(size[next], size[index]);
    along += cosine * weight;
    weights += weight;
    // Angles grow as cosines fall: only those that are asked for are worked out, after sorting.
    if (weight > SMALL_STEP) two[turns++] = -cosine;
    const turn = weight > 0.003 ? sine : 0;
    if (turn * lastTurn < -0.01) zigzags++;
    lastTurn = turn;
  }
  sort(one, mids);
  sort(two, turns);
  const meanTime = stepTime / used;
  const meanSpeed = moving > 0 ? logSpeeds / moving : 0;

  into[0] = coupled / coupling;
  into[1] = Math.log(1.01 - along / weights);
  into[2] = ends > 0 ? endSpeeds / ends : 0;
  into[3] = Math.log(Math.sqrt(midSquares) / way + 0.01);
  into[4] = Math.log(quantile(one, mids, 0.5) / (typicalStep + SMALL_STEP) + 0.02);
  into[5] = Math.log(quantile(one, mids, 0.9) / (typicalStep + SMALL_STEP) + 0.02);
  into[6] = Math.log((used - moving) / used + 0.03);
  into[7] = Math.log(peak + 0.2);
  into[8] = moving > 2 ? Math.log(deviation(logSpeedSquares, meanSpeed, moving) + 0.1) : -1;
  into[9] = neighbours > 2 ? Math.log(equal / neighbours + 0.03) : Math.log(0.1);
  into[10] = Math.log(deviation(stepTimeSquares, meanTime, used) + 0.05);
  into[11] = zigzags / (pairs + 3);
  into[12] = turns > 3 ? Math.log(angleQuantile(two, turns, 0.5) + 0.03) : -1.8;
  into[13] = turns > 3 ? Math.log(angleQuantile(two, turns, 0.9) + 0.05) : -1;
  return used;
}

/** Length of a way; `Math.hypot` guards against overflow that ways of a viewport cannot have, and costs a call. */
function wayLength(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

function deviation(squares: number, mean: number, count: number): number {
  return Math.sqrt(Math.max(0, squares / count - mean * mean));
}

/** Longer arrays are left to the engine's sort, which costs a call out of the compiled code. */
const SHORT_SORT = 48;

/** Sorts the first `count` numbers in place, ascending. */
function sort(values: Float64Array, count: number): void {
  if (count > SHORT_SORT) {
    values.subarray(0, count).sort();
    return;
  }
  for (let index = 1; index < count; index++) {
    const value = values[index];
    let place = index;
    for (; place > 0 && values[place - 1] > value; place--) values[place] = values[place - 1];
    values[place] = value;
  }
}

/** Type 7 quantile of the first `count` numbers, which are sorted; 0 of nothing. */
function quantile(sorted: Float64Array, count: number, share: number): number {
  if (count === 0) return 0;
  const place = share * (count - 1);
  const low = Math.floor(place);
  const high = Math.min(count - 1, low + 1);
  return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
}

/** As {@link quantile}, of the angles whose negated cosines are given. */
function angleQuantile(sorted: Float64Array, count: number, share: number): number {
  const place = share * (count - 1);
  const low = Math.floor(place);
  const lower = angle(sorted[low]);
  return lower + (place - low) * (angle(sorted[Math.min(count - 1, low + 1)]) - lower);
}

function angle(negatedCosine: number): number {
  return Math.acos(Math.min(1, Math.max(-1, -negatedCosine)));
}
