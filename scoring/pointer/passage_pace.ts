import { PASSAGE_STEPS, type PassageWay, RUN_GAP_MS } from "./passage.ts";
import { quantileOfSorted as quantile, sortFirst } from "./sorted.ts";

/** Names of {@link paceFeatures}, in order. */
export const PACE_FEATURES = [
  "pace_change_median",
  "pace_change_tail",
  "pace_spread",
  "bow_median",
  "bow_tail",
  "bend_median",
  "curve_slowing",
] as const;

/**
 * Runs are cut into stretches of at least this long, in ms: about a sub-movement of a hand, whose pace is never that of the
 * one before; and long enough that whole pixels are small against a slow way.
 */
const STRETCH_MS = 200;
/** Ways of stretches below which they tell no direction, in viewport heights. */
const SHORT_WAY = 0.003;

const pace = new Float64Array(PASSAGE_STEPS);
const wayX = new Float64Array(PASSAGE_STEPS);
const wayY = new Float64Array(PASSAGE_STEPS);
const bow = new Float64Array(PASSAGE_STEPS);
/** Whether a stretch follows the one before within a run. */
const goesOn = new Uint8Array(PASSAGE_STEPS);
const one = new Float64Array(PASSAGE_STEPS);
const two = new Float64Array(PASSAGE_STEPS);

/**
 * How even and how straight a pointer goes over fifths of a second: how much the pace changes from stretch to stretch and
 * over all, how far a stretch bows off its chord, how much one bends against the last, and whether bends are slower
 * (the two-thirds power law; Lacquaniti, Terzuolo and Viviani 1983).
 *
 * @param into Written to from `at` on, as long as {@link PACE_FEATURES}.
 */
export function paceFeatures(passage: PassageWay, into: Float64Array, at: number): void {
  const count = cut(passage);
  let sum = 0;
  let squares = 0;
  let changes = 0;
  let bends = 0;
  let bendSum = 0;
  let bendSquares = 0;
  let cross = 0;
  for (let index = 0; index < count; index++) {
    sum += pace[index];
    squares += pace[index] * pace[index];
    if (goesOn[index] === 0) continue;
    const before = index - 1;
    one[changes++] = Math.abs(pace[index] - pace[before]);
    const size = Math.sqrt(wayX[index] * wayX[index] + wayY[index] * wayY[index]);
    const sizeBefore = Math.sqrt(wayX[before] * wayX[before] + wayY[before] * wayY[before]);
    if (size <= SHORT_WAY || sizeBefore <= SHORT_WAY) continue;
    const cosine = (wayX[index] * wayX[before] + wayY[index] * wayY[before]) / (size * sizeBefore);
    const bend = Math.log(Math.acos(Math.max(-1, Math.min(1, cosine))) + 0.05);
    two[bends++] = bend;
    bendSum += bend;
    bendSquares += bend * bend;
    cross += bend * (pace[index] + pace[before]) / 2;
  }
  sortFirst(one, changes);
  sortFirst(two, bends);
  sortFirst(bow, count);
  const meanPace = count > 0 ? sum / count : 0;
  const bendVariance = bends > 2 ? bendSquares - bendSum * bendSum / bends : 0;

  into[at] = changes > 2 ? Math.log(quantile(one, changes, 0.5) + 0.05) : -1;
  into[at + 1] = changes > 2 ? Math.log(quantile(one, changes, 0.9) + 0.1) : 0;
  into[at + 2] = count > 2 ? Math.log(Math.sqrt(Math.max(0, squares / count - meanPace * meanPace)) + 0.05) : -0.5;
  into[at + 3] = count > 2 ? quantile(bow, count, 0.5) : -2.5;
  into[at + 4] = count > 2 ? quantile(bow, count, 0.9) : -1.5;
  into[at + 5] = bends > 2 ? quantile(two, bends, 0.5) : -1.3;
  into[at + 6] = (cross - meanPace * bendSum) / (bendVariance + 2);
}

/** Cuts runs into stretches; what is left at a run's end is left out. @returns How many. */
function cut({ dt, dx, dy, length }: PassageWay): number {
  let count = 0;
  let from = 0;
  let time = 0;
  let x = 0;
  let y = 0;
  let isJoined = 0;
  for (let index = 0; index < length; index++) {
    if (dt[index] > RUN_GAP_MS) {
      from = index + 1;
      time =
        x =
        y =
        isJoined =
          0;
      continue;
    }
    time += dt[index];
    x += dx[index];
    y += dy[index];
    if (time < STRETCH_MS) continue;
    const chord = Math.sqrt(x * x + y * y);
    let placeX = 0;
    let placeY = 0;
    let far = 0;
    for (let inner = from; inner < index; inner++) {
      placeX += dx[inner];
      placeY += dy[inner];
      const off = chord > 1e-4
        ? Math.abs(placeX * y - placeY * x) / chord
        : Math.sqrt(placeX * placeX + placeY * placeY);
      if (off > far) far = off;
    }
    pace[count] = Math.log(chord / time * 1_000 + 0.01);
    wayX[count] = x;
    wayY[count] = y;
    bow[count] = Math.log((far + 0.0005) / (chord + 0.005));
    goesOn[count] = isJoined;
    count++;
    isJoined = 1;
    from = index + 1;
    time = x = y = 0;
  }
  return count;
}
