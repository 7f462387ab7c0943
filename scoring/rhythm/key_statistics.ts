import { CONTEXTS, KeyContext } from "./key_context.ts";

/** One key as rhythm keeps it: small integers, so that sums are exact and a window can be undone key by key. */
export interface KeySample {
  context: KeyContext;
  /** Log of the time since the last key, in {@link LOG_STEPS}; {@link NONE} where unknown. */
  interval: number;
  /** Change of `interval` from one in-word key to the next, in {@link LOG_STEPS}; {@link NONE} outside words. */
  change: number;
  /** Log of the dwell, in {@link LOG_STEPS}; {@link NONE} where no key-up was seen. */
  dwell: number;
  /** 1 where the key before was still down, 0 where not, {@link NONE} where unknown. */
  rollover: number;
  /** Change of `dwell` from one letter to the next, in {@link LOG_STEPS}; {@link NONE} where either is unknown. */
  dwellChange: number;
}

/** Stands for "not known" in a {@link KeySample}. */
export const NONE = -32_768;
/** Steps of the integer log scale in one natural log unit. */
export const LOG_STEPS = 1_024;

const MIN_INTERVAL_MS = 25;
const MAX_INTERVAL_MS = 10_000;
const MIN_DWELL_MS = 10;
const MAX_DWELL_MS = 1_000;

/** An inter-key time in ms on the integer log scale; clipped to [25 ms, 10 s], so that no pause outweighs a rhythm. */
export function logInterval(ms: number): number {
  return INTERVAL_STEPS[ms] ?? logSteps(ms, MIN_INTERVAL_MS, MAX_INTERVAL_MS);
}

/** {@link logInterval} of the whole milliseconds that most times between keys are: looked up, since every key asks for one. */
const INTERVAL_STEPS = Int16Array.from({ length: 4_096 }, (_, ms) => logSteps(ms, MIN_INTERVAL_MS, MAX_INTERVAL_MS));

/** A dwell in ms on the integer log scale, clipped to [10 ms, 1 s]. */
export function logDwell(ms: number): number {
  return logSteps(ms, MIN_DWELL_MS, MAX_DWELL_MS);
}

function logSteps(value: number, low: number, high: number): number {
  return Math.round(Math.log(Math.min(high, Math.max(low, value))) * LOG_STEPS);
}

/** Pauses at and above this do not count as rhythm: the mean of a context is of what lies below, in log steps. */
export const RHYTHM_BELOW = logInterval(1_000);
const LONG_PAUSE = logInterval(500);
const SHORT_PAUSE = logInterval(300);

/** Bins of the inter-key histograms: 1/12 log unit each, from 25 ms to just above 3 s. */
export const INTERVAL_BINS = 58;
const BIN_STEPS = LOG_STEPS / 12;
const FIRST_BIN = logInterval(MIN_INTERVAL_MS);
/** Bins of the dwell histogram: 1/12 log unit each, from 10 ms to 1 s. */
export const DWELL_BINS = 56;
const FIRST_DWELL_BIN = logDwell(MIN_DWELL_MS);

/** Log (natural) of the lower edge of an inter-key bin's range, and its width. */
export const INTERVAL_SCALE = { low: FIRST_BIN / LOG_STEPS, width: 1 / 12 };
export const DWELL_SCALE = { low: FIRST_DWELL_BIN / LOG_STEPS, width: 1 / 12 };

// Where each part lies in `values`.
export const COUNT = 0;
export const CONTEXT_COUNT = 1;
export const CORE_COUNT = CONTEXT_COUNT + CONTEXTS;
export const CORE_SUM = CORE_COUNT + CONTEXTS;
export const CORE_SQUARES = CORE_SUM + CONTEXTS;
export const LONG_PAUSES = CORE_SQUARES + CONTEXTS;
export const WORD_PAUSES = LONG_PAUSES + 1;
export const CHANGES = WORD_PAUSES + 1;
export const CHANGE_SQUARES = CHANGES + 1;
export const ROLLOVER_COUNT = CHANGE_SQUARES + 1;
export const ROLLOVERS = ROLLOVER_COUNT + 3;
export const DWELL_COUNT = ROLLOVERS + 3;
export const DWELL_SUM = DWELL_COUNT + 4;
export const DWELL_SQUARES = DWELL_SUM + 4;
export const DWELL_CHANGES = DWELL_SQUARES + 4;
export const DWELL_CHANGE_SQUARES = DWELL_CHANGES + 1;
/** In-word letters whose interval and dwell are both known: how many, and sums of both, of their squares and product. */
export const PAIRS = DWELL_CHANGE_SQUARES + 1;
export const PAIR_INTERVALS = PAIRS + 1;
export const PAIR_DWELLS = PAIRS + 2;
export const PAIR_INTERVAL_SQUARES = PAIRS + 3;
export const PAIR_DWELL_SQUARES = PAIRS + 4;
export const PAIR_PRODUCTS = PAIRS + 5;
export const WORD_HISTOGRAM = PAIRS + 6;
export const FIRST_HISTOGRAM = WORD_HISTOGRAM + INTERVAL_BINS;
export const SPACE_HISTOGRAM = FIRST_HISTOGRAM + INTERVAL_BINS;
export const DWELL_HISTOGRAM = SPACE_HISTOGRAM + INTERVAL_BINS;
export const STATISTICS = DWELL_HISTOGRAM + DWELL_BINS;

/** Groups of keys whose dwell is kept apart. */
export const enum DwellGroup {
  InWord,
  FirstLetter,
  Space,
  Erase,
}

/** Places of a key that may come while the key before is still down, counted apart. */
export const enum RolloverPlace {
  InWord,
  FirstLetter,
  Space,
}

/**
 * Counts, sums and histograms of a stretch of keys: everything that {@link rhythmFeatures} needs, and nothing that
 * grows with the stretch.
 *
 * @param values The numbers, {@link STATISTICS} of them.
 * @param key The key to add.
 * @param weight 1 adds the key, −1 takes it out again, a fraction lets a baseline drift.
 *
 * @example Taking a key out undoes putting it in
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const values = new Float64Array(STATISTICS);
 * const key = { context: 1, interval: logInterval(180), change: NONE, dwell: NONE, rollover: NONE, dwellChange: NONE };
 * addKey(values, key, 1);
 * addKey(values, key, -1);
 * assert.ok(values.every((value) => value === 0));
 * ```
 */
export function addKey(values: Float64Array, key: KeySample, weight: number): void {
  const { context, interval } = key;
  values[COUNT] += weight;
  values[CONTEXT_COUNT + context] += weight;
  const inWord = context <= KeyContext.LateLetter;
  if (interval !== NONE) {
    if (interval >= LONG_PAUSE) values[LONG_PAUSES] += weight;
    if (interval < RHYTHM_BELOW) {
      values[CORE_COUNT + context] += weight;
      values[CORE_SUM + context] += weight * interval;
      values[CORE_SQUARES + context] += weight * interval * interval;
    }
    const bin = Math.floor((interval - FIRST_BIN) / BIN_STEPS);
    if (bin < INTERVAL_BINS) {
      if (inWord) {
        values[WORD_HISTOGRAM + bin] += weight;
        if (interval >= SHORT_PAUSE) values[WORD_PAUSES] += weight;
      } else if (context === KeyContext.FirstLetter) values[FIRST_HISTOGRAM + bin] += weight;
      else if (context === KeyContext.SpaceAfterLetter) values[SPACE_HISTOGRAM + bin] += weight;
    } else if (inWord) values[WORD_PAUSES] += weight;
  }
  if (key.change !== NONE) {
    values[CHANGES] += weight;
    values[CHANGE_SQUARES] += weight * key.change * key.change;
  }
  if (key.rollover !== NONE) addRollover(values, context, key.rollover, weight);
  if (key.dwell === NONE) return;
  addDwell(values, context, key.dwell, weight);
  if (key.dwellChange !== NONE) {
    values[DWELL_CHANGES] += weight;
    values[DWELL_CHANGE_SQUARES] += weight * key.dwellChange * key.dwellChange;
  }
  if (inWord && interval !== NONE && interval < RHYTHM_BELOW) {
    values[PAIRS] += weight;
    values[PAIR_INTERVALS] += weight * interval;
    values[PAIR_DWELLS] += weight * key.dwell;
    values[PAIR_INTERVAL_SQUARES] += weight * interval * interval;
    values[PAIR_DWELL_SQUARES] += weight * key.dwell * key.dwell;
    values[PAIR_PRODUCTS] += weight * interval * key.dwell;
  }
}

function addRollover(values: Float64Array, context: KeyContext, rollover: number, weight: number): void {
  let place: RolloverPlace;
  if (context <= KeyContext.LateLetter) place = RolloverPlace.InWord;
  else if (context === KeyContext.FirstLetter) place = RolloverPlace.FirstLetter;
  else if (context === KeyContext.SpaceAfterLetter || context === KeyContext.SpaceAfterPunctuation) {
    place = RolloverPlace.Space;
  } else return;
  values[ROLLOVER_COUNT + place] += weight;
  values[ROLLOVERS + place] += weight * rollover;
}

function addDwell(values: Float64Array, context: KeyContext, dwell: number, weight: number): void {
  let group: DwellGroup;
  if (context <= KeyContext.LateLetter) group = DwellGroup.InWord;
  else if (context === KeyContext.FirstLetter) group = DwellGroup.FirstLetter;
  else if (context === KeyContext.SpaceAfterLetter || context === KeyContext.SpaceAfterPunctuation) {
    group = DwellGroup.Space;
  } else if (context === KeyContext.EraseAgain || context === KeyContext.FirstErase) group = DwellGroup.Erase;
  else return;
  values[DWELL_COUNT + group] += weight;
  values[DWELL_SUM + group] += weight * dwell;
  values[DWELL_SQUARES + group] += weight * dwell * dwell;
  if (group <= DwellGroup.FirstLetter) {
    const bin = Math.min(DWELL_BINS - 1, Math.floor((dwell - FIRST_DWELL_BIN) / BIN_STEPS));
    values[DWELL_HISTOGRAM + bin] += weight;
  }
}

/**
 * A quantile of a histogram, by linear interpolation within its bin; null where it is empty.
 *
 * @param values The statistics it lies in.
 * @param from Index of its first bin.
 * @param bins How many bins.
 * @param share In [0, 1].
 * @param scale Value of the first bin's lower edge and a bin's width.
 */
export function histogramQuantile(
  values: Float64Array,
  from: number,
  bins: number,
  share: number,
  scale: { low: number; width: number },
): number | null {
  let total = 0;
  for (let bin = 0; bin < bins; bin++) total += values[from + bin];
  if (total <= 0) return null;
  const wanted = share * total;
  let seen = 0;
  for (let bin = 0; bin < bins; bin++) {
    const count = values[from + bin];
    if (count > 0 && seen + count >= wanted) return scale.low + (bin + (wanted - seen) / count) * scale.width;
    seen += count;
  }
  return scale.low + bins * scale.width;
}

/**
 * Means of slices of a histogram: of the values between ascending shares, for each two neighbouring ones. A quantile
 * that lies in the gap between two modes jumps from one to the other with a single key; a slice's mean does not.
 *
 * @param values The statistics it lies in.
 * @param from Index of its first bin.
 * @param bins How many bins.
 * @param scale Value of the first bin's lower edge and a bin's width.
 * @param shares Ascending, in [0, 1].
 * @param centre Is taken off each mean; where the histogram is empty, every mean is 0.
 * @param into Where to write, one less than `shares`.
 * @param next Index of the first.
 * @returns The index after the last.
 */
export function sliceMeans(
  values: Float64Array,
  from: number,
  bins: number,
  { low, width }: { low: number; width: number },
  shares: readonly number[],
  centre: number,
  into: Float64Array,
  next: number,
): number {
  const last = next + shares.length - 1;
  let total = 0;
  for (let bin = 0; bin < bins; bin++) total += values[from + bin];
  if (total <= 0) {
    while (next < last) into[next++] = 0;
    return next;
  }
  let slice = 0;
  /** Keys of the bins before, up to where slices are filled, and the sum of bin places in the slice that is. */
  let seen = 0;
  let filled = shares[0] * total;
  let sum = 0;
  for (let bin = 0; bin < bins && next < last; bin++) {
    const count = values[from + bin];
    if (count <= 0) continue;
    const end = seen + count;
    while (next < last && filled < end) {
      const edge = shares[slice + 1] * total;
      const until = Math.min(end, edge);
      sum += (until - filled) * (bin + ((filled + until) / 2 - seen) / count);
      filled = until;
      if (until < edge) break;
      into[next++] = low + width * sum / ((shares[slice + 1] - shares[slice]) * total) - centre;
      slice++;
      sum = 0;
    }
    seen = end;
  }
  while (next < last) into[next++] = low + width * bins - centre;
  return next;
}
