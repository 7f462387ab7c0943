import { scalarRatio } from "../models/likelihood_ratio.ts";
import * as at from "./key_statistics.ts";

/**
 * How one feature of dwell and rollover varies: over persons, from stretch to stretch of a person, and from key to key
 * (the variance of a stretch's value is `drift² + key² / keys`).
 */
interface DwellFeature {
  mean: number;
  between: number;
  drift: number;
  key: number;
}

/**
 * No data set at hand holds dwell times of many people, so these are not trained: means and spreads over persons
 * follow Dhakal et al. 2018 ("Observations on typing from 136 million keystrokes": dwell 116 ms, SD 24 ms over
 * persons; rollover in 25 % of keys, SD 17 %). The rest is set rather too wide than too narrow.
 */
const DWELL_FEATURES: readonly DwellFeature[] = [
  { mean: Math.log(108), between: 0.22, drift: 0.04, key: 0.32 }, // typical in-word letter
  { mean: 0, between: 0.09, drift: 0.03, key: 0.36 }, // first letters, beside that
  { mean: 0, between: 0.17, drift: 0.05, key: 0.34 }, // space, beside that
  { mean: -0.05, between: 0.22, drift: 0.1, key: 0.45 }, // erasing keys, beside that
  { mean: Math.log(0.3), between: 0.25, drift: 0.08, key: 1 }, // spread of letters
  { mean: 0.3, between: 0.1, drift: 0.03, key: 0.7 }, // upper tail of letters, p90 to p50
  { mean: -0.35, between: 0.12, drift: 0.03, key: 0.7 }, // lower tail, p10 to p50
  { mean: -1.3, between: 1.1, drift: 0.2, key: 2.6 }, // rollover in words, log odds
  { mean: -1.3, between: 1.1, drift: 0.25, key: 2.8 }, // rollover at word edges, log odds
];

/** Features above move together within a person; their sum is tempered as if two in three were independent. */
const TEMPER = 0.67;

/** A stretch with fewer letters whose dwell is known says nothing about dwell. */
const MIN_DWELLS = 60;

/**
 * Log likelihood ratio by dwell and rollover: how much likelier it is that two people typed the two stretches than that
 * one did. 0 where either stretch has fewer than {@link MIN_DWELLS} letters with a dwell.
 */
export function dwellRatio(baseline: Float64Array, window: Float64Array): number {
  if (letterDwells(baseline) < MIN_DWELLS || letterDwells(window) < MIN_DWELLS) return 0;
  let sum = 0;
  for (let index = 0; index < DWELL_FEATURES.length; index++) {
    const feature = DWELL_FEATURES[index];
    const first = measure(baseline, index);
    const second = measure(window, index);
    if (first === null || second === null) continue;
    sum += scalarRatio(
      limit((first.value - feature.mean) / feature.between),
      limit((second.value - feature.mean) / feature.between),
      1,
      noise(feature, first.keys),
      noise(feature, second.keys),
    );
  }
  return TEMPER * sum;
}

/** Letters of a stretch whose dwell is known. */
function letterDwells(values: Float64Array): number {
  return values[at.DWELL_COUNT + at.DwellGroup.InWord] + values[at.DWELL_COUNT + at.DwellGroup.FirstLetter];
}

/** Typical dwell of in-word letters in ms, by the mean of logs; null where none was seen. */
export function typicalDwell(values: Float64Array): number | null {
  const mean = meanDwell(values, at.DwellGroup.InWord, 1);
  return mean === null ? null : Math.exp(mean.value);
}

function noise(feature: DwellFeature, keys: number): number {
  return (feature.drift ** 2 + feature.key ** 2 / keys) / feature.between ** 2;
}

function limit(value: number): number {
  return Math.min(5, Math.max(-5, value));
}

interface Measure {
  value: number;
  keys: number;
}

function measure(values: Float64Array, index: number): Measure | null {
  switch (index) {
    case 0:
      return meanDwell(values, at.DwellGroup.InWord, 1);
    case 1:
      return besideLetters(values, at.DwellGroup.FirstLetter);
    case 2:
      return besideLetters(values, at.DwellGroup.Space);
    case 3:
      return besideLetters(values, at.DwellGroup.Erase);
    case 4:
      return letterSpread(values);
    case 5:
      return tail(values, 0.9);
    case 6:
      return tail(values, 0.1);
    default:
      return rollover(values, index - 7);
  }
}

function meanDwell(values: Float64Array, group: at.DwellGroup, minimum: number): Measure | null {
  const keys = values[at.DWELL_COUNT + group];
  if (keys < minimum) return null;
  return { value: values[at.DWELL_SUM + group] / keys / at.LOG_STEPS, keys };
}

function besideLetters(values: Float64Array, group: at.DwellGroup): Measure | null {
  const letters = meanDwell(values, at.DwellGroup.InWord, 20);
  const others = meanDwell(values, group, 5);
  return letters && others && { value: others.value - letters.value, keys: others.keys };
}

function letterSpread(values: Float64Array): Measure | null {
  const mean = meanDwell(values, at.DwellGroup.InWord, 20);
  if (mean === null) return null;
  const squares = values[at.DWELL_SQUARES + at.DwellGroup.InWord] / at.LOG_STEPS ** 2;
  const variance = Math.max(0, squares / mean.keys - mean.value ** 2);
  return { value: 0.5 * Math.log((variance * mean.keys + 6 * 0.09) / (mean.keys + 6)), keys: mean.keys };
}

function tail(values: Float64Array, share: number): Measure | null {
  const end = at.histogramQuantile(values, at.DWELL_HISTOGRAM, at.DWELL_BINS, share, at.DWELL_SCALE);
  const middle = at.histogramQuantile(values, at.DWELL_HISTOGRAM, at.DWELL_BINS, 0.5, at.DWELL_SCALE);
  return end === null || middle === null ? null : { value: end - middle, keys: letterDwells(values) };
}

function rollover(values: Float64Array, place: number): Measure | null {
  const keys = values[at.ROLLOVER_COUNT + place];
  if (keys < 20) return null;
  const rolled = values[at.ROLLOVERS + place];
  return { value: Math.log((rolled + 1) / (keys - rolled + 4)), keys };
}
