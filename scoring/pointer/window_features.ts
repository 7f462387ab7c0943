import { type PointerWindow, STEP_FIELDS, TIME_STEPS, WAY_STEPS, WINDOW_STEPS } from "./pointer_window.ts";
import { quantileOfSorted as quantile, sortFirst } from "./sorted.ts";
import { SMALL_STEP } from "./pointer_steps.ts";

/** Names of {@link windowFeatures}, in order. */
export const WINDOW_FEATURES = [
  "speed",
  "fast_speed",
  "slow_speed",
  "acceleration",
  "unevenness",
  "jerk",
  "turning",
  "turning_tail",
  "handedness",
  "curvature",
  "reversals",
  "roughness",
  "speed_memory",
  "horizontal_share",
  "diagonal",
  "direction_entropy",
  "axis_share",
  "rest_count",
  "rest_share",
  "rest_length",
  "movement_length",
  "movement_time",
  "movement_spread",
  "detour",
  "peak_place",
  "peak_ratio",
  "ending",
  "fitts",
] as const;
export const WINDOW_WIDTH = WINDOW_FEATURES.length;

/** A step longer than this, in ms, is a rest: it parts two movements. */
const REST_MS = 200;
const STILL = 1e-5;
/** A step lies on an axis where it strays from it by less than this share of its length. */
const ON_AXIS = 0.1;
const DIRECTIONS = 8;
/** A movement shorter than this, in steps and in viewport heights, is measured as steps only. */
const MIN_MOVEMENT_STEPS = 3;
const MIN_MOVEMENT = 0.01;
/** Speed at a movement's end is an average over about so long, in ms. */
const ENDING_MS = 80;

const speed = new Float64Array(WINDOW_STEPS);
const acceleration = new Float64Array(WINDOW_STEPS);
const logSpeed = new Float64Array(WINDOW_STEPS);
/** Direction of each step, in radians; of one too small to tell any, {@link NO_ANGLE}. */
const angles = new Float64Array(WINDOW_STEPS);
const NO_ANGLE = 100;
const speeds = new Float64Array(WINDOW_STEPS);
const turns = new Float64Array(WINDOW_STEPS);
const rests = new Float64Array(WINDOW_STEPS);
const directions = new Float64Array(DIRECTIONS);

/** The movement that is being read, from rest to rest. */
const open = { steps: 0, x: 0, y: 0, way: 0, ms: 0, peak: 0, peakMs: 0, recent: 0 };

/** Sums over a window's movements. */
const moved = {
  count: 0,
  length: 0,
  lengthSquares: 0,
  time: 0,
  detour: 0,
  peakPlace: 0,
  peakRatio: 0,
  ending: 0,
  fitts: 0,
};
const NONE_MOVED = { ...moved };

/**
 * How a hand moves a pointer, over a window: how fast, how evenly, how it turns and which way it prefers, where it
 * rests, how a movement swells and ends. Nothing of how often the device reports, which tells the machine and not the
 * person: times count only as part of speeds, movements and rests. Speeds in viewport heights per second, times in ms,
 * angles in radians; most as natural logs, so that a share more is as far as the same share less.
 *
 * After Gamboa and Fred 2004 and Antal and Egyed-Zsigmond 2019.
 *
 * @param window The steps.
 * @param into {@link WINDOW_WIDTH} long.
 */
export function windowFeatures(window: PointerWindow, into: Float64Array): void {
  const { length, steps } = window;
  directions.fill(0);
  noMovement();
  Object.assign(moved, NONE_MOVED);
  let moving = 0;
  let restCount = 0;
  let restMs = 0;
  let moveMs = 0;
  let way = 0;
  let across = 0;
  let diagonal = 0;
  let onAxis = 0;
  let directed = 0;
  let pairs = 0;
  let triples = 0;
  let changes = 0;
  let pairSpeeds = 0;
  let accelerations = 0;
  let jerks = 0;
  let turnCount = 0;
  let turned = 0;
  let turnedLeft = 0;
  let turnedWay = 0;
  let lastTurn = 0;
  let reversals = 0;
  let rough = 0;
  let pairWay = 0;
  let logChanges = 0;
  let logs = 0;
  let logSquares = 0;
  for (let index = 0; index < length; index++) {
    const at = index * STEP_FIELDS;
    const dt = steps[at] / TIME_STEPS;
    if (dt > REST_MS) {
      closeMovement();
      rests[restCount++] = dt;
      restMs += dt;
      lastTurn = 0;
      continue;
    }
    const dx = steps[at + 1] / WAY_STEPS;
    const dy = steps[at + 2] / WAY_STEPS;
    const size = Math.sqrt(dx * dx + dy * dy);
    const v = size / dt * 1_000;
    speed[index] = v;
    moveMs += dt;
    way += size;
    across += Math.abs(dx);
    if (size > STILL) speeds[moving++] = v;
    logSpeed[index] = Math.log(v + 0.02);
    angles[index] = NO_ANGLE;
    if (size > SMALL_STEP) {
      directed++;
      diagonal += 2 * dx * dy / (size * size);
      if (Math.min(Math.abs(dx), Math.abs(dy)) < ON_AXIS * size) onAxis++;
      angles[index] = Math.atan2(dy, dx);
      const eighth = Math.floor((angles[index] / Math.PI + 1) * DIRECTIONS / 2 + 0.5);
      directions[eighth % DIRECTIONS] += size;
    }
    addStep(dt, dx, dy, size, v);
    if (open.steps < 2) continue;
    const beforeDt = steps[at - STEP_FIELDS] / TIME_STEPS;
    const before = speed[index - 1];
    pairs++;
    changes += Math.abs(v - before);
    pairSpeeds += (v + before) / 2;
    acceleration[index] = (v - before) / (dt + beforeDt) * 2_000;
    accelerations += Math.abs(acceleration[index]);
    if (open.steps > 2) {
      triples++;
      jerks += Math.abs(acceleration[index] - acceleration[index - 1]);
    }
    const logChange = logSpeed[index] - logSpeed[index - 1];
    logChanges += logChange * logChange;
    logs += logSpeed[index];
    logSquares += logSpeed[index] * logSpeed[index];
    const longer = dt / beforeDt;
    const offX = dx - longer * steps[at - STEP_FIELDS + 1] / WAY_STEPS;
    const offY = dy - longer * steps[at - STEP_FIELDS + 2] / WAY_STEPS;
    rough += Math.sqrt(offX * offX + offY * offY);
    pairWay += size;
    if (angles[index] === NO_ANGLE || angles[index - 1] === NO_ANGLE) {
      lastTurn = 0;
      continue;
    }
    let turn = angles[index] - angles[index - 1];
    if (turn > Math.PI) turn -= 2 * Math.PI;
    else if (turn < -Math.PI) turn += 2 * Math.PI;
    const turning = Math.abs(turn);
    turns[turnCount++] = turning;
    turned += turning;
    turnedLeft += turn;
    turnedWay += (size + before * beforeDt / 1_000) / 2;
    if (turn * lastTurn < -0.0025) reversals++;
    lastTurn = turn;
  }
  closeMovement();
  sortFirst(speeds, moving);
  sortFirst(turns, turnCount);
  sortFirst(rests, restCount);
  const middle = quantile(speeds, moving, 0.5) + 0.01;
  const meanAcceleration = accelerations / Math.max(1, pairs) + 0.1;
  const meanLog = logs / Math.max(1, pairs);
  const logVariance = Math.max(0.01, logSquares / Math.max(1, pairs) - meanLog * meanLog);
  const all = Math.max(1, moved.count);
  const meanLength = moved.length / all;
  into[0] = Math.log(middle);
  into[1] = Math.log((quantile(speeds, moving, 0.9) + 0.01) / middle);
  into[2] = Math.log((quantile(speeds, moving, 0.15) + 0.01) / middle);
  into[3] = Math.log(meanAcceleration);
  into[4] = Math.log((changes + 0.001) / (pairSpeeds + 0.01));
  into[5] = Math.log((jerks / Math.max(1, triples) + 0.1) / meanAcceleration);
  into[6] = Math.log(quantile(turns, turnCount, 0.5) + 0.02);
  into[7] = Math.log(quantile(turns, turnCount, 0.9) + 0.05);
  into[8] = turnedLeft / (turned + 1);
  into[9] = Math.log((turned + 0.1) / (turnedWay + 0.05));
  into[10] = Math.log((reversals + 1) / (turnCount + 5));
  into[11] = Math.log((rough + 0.001) / (pairWay + 0.01));
  into[12] = Math.log(logChanges / Math.max(1, pairs) / logVariance + 0.05);
  into[13] = 2 * across / (across + way + 1e-6);
  into[14] = diagonal / (directed + 5);
  into[15] = directionEntropy();
  into[16] = Math.log((onAxis + 1) / (directed + 5));
  into[17] = Math.log((restCount + 1) / length);
  into[18] = Math.log((restMs + 100) / (moveMs + restMs + 100));
  into[19] = Math.log(quantile(rests, restCount, 0.5) + 50);
  into[20] = meanLength;
  into[21] = moved.time / all;
  into[22] = Math.log(Math.sqrt(Math.max(0, moved.lengthSquares / all - meanLength * meanLength)) + 0.2);
  into[23] = Math.log(moved.detour / all + 0.03);
  into[24] = 2 * moved.peakPlace / all;
  into[25] = moved.peakRatio / all;
  into[26] = moved.ending / all;
  into[27] = moved.fitts / all;
}

function addStep(dt: number, dx: number, dy: number, size: number, v: number): void {
  open.steps++;
  open.x += dx;
  open.y += dy;
  open.way += size;
  open.ms += dt;
  if (v > open.peak) {
    open.peak = v;
    open.peakMs = open.ms - dt / 2;
  }
  open.recent += (v - open.recent) * Math.min(1, dt / ENDING_MS);
}

function closeMovement(): void {
  if (open.steps >= MIN_MOVEMENT_STEPS && open.way > MIN_MOVEMENT) {
    const chord = Math.sqrt(open.x * open.x + open.y * open.y);
    const mean = open.way / open.ms * 1_000;
    const logWay = Math.log(open.way);
    const logTime = Math.log(open.ms);
    moved.count++;
    moved.length += logWay;
    moved.lengthSquares += logWay * logWay;
    moved.time += logTime;
    moved.detour += Math.min(2, Math.log((open.way + 0.005) / (chord + 0.005)));
    moved.peakPlace += open.peakMs / open.ms;
    moved.peakRatio += Math.log(open.peak / mean);
    moved.ending += Math.log((open.recent + 0.02) / (mean + 0.02));
    // What time a movement takes for its length: time grows with about the root of the way.
    moved.fitts += logTime - 0.5 * logWay;
  }
  noMovement();
}

function noMovement(): void {
  open.steps =
    open.x =
    open.y =
    open.way =
    open.ms =
    open.peak =
    open.peakMs =
    open.recent =
      0;
}

function directionEntropy(): number {
  let total = 0;
  for (let index = 0; index < DIRECTIONS; index++) total += directions[index];
  let entropy = 0;
  for (let index = 0; index < DIRECTIONS; index++) {
    const share = directions[index] / total;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return entropy;
}
