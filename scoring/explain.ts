import type { ScoringContext } from "../protocol/log_entry.ts";
import type { Contribution, Reason, RiskReport } from "../protocol/risk.ts";
import { LEAST_COHORT } from "./anomaly.ts";
import { BOUNDS_WINDOW_MS, FEATURE_INDEX, type FeatureName, FEATURES } from "./features/catalogue.ts";
import { FEATURE_COLUMNS } from "./features/feature_columns.ts";
import type { ScoreState } from "./fold.ts";
import type { Evidence } from "./signals/signal.ts";
import { COHORT_FEATURES, HALF_LIFE_MS, OWN_FEATURES, SIGNALS } from "./weights.ts";

/** Reasons given when nobody asks for another number. */
const USUAL_MOST = 5;
/** Features named when a student differs from the cohort. */
const MOST_COHORT_FEATURES = 3;

/**
 * What is behind a report's largest contributions: what was seen and what is usual for this student and this exam, as
 * codes with numbers, and the attempt time of the events behind each. It is what was measured, and nothing about
 * anybody's intentions; `words/` has the sentences.
 *
 * @param state The state that the report was folded into, not folded on since. Where it is gone, as it may be of an
 * attempt whose events were removed, an empty one: then there are names and points, and nothing else is said.
 * @param most Reasons at most.
 *
 * @example Nothing to explain
 * ```ts
 * import assert from "node:assert/strict";
 * import { createState, defaultContext, fold } from "./fold.ts";
 *
 * const state = createState();
 * const report = fold(state, { kind: "started" }, defaultContext());
 * assert.deepEqual(explain(state, report, defaultContext()), []);
 * ```
 */
export function explain(state: ScoreState, report: RiskReport, context: ScoringContext, most = USUAL_MOST): Reason[] {
  const isGone = state.features.nowMs === 0 && report.t > 0;
  return report.contributions.slice(0, most).map((contribution) => {
    const { name, category, points } = contribution;
    const evidence = isGone ? null : evidenceOf(contribution, state, report, context);
    const { code, numbers, from, to } = evidence ?? UNEXPLAINED;
    // A pointer's path ends after the event that carries it: no reason lies ahead of its report.
    return { name, category, points, code, numbers, from: atMost(from, report.t), to: atMost(to, report.t) };
  });
}

/**
 * Signals of a report that say nothing of an attempt though there is enough of it, since it cannot be compared: what comes
 * from glass, a pen, an aid or an API.
 *
 * @param state The state that the report was folded into.
 */
export function incomparableSignals(state: ScoreState, report: RiskReport): string[] {
  return SIGNALS.filter(({ name }) => report.signals[name] === null && state.signals[name].isIncomparable === true)
    .map(({ name }) => name);
}

/** Of a contribution that nothing more is known of. */
const UNEXPLAINED: Evidence = { code: "contributed", numbers: {}, from: null, to: null };

function evidenceOf(
  { name, category }: Contribution,
  state: ScoreState,
  report: RiskReport,
  context: ScoringContext,
): Evidence | null {
  if (category === "history") return earlier(state);
  if (category === "signal") {
    const signal = SIGNALS.find((each) => each.name === name);
    return signal === undefined ? null : state.signals[signal.name].evidence();
  }
  if (name === "cohort") return cohort(state, report, context);
  const feature = FEATURES.find((each) => each.name === name)?.name;
  if (feature === undefined) return null;
  return category === "anomaly" ? own(feature, state, report) : rule(feature, state, report, context);
}

/** A rule's feature over the last five minutes. Its code is the feature's name. */
function rule(
  name: FeatureName,
  { features }: ScoreState,
  report: RiskReport,
  context: ScoringContext,
): Evidence {
  const value = features.read()[FEATURE_INDEX[name]];
  const columns = FEATURE_COLUMNS[name];
  const extent = columns === undefined ? null : features.ring.extent(columns);
  const usual = usualInExam(name, context);
  const isRate = FEATURES[FEATURE_INDEX[name]].unit === "per minute";
  return {
    code: name,
    numbers: {
      value,
      covered_ms: Math.min(features.windowCoveredMs, BOUNDS_WINDOW_MS),
      ...(isRate ? { times: Math.round(value * BOUNDS_WINDOW_MS / 60_000) } : {}),
      ...(usual === null ? {} : { usual }),
    },
    from: extent?.fromMs ?? Math.max(0, report.t - BOUNDS_WINDOW_MS),
    to: extent?.toMs ?? report.t,
  };
}

/** A feature of the last minutes beside the student's own earlier ones. */
function own(name: FeatureName, { baseline }: ScoreState, report: RiskReport): Evidence | null {
  const usual = baseline.usual(OWN_FEATURES.findIndex((each) => each === name));
  if (usual === null) return null;
  return {
    code: "unlike_before",
    numbers: { value: usual.recent, usual: usual.middle },
    from: Math.max(0, report.t - BOUNDS_WINDOW_MS),
    to: report.t,
  };
}

/** What differs most from the cohort: each feature by its name, and beside it what is usual. */
function cohort({ features }: ScoreState, report: RiskReport, context: ScoringContext): Evidence {
  const values = features.readOverall(BOUNDS_WINDOW_MS);
  const above = COHORT_FEATURES
    .map((name) => ({ name, value: values[FEATURE_INDEX[name]], usual: context.cohort?.features[name] }))
    .map(({ name, value, usual }) => ({ name, value, excess: usual === undefined ? 0 : value - usual.median }))
    .filter(({ excess }) => excess > 0)
    .sort((a, b) => scaled(b) - scaled(a))
    .slice(0, MOST_COHORT_FEATURES);
  const numbers: Record<string, number> = {};
  for (const { name, value } of above) {
    numbers[name] = value;
    const usual = usualInExam(name, context);
    if (usual !== null) numbers[`usual_${name}`] = usual;
  }
  return { code: "unlike_others", numbers, from: 0, to: report.t };
}

function scaled({ name, excess }: { name: FeatureName; excess: number }): number {
  return excess / FEATURES[FEATURE_INDEX[name]].spread;
}

function earlier({ holding }: ScoreState): Evidence {
  return {
    code: "earlier",
    numbers: { peak: Math.round(holding.peak), peak_ms: holding.peakMs, half_life_ms: HALF_LIFE_MS },
    from: null,
    to: holding.peakMs,
  };
}

/** Median of the exam's attempts; null while there are too few. */
function usualInExam(name: FeatureName, { cohort }: ScoringContext): number | null {
  const usual = cohort?.features[name];
  if (cohort === null || cohort.attempts < LEAST_COHORT || usual === undefined || usual.n < LEAST_COHORT) return null;
  return usual.median;
}

function atMost(t: number | null, most: number): number | null {
  return t === null ? null : Math.min(t, most);
}
