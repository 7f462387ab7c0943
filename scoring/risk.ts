import { z } from "zod";
import { CATEGORIES, type Contribution, riskLevel, type RiskReport } from "../protocol/risk.ts";
import { isMuted, type Terms } from "./accommodations.ts";
import type { SignalLimit } from "./signals/signal.ts";
import { CONTRIBUTORS, HALF_LIFE_MS, OWN_AT, SIGNALS, SIGNALS_AT } from "./weights.ts";

/**
 * Points are given in this fraction. Sums of such numbers are exact in any order, so that a report's contributions
 * add up to its risk to the last bit; and a thousandth of a point is finer than any meaning.
 */
const UNITS_PER_POINT = 1_024;
/** More than rounding to units can add to a risk. */
const ROUNDING_POINTS = 0.05;
const MOST_UNITS = 100 * UNITS_PER_POINT;

/** What was measured at one moment; owned by the state and written in place. */
interface Measured {
  /** Points for each contributor, before limits; the factors of rules are in them, of nothing else. */
  readonly points: Float64Array;
  /** Each signal in [0, 1], NaN below its minimum of data. */
  readonly signals: Float64Array;
  /** Each category 0–100, NaN without its minimum of evidence. */
  readonly categories: Float64Array;
  /** What each signal alone must never do; null for nothing. */
  readonly limits: (SignalLimit | null)[];
}

/** Room for what is measured. */
export function createMeasured(): Measured {
  return {
    points: new Float64Array(CONTRIBUTORS.length),
    signals: new Float64Array(SIGNALS.length).fill(NaN),
    categories: new Float64Array(CATEGORIES.length).fill(NaN),
    limits: SIGNALS.map(() => null),
  };
}

const NO_SIGNALS: Readonly<Record<string, null>> = Object.fromEntries(SIGNALS.map(({ name }) => [name, null]));

/** A {@link Holding} in JSON. */
export const HoldingSnapshot = z.strictObject({
  held: z.array(z.number()).length(CONTRIBUTORS.length),
  heldMs: z.array(z.number()).length(CONTRIBUTORS.length),
  peak: z.number(),
  peakMs: z.number(),
});
export type HoldingSnapshot = z.infer<typeof HoldingSnapshot>;

/** Points of each contributor now, with what is held, and in units. Written anew by every report; shared by all attempts. */
const now = new Float64Array(CONTRIBUTORS.length);
const kept = new Float64Array(CONTRIBUTORS.length);
const units = new Float64Array(CONTRIBUTORS.length);

/** What is left of earlier evidence. Every contributor rises at once and falls by half-lives, each for itself. */
export class Holding {
  /** Points of each contributor when it was last at its height, as measured, and the attempt time of that in ms. */
  readonly #held: number[] = new Array(CONTRIBUTORS.length).fill(0);
  readonly #heldMs: number[] = new Array(CONTRIBUTORS.length).fill(0);
  /** Highest risk so far, in [0, 100]. */
  peak = 0;
  /** Attempt time of the peak, in ms. */
  peakMs = 0;

  /** Whether a contributor had points before, of which some may be left. */
  holds(contributor: number): boolean {
    return this.#held[contributor] > 0;
  }

  /** Part of what a contributor said was withdrawn at `t`: nothing is held of it beyond what it says now, in points. */
  release(contributor: number, points: number, t: number): void {
    if (this.#held[contributor] <= points) return;
    this.#held[contributor] = points;
    this.#heldMs[contributor] = t;
  }

  /**
   * Combines what was measured at `t` with what is held, into the report of this moment.
   *
   * risk = Σ points of rules, anomaly and signals + `earlier`, at most 100. `earlier` is what the contributors
   * had before and have not lost yet: half of it goes every {@link HALF_LIFE_MS}. Risk is defined as the sum of its
   * contributions; above 100 all shrink alike.
   */
  combine(measured: Measured, terms: Terms, t: number, scorerVersion: string): RiskReport {
    for (let index = 0; index < now.length; index++) {
      const points = measured.points[index];
      let left = this.#held[index];
      // Most contributors never say anything.
      if (points === 0 && left === 0) {
        now[index] = 0;
        kept[index] = 0;
        continue;
      }
      const factor = index < OWN_AT ? Math.ceil(Math.min(1, terms.factors[index])) : terms.factors[index];
      // Always counted from the height itself, so that further reports in between change nothing.
      if (left > points) left *= Math.pow(0.5, (t - this.#heldMs[index]) / HALF_LIFE_MS);
      if (left <= points) {
        left = points;
        this.#held[index] = points;
        this.#heldMs[index] = t;
      }
      now[index] = points * factor;
      kept[index] = left * factor;
    }
    this.#limit(measured.limits);
    const contributions = this.#contributions();
    let risk = 0;
    for (const { points } of contributions) risk += points;
    if (risk > this.peak) {
      this.peak = risk;
      this.peakMs = t;
    }
    const report: RiskReport = {
      risk,
      level: riskLevel(risk),
      peak: this.peak,
      t,
      contributions,
      signals: { ...NO_SIGNALS },
      categories: { mouse: null, keyboard: null, window: null },
      insufficient: [],
      muted: [...terms.muted],
      scorer_version: scorerVersion,
    };
    for (let index = 0; index < SIGNALS.length; index++) {
      const { name } = SIGNALS[index];
      if (isMuted(terms, name, "signal")) continue;
      const score = measured.signals[index];
      if (Number.isNaN(score)) report.insufficient.push(name);
      else report.signals[name] = score;
    }
    for (let index = 0; index < CATEGORIES.length; index++) {
      const name = CATEGORIES[index];
      if (isMuted(terms, name)) continue;
      const score = measured.categories[index];
      if (Number.isNaN(score)) report.insufficient.push(name);
      else report.categories[name] = score;
    }
    return report;
  }

  /** Holds each signal to what it alone must never do. */
  #limit(limits: readonly (SignalLimit | null)[]): void {
    for (let index = 0; index < limits.length; index++) {
      const limit = limits[index];
      if (limit !== null) this.#fill(SIGNALS_AT + index, limit);
    }
  }

  #fill(contributor: number, { levelUpTo, most }: SignalLimit): void {
    let others = -kept[contributor];
    for (let index = 0; index < kept.length; index++) others += kept[index];
    const room = Math.min(most, Math.max(0, Math.abs(levelUpTo - others) - ROUNDING_POINTS));
    now[contributor] = Math.min(now[contributor], room);
    kept[contributor] = Math.min(kept[contributor], room);
  }

  /** Contributions in whole units, largest first; those of no unit are left out. */
  #contributions(): Contribution[] {
    let total = 0;
    let earlier = 0;
    for (let index = 0; index < units.length; index++) {
      const unit = Math.round(now[index] * UNITS_PER_POINT);
      const left = Math.round(kept[index] * UNITS_PER_POINT) - unit;
      units[index] = unit;
      total += unit;
      if (left > 0) earlier += left;
    }
    total += earlier;
    if (total > MOST_UNITS) {
      const shrink = MOST_UNITS / total;
      let rest = MOST_UNITS;
      let largest = 0;
      for (let index = 0; index < units.length; index++) {
        units[index] = Math.floor(units[index] * shrink);
        rest -= units[index];
        if (units[index] > units[largest]) largest = index;
      }
      earlier = Math.floor(earlier * shrink);
      rest -= earlier;
      // What rounding down left over belongs to somebody: the sum is 100 exactly.
      if (earlier > units[largest]) earlier += rest;
      else units[largest] += rest;
    }
    const contributions: Contribution[] = [];
    for (let index = 0; index < units.length; index++) {
      if (units[index] > 0) insert(contributions, CONTRIBUTORS[index], units[index] / UNITS_PER_POINT);
    }
    if (earlier > 0) insert(contributions, EARLIER, earlier / UNITS_PER_POINT);
    return contributions;
  }

  snapshot(): HoldingSnapshot {
    return { held: [...this.#held], heldMs: [...this.#heldMs], peak: this.peak, peakMs: this.peakMs };
  }

  restore({ held, heldMs, peak, peakMs }: HoldingSnapshot): void {
    held.forEach((points, contributor) => this.#held[contributor] = points);
    heldMs.forEach((t, contributor) => this.#heldMs[contributor] = t);
    this.peak = peak;
    this.peakMs = peakMs;
  }
}

export const EARLIER = { name: "earlier", category: "history" } as const;

/** Puts a contribution in its place, largest first; equal ones stay in the order of contributors. */
function insert(contributions: Contribution[], { name, category }: Omit<Contribution, "points">, points: number): void {
  let at = contributions.length;
  while (at > 0 && contributions[at - 1].points < points) at--;
  contributions.splice(at, 0, { name, category, points });
}

/**
 * Points of a signal at its score in [0, 1]: none up to `from`, all of them at 1; none for NaN.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(signalPoints({ points: 30, from: 0.25 }, 1), 30);
 * assert.equal(signalPoints({ points: 30, from: 0.25 }, 0.25), 0);
 * ```
 */
export function signalPoints({ points, from }: { points: number; from: number }, score: number): number {
  return score > from ? points * (Math.min(1, score) - from) / (1 - from) : 0;
}
