import { type Passage, PASSAGE_STEPS, RUN_GAP_MS } from "./passage.ts";
import { PACE_FEATURES, paceFeatures } from "./passage_pace.ts";
import { quantileOfSorted as quantile, sortFirst } from "./sorted.ts";
import { SMALL_STEP } from "./pointer_steps.ts";

const STEP_FEATURES = [
  "time_coupling",
  "direction_noise",
  "start_speed",
  "end_speed",
  "midpoint_ratio",
  "midpoint_median",
  "midpoint_tail",
  "speed_spread",
  "equal_steps",
  "repeated_steps",
  "roughness",
  "zigzag",
  "turn_median",
  "turn_tail",
] as const;

/** Names of {@link passageFeatures}, in order. */
export const PASSAGE_FEATURES = [...STEP_FEATURES, ...PACE_FEATURES] as const;

/** Steps within runs that a passage needs before it is measured: spikes early in a sitting came of 11 to 31. */
export const MIN_PASSAGE_STEPS = 60;

/** Steps whose ways differ by less than this factor are alike: the exponential of 0.03. */
const ALIKE = Math.exp(0.03);
/** A step that differs from the one before by less than half a pixel along each axis repeats it … */
const HALF_PIXEL = 0.0006;
/** … where it is longer than a pixel or so: slow hands repeat single pixels. */
const MORE_THAN_A_PIXEL = 0.0016;

const scratch = {
  size: new Float64Array(PASSAGE_STEPS),
  speed: new Float64Array(PASSAGE_STEPS),
  one: new Float64Array(PASSAGE_STEPS),
  two: new Float64Array(PASSAGE_STEPS),
  three: new Float64Array(PASSAGE_STEPS),
};

/**
 * What a hand cannot help and a program has to forge: a longer time carries further; speed and direction change from one moment to the next, and yet
 * little; a movement begins and ends slower than it was; steps are not alike, and nothing is straight.
 *
 * After the kinematics of aimed movement (Plamondon 1995; Antal and Egyed-Zsigmond 2019) with scale-free measures, so
 * that mouse, touchpad, touch and a remote screen compare. How fast somebody is, and how evenly a device reports, is left
 * out: slowness is no sign, and the client's sampling makes everybody's times alike.
 *
 * @param passage The steps.
 * @param into {@link PASSAGE_FEATURES} long.
 * @returns Steps measured; 0, with `into` untouched, below {@link MIN_PASSAGE_STEPS}.
 */
export function passageFeatures(passage: Passage, into: Float64Array): number {
  const steps = passage.read();
  const { dt, dx, dy, length } = steps;
  const { size, speed, one, two, three } = scratch;
  let used = 0;
  let way = 0.01;
  let logSpeeds = 0;
  let logSpeedSquares = 0;
  for (let index = 0; index < length; index++) {
    size[index] = wayLength(dx[index], dy[index]);
    speed[index] = size[index] / dt[index] * 1_000;
    if (dt[index] > RUN_GAP_MS) continue;
    one[used] = speed[index];
    two[used++] = size[index];
    way += size[index];
    const logSpeed = Math.log(speed[index] + 0.05);
    logSpeeds += logSpeed;
    logSpeedSquares += logSpeed * logSpeed;
  }
  if (used < MIN_PASSAGE_STEPS) return 0;
  sortFirst(one, used);
  sortFirst(two, used);
  const typicalSpeed = quantile(one, used, 0.5);
  const typicalStep = quantile(two, used, 0.5);

  // A prior of little weight: where times do not vary, nothing is said.
  let coupled = 0.15 * 0.8;
  let coupling = 0.15;
  let along = 0.02;
  let weights = 0.02;
  let midSquares = 0;
  let mids = 0;
  let thirds = 0;
  let turns = 0;
  let starts = 0;
  let startSpeeds = 0;
  let ends = 0;
  let endSpeeds = 0;
  let neighbours = 0;
  let equal = 0;
  let long = 0;
  let repeated = 0;
  let zigzags = 0;
  let lastTurn = 0;
  let lastStep = 0;
  for (let index = 0; index < length; index++) {
    if (dt[index] > RUN_GAP_MS) {
      lastTurn = 0;
      continue;
    }
    const step = size[index] + 1e-4;
    if (lastStep > 0) {
      neighbours++;
      if (step < lastStep * ALIKE && lastStep < step * ALIKE) equal++;
    }
    lastStep = step;
    if (index > 0 && dt[index - 1] > RUN_GAP_MS) {
      starts++;
      startSpeeds += Math.log((speed[index] + 0.05) / (typicalSpeed + 0.05));
    }
    const next = index + 1;
    if (next >= length || dt[next] > RUN_GAP_MS) {
      ends++;
      endSpeeds += Math.log((speed[index] + 0.05) / (typicalSpeed + 0.05));
      lastTurn = 0;
      continue;
    }
    const changeX = dx[next] - dx[index];
    const changeY = dy[next] - dy[index];
    if (size[next] > MORE_THAN_A_PIXEL) {
      long++;
      if (Math.abs(changeX) < HALF_PIXEL && Math.abs(changeY) < HALF_PIXEL) repeated++;
    }
    const longer = Math.log(dt[next] / dt[index]);
    if (Math.abs(longer) > 0.05) {
      coupled += longer * Math.log((size[next] + SMALL_STEP) / (size[index] + SMALL_STEP));
      coupling += longer * longer;
    }
    const change = wayLength(changeX, changeY);
    midSquares += change * change / 4;
    one[mids++] = change / 2;
    const after = next + 1;
    if (after < length && dt[after] <= RUN_GAP_MS) {
      three[thirds++] = wayLength(dx[after] - dx[next] - changeX, dy[after] - dy[next] - changeY);
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
  sortFirst(one, mids);
  sortFirst(two, turns);
  sortFirst(three, thirds);
  const meanSpeed = logSpeeds / used;
  const midMedian = quantile(one, mids, 0.5);

  into[0] = coupled / coupling;
  into[1] = Math.log(1.01 - along / weights);
  into[2] = starts > 0 ? startSpeeds / starts : 0;
  into[3] = ends > 0 ? endSpeeds / ends : 0;
  into[4] = Math.log(Math.sqrt(midSquares) / way + 0.01);
  into[5] = Math.log(midMedian / (typicalStep + SMALL_STEP) + 0.02);
  into[6] = Math.log(quantile(one, mids, 0.9) / (typicalStep + SMALL_STEP) + 0.02);
  into[7] = Math.log(Math.sqrt(Math.max(0, logSpeedSquares / used - meanSpeed * meanSpeed)) + 0.1);
  into[8] = Math.log(equal / Math.max(1, neighbours) + 0.03);
  into[9] = long > 3 ? Math.log(repeated / long + 0.05) : Math.log(0.1);
  into[10] = thirds > 5 ? Math.log((quantile(three, thirds, 0.5) + 0.001) / (2 * midMedian + 0.001)) : 0.4;
  into[11] = zigzags / (length + 2);
  into[12] = turns > 3 ? Math.log(angleQuantile(two, turns, 0.5) + 0.03) : -1.8;
  into[13] = turns > 3 ? Math.log(angleQuantile(two, turns, 0.9) + 0.05) : -1;
  paceFeatures(steps, into, STEP_FEATURES.length);
  return used;
}

/** Length of a way; `Math.hypot` guards against overflow that ways of a viewport cannot have, and costs a call. */
function wayLength(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
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
