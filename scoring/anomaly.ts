import { linearShare } from "./linear_share.ts";
import { median, medianAbsoluteDeviation } from "simple-statistics";
import { z } from "zod";
import type { CohortSummary } from "../protocol/log_entry.ts";
import { FEATURE_INDEX, FEATURES } from "./features/catalogue.ts";
import { Column } from "./features/columns.ts";
import type { FeatureTracker } from "./features/feature_tracker.ts";
import { LEAST_POINTS, LEAST_PRESSES } from "./rules.ts";
import { COHORT_FEATURES, OWN_FEATURES } from "./weights.ts";
import { SampleRing, SampleRingSnapshot } from "./windows/sample_ring.ts";

/** One sample of the student's own behaviour is taken of every minute, in ms. */
const SAMPLE_MS = 60_000;
/** Samples kept: an hour at work. */
const MOST_SAMPLES = 60;
/** The newest samples are what is compared … */
const RECENT_SAMPLES = 3;
/** … with the earlier ones, once there are so many. */
const LEAST_SAMPLES = 10;

/** A cohort speaks from this many attempts on. */
export const LEAST_COHORT = 20;
/** A student is compared with the cohort after this much time, in ms. */
export const LEAST_COHORT_MS = 180_000;

/** Robust z-scores up to here are ordinary (Iglewicz and Hoaglin 1993 name 3.5; one more half for many looks) … */
const ORDINARY_Z = 4;
/** … and from here on count in full. */
const FULL_Z = 10;
/** Makes a median absolute deviation comparable with a standard deviation, for a normal distribution. */
const MAD_TO_SIGMA = 1.4826;

/**
 * Robust z-score: distance from the median in units of the median absolute deviation, scaled to a standard deviation.
 *
 * @param spread Least median absolute deviation that is believed; also keeps the result finite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(robustZ(20, 10, 0, 10 / 1.4826), 1);
 * ```
 */
export function robustZ(value: number, middle: number, mad: number, spread: number): number {
  return (value - middle) / (MAD_TO_SIGMA * Math.max(mad, spread));
}

/** What a z-score weighs as evidence, in [0, 1]: nothing while ordinary. */
export function evidenceOf(z: number): number {
  return linearShare(Math.abs(z), ORDINARY_Z, FULL_Z);
}

/** What is usual for the student in a feature, and how it is now. */
interface OwnUsual {
  middle: number;
  recent: number;
  z: number;
}

/** An {@link OwnBaseline} in JSON. */
export const OwnBaselineSnapshot = z.strictObject({ minute: z.number(), samples: SampleRingSnapshot });
export type OwnBaselineSnapshot = z.infer<typeof OwnBaselineSnapshot>;

const OWN_INDEX = OWN_FEATURES.map((name) => FEATURE_INDEX[name]);
const IS_POINTER = OWN_FEATURES.map((name) => name === "avg_mouse_speed");

/** The minute that is being sampled; shared by all attempts, one after the other. */
const minuteFeatures = new Float64Array(FEATURES.length);
const minuteSample = new Float64Array(OWN_FEATURES.length);

/**
 * Rolling robust z-scores of a student's last minutes against the own earlier ones. The baseline is a sliding hour,
 * so that getting tired moves it along.
 */
export class OwnBaseline {
  /** Evidence for each of {@link OWN_FEATURES}, in [0, 1]; 0 while there are too few samples. Read only. */
  readonly evidence: number[] = new Array(OWN_FEATURES.length).fill(0);
  readonly #ring = new SampleRing(MOST_SAMPLES, OWN_FEATURES.length);
  #minute = 0;

  /** Minutes sampled, at most an hour's. */
  get samples(): number {
    return this.#ring.size;
  }

  /** Called before an event at `t` is taken in: samples the minute that it ends, if it ends one. */
  advance(t: number, tracker: FeatureTracker): void {
    if (t < (this.#minute + 1) * SAMPLE_MS) return;
    const minute = Math.floor(t / SAMPLE_MS);
    const fromMs = this.#minute * SAMPLE_MS;
    this.#minute = minute;
    const sums = tracker.readBetween(fromMs, fromMs + SAMPLE_MS, minuteFeatures);
    const hasKeys = sums[Column.presses] >= LEAST_PRESSES;
    const hasPointer = sums[Column.points] >= LEAST_POINTS;
    if (!hasKeys && !hasPointer) return;
    for (let index = 0; index < OWN_INDEX.length; index++) {
      const has = IS_POINTER[index] ? hasPointer : hasKeys;
      minuteSample[index] = has ? minuteFeatures[OWN_INDEX[index]] : NaN;
    }
    this.#ring.push(minuteSample);
    this.#compare();
  }

  /** What is usual for one of {@link OWN_FEATURES}; null while there are too few samples. */
  usual(index: number): OwnUsual | null {
    const recent = this.#ring.values(index, 0, RECENT_SAMPLES);
    const before = this.#ring.values(index, RECENT_SAMPLES, MOST_SAMPLES);
    if (recent.length < 2 || before.length < LEAST_SAMPLES) return null;
    const middle = median(before);
    const now = median(recent);
    const { spread } = FEATURES[OWN_INDEX[index]];
    return { middle, recent: now, z: robustZ(now, middle, medianAbsoluteDeviation(before), spread) };
  }

  #compare(): void {
    for (let index = 0; index < OWN_INDEX.length; index++) {
      const usual = this.usual(index);
      this.evidence[index] = usual === null ? 0 : evidenceOf(usual.z);
    }
  }

  snapshot(): OwnBaselineSnapshot {
    return { minute: this.#minute, samples: this.#ring.snapshot() };
  }

  /** @throws {RangeError} If the snapshot is of another shape. */
  restore({ minute, samples }: OwnBaselineSnapshot): void {
    this.#minute = minute;
    this.#ring.restore(samples);
    this.#compare();
  }
}

/** How many of the features that stick out most are averaged, so that one alone does not make a stranger. */
const TOP_FEATURES = 3;

/**
 * Scores an attempt's whole vector against its cohort, in [0, 1]: the mean evidence of the three features that lie
 * furthest above what is usual. Doing less than others of what is counted is never unusual.
 *
 * @param values Vector in the catalogue's order, counts in five minutes, NaN for none.
 * @param factors A factor for each feature of the catalogue; 0 where it is not considered.
 * @returns Null where the cohort is too small.
 */
export function scoreAgainstCohort(values: Float64Array, cohort: CohortSummary, factors: Float64Array): number | null {
  if (cohort.attempts < LEAST_COHORT) return null;
  let compared = 0;
  let first = 0, second = 0, third = 0;
  for (const name of COHORT_FEATURES) {
    const usual = cohort.features[name];
    const index = FEATURE_INDEX[name];
    const value = values[index];
    if (usual === undefined || usual.n < LEAST_COHORT || Number.isNaN(value)) continue;
    compared++;
    const z = robustZ(value, usual.median, usual.mad, FEATURES[index].spread);
    const evidence = (z > 0 ? evidenceOf(z) : 0) * Math.min(1, factors[index]);
    if (evidence > first) [first, second, third] = [evidence, first, second];
    else if (evidence > second) [second, third] = [evidence, second];
    else if (evidence > third) third = evidence;
  }
  return compared < TOP_FEATURES ? null : (first + second + third) / TOP_FEATURES;
}
