import assert from "node:assert/strict";
import type { CohortSummary } from "../../protocol/log_entry.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { evidenceOf, LEAST_COHORT, OwnBaseline, robustZ, scoreAgainstCohort } from "../../scoring/anomaly.ts";
import { summariseCohort } from "../../scoring/cohort.ts";
import { FEATURE_INDEX, FEATURES } from "../../scoring/features/catalogue.ts";
import { FeatureTracker } from "../../scoring/features/feature_tracker.ts";
import { attemptFeatures, createState, fold } from "../../scoring/fold.ts";
import { OWN_FEATURES } from "../../scoring/weights.ts";
import { contextWith, lastReport, reportsOf, sittingOf } from "./support/sitting.ts";

const DWELL = OWN_FEATURES.indexOf("mean_dwell");

/** Minutes of steady typing with a given dwell, in ms. */
function minutesOf(fromMinute: number, dwells: readonly number[]): ScorableEvent[] {
  return dwells.flatMap((dwell, minute) =>
    Array.from({ length: 60 }, (_, index): ScorableEvent => ({
      type: "keystroke_data",
      key: "letter",
      dwell: dwell + index % 7,
      flight: 100,
      t: (fromMinute + minute) * 60_000 + index * 500,
    }))
  );
}

function baselineAfter(events: readonly ScorableEvent[]): OwnBaseline {
  const tracker = new FeatureTracker(10_000, 30);
  const baseline = new OwnBaseline();
  for (const event of events) {
    baseline.advance(event.t, tracker);
    tracker.observe(event);
  }
  return baseline;
}

const twelve = [90, 92, 88, 91, 95, 90, 89, 93, 91, 90, 92, 90];

Deno.test("[SC40] the own baseline says nothing before ten minutes of it, however odd the last ones are", () => {
  const baseline = baselineAfter(minutesOf(0, [...twelve.slice(0, 8), 200, 200, 200, 200]));
  assert.equal(baseline.usual(DWELL), null);
  assert.ok(baseline.evidence.every((evidence) => evidence === 0));
});

Deno.test("[SC40] far from the own earlier minutes is evidence, near them is none", () => {
  const near = baselineAfter(minutesOf(0, [...twelve, 94, 96, 95, 94]));
  assert.equal(near.evidence[DWELL], 0);
  const far = baselineAfter(minutesOf(0, [...twelve, 150, 152, 151, 149]));
  assert.ok(far.evidence[DWELL] > 0.2);
  const { middle, recent } = far.usual(DWELL)!;
  assert.ok(Math.abs(middle - 94) < 3 && Math.abs(recent - 154) < 3);
});

Deno.test("[SC40] one odd minute is no evidence, and getting slowly tired is none", () => {
  assert.equal(baselineAfter(minutesOf(0, [...twelve, 90, 90, 200, 90])).evidence[DWELL], 0);
  const tiring = Array.from({ length: 60 }, (_, minute) => 90 + minute * 0.5);
  assert.equal(baselineAfter(minutesOf(0, tiring)).evidence[DWELL], 0);
});

Deno.test("[SC41] robust z-scores are of median and MAD; up to 4 is ordinary, from 10 on is full", () => {
  assert.ok(Math.abs(robustZ(10 + 1.4826 * 2 * 5, 10, 2, 0.1) - 5) < 1e-9);
  assert.deepEqual([0, 4, -4, 7, -7, 10, 1e9].map(evidenceOf), [0, 0, 0, 0.5, 0.5, 1, 1]);
});

const USUAL: CohortSummary = summariseCohort(
  Array.from({ length: 40 }, (_, index) => ({
    tab_switch_count: index % 3,
    total_blur_duration: index % 5,
    rapid_switch_count: index % 2,
    blur_count: index % 2,
  })),
);

function vector(values: Record<string, number>): Float64Array {
  const all = new Float64Array(FEATURES.length).fill(NaN);
  for (const { name } of FEATURES) if (name in values) all[FEATURE_INDEX[name]] = values[name];
  return all;
}

const every = new Float64Array(FEATURES.length).fill(1);

Deno.test("[SC42] a cohort speaks from twenty attempts on, and only of who does more than it", () => {
  const odd = vector({ tab_switch_count: 30, total_blur_duration: 200, rapid_switch_count: 30, blur_count: 0 });
  assert.equal(scoreAgainstCohort(odd, USUAL, every), 1);
  assert.equal(scoreAgainstCohort(odd, { ...USUAL, attempts: LEAST_COHORT - 1 }, every), null);
  const quiet = vector({ tab_switch_count: 0, total_blur_duration: 0, rapid_switch_count: 0, blur_count: 0 });
  assert.equal(scoreAgainstCohort(quiet, USUAL, every), 0);
});

Deno.test("[SC42] a muted feature says nothing against a cohort", () => {
  const odd = vector({ tab_switch_count: 30, total_blur_duration: 1, rapid_switch_count: 0, blur_count: 0 });
  const without = every.slice();
  without[FEATURE_INDEX.tab_switch_count] = 0;
  assert.ok(scoreAgainstCohort(odd, USUAL, every)! > 0);
  assert.equal(scoreAgainstCohort(odd, USUAL, without), 0);
});

Deno.test("[SC42] who is away far more than the cohort has it among the contributions", () => {
  const cohort = summariseCohort(
    Array.from({ length: 24 }, (_, seed) => {
      const state = createState();
      for (const events of [sittingOf("steady", seed, 6)]) {
        fold(state, { kind: "batch", events, late: false }, contextWith({}));
      }
      return attemptFeatures(state);
    }),
  );
  assert.equal(cohort.attempts, 24);
  const away = lastReport(sittingOf("away", 4, 30), contextWith({ cohort }));
  assert.ok(away.contributions.some(({ name, category }) => name === "cohort" && category === "anomaly"));
  const muted = contextWith({ cohort, accommodations: { muted: ["cohort"] } });
  assert.equal(lastReport(sittingOf("away", 4, 30), muted).contributions.some(({ name }) => name === "cohort"), false);
  for (const report of reportsOf(sittingOf("steady", 99, 15), contextWith({ cohort }))) {
    assert.equal(report.contributions.some(({ name }) => name === "cohort"), false);
  }
});

Deno.test("summariseCohort() takes median and MAD of what is there, and keeps the forest it is given", () => {
  const summary = summariseCohort(
    [{ blur_count: 1, mean_dwell: null }, { blur_count: 5, mean_dwell: 90 }],
    (rows) => rows.length,
  );
  assert.deepEqual(summary, {
    attempts: 2,
    features: { mean_dwell: { median: 90, mad: 0, n: 1 }, blur_count: { median: 3, mad: 2, n: 2 } },
    forest: 2,
  });
});
