import type { ScoringContext } from "../protocol/log_entry.ts";
import { type Contribution, type Reason, type RiskReport, SIGNALS } from "../protocol/risk.ts";
import { LEAST_COHORT } from "./anomaly.ts";
import { BOUNDS_WINDOW_MS, FEATURE_INDEX, type FeatureName, FEATURES } from "./features/catalogue.ts";
import { FEATURE_COLUMNS, featureSentence, featureTitle, featureValue } from "./features/feature_sentence.ts";
import type { ScoreState } from "./fold.ts";
import { inSeconds } from "./signals/sentence.ts";
import { COHORT_FEATURES, HALF_LIFE_MS, OWN_FEATURES } from "./weights.ts";

/** Reasons given when nobody asks for another number. */
const USUAL_MOST = 5;
/** Features named when a student differs from the cohort. */
const MOST_COHORT_FEATURES = 3;

type Evidence = Omit<Reason, "name" | "category" | "points">;

/**
 * A report's largest contributions in words: what was seen, what is usual for this student and this exam, and the
 * attempt time of the events behind it. Sentences say what was measured and nothing about anybody's intentions.
 *
 * @param state The state that the report came from, not folded on since. Where it is gone, as it may be of an attempt
 * whose events were removed, an empty one: then there are names and points, and nothing else is said.
 * @param most Reasons at most.
 *
 * @example Nothing to explain
 * const state = createState();
 * const report = fold(state, { kind: "started" }, defaultContext());
 * assert.deepEqual(explain(state, report, defaultContext()), []);
 */
export function explain(state: ScoreState, report: RiskReport, context: ScoringContext, most = USUAL_MOST): Reason[] {
  const isGone = state.features.nowMs === 0 && report.t > 0;
  return report.contributions.slice(0, most).map((contribution) => {
    const { name, category, points } = contribution;
    const evidence = isGone ? unknown(name) : evidenceOf(contribution, state, report, context);
    const { seen, usual, from_t, to_t } = evidence;
    return { name, category, points, seen, usual, from_t, to_t };
  });
}

function evidenceOf(
  { name, category }: Contribution,
  state: ScoreState,
  report: RiskReport,
  context: ScoringContext,
): Evidence {
  if (category === "history") return earlier(state, report);
  if (category === "signal") {
    const signal = SIGNALS.find((each) => each === name);
    if (signal === undefined) return unknown(name);
    const { seen, usual, fromT, toT } = state.signals[signal].evidence();
    // A pointer's path ends after the event that carries it: no reason lies ahead of its report.
    return { seen, usual, from_t: atMost(fromT, report.t), to_t: atMost(toT, report.t) };
  }
  if (name === "cohort") return cohort(state, report, context);
  const feature = FEATURES.find((each) => each.name === name)?.name;
  if (feature === undefined) return unknown(name);
  return category === "anomaly" ? own(feature, state, report) : rule(feature, state, report, context);
}

/** A rule's feature over the last five minutes. */
function rule(name: FeatureName, { features }: ScoreState, report: RiskReport, context: ScoringContext): Evidence {
  const value = features.read()[FEATURE_INDEX[name]];
  const columns = FEATURE_COLUMNS[name];
  const extent = columns === undefined ? null : features.ring.extent(columns);
  return {
    seen: featureSentence(name, value, Math.min(features.windowCoveredMs, BOUNDS_WINDOW_MS)),
    usual: usualInExam([name], context),
    from_t: extent?.fromMs ?? Math.max(0, report.t - BOUNDS_WINDOW_MS),
    to_t: Math.min(extent?.toMs ?? report.t, report.t),
  };
}

/** A feature of the last minutes beside the student's own earlier ones. */
function own(name: FeatureName, { baseline }: ScoreState, report: RiskReport): Evidence {
  const usual = baseline.usual(OWN_FEATURES.findIndex((each) => each === name));
  if (usual === null) return unknown(name);
  return {
    seen: `${featureTitle(name)} in the last minutes: ${featureValue(name, usual.recent)}.`,
    usual: `For this student before, ${featureValue(name, usual.middle)}.`,
    from_t: Math.max(0, report.t - BOUNDS_WINDOW_MS),
    to_t: report.t,
  };
}

/** What differs most from the cohort. */
function cohort({ features }: ScoreState, report: RiskReport, context: ScoringContext): Evidence {
  const values = features.readOverall(BOUNDS_WINDOW_MS);
  const above = COHORT_FEATURES
    .map((name) => ({ name, value: values[FEATURE_INDEX[name]], usual: context.cohort?.features[name] }))
    .map(({ name, value, usual }) => ({ name, value, excess: usual === undefined ? 0 : value - usual.median }))
    .filter(({ excess }) => excess > 0)
    .sort((a, b) => scaled(b) - scaled(a))
    .slice(0, MOST_COHORT_FEATURES);
  const seen = above.map(({ name, value }) => `${featureTitle(name).toLowerCase()} ${featureValue(name, value)}`);
  return {
    seen: `Over the whole attempt, in five minutes: ${seen.join("; ")}.`,
    usual: usualInExam(above.map(({ name }) => name), context),
    from_t: 0,
    to_t: report.t,
  };
}

function scaled({ name, excess }: { name: FeatureName; excess: number }): number {
  return excess / FEATURES[FEATURE_INDEX[name]].spread;
}

function earlier({ holding }: ScoreState, report: RiskReport): Evidence {
  return {
    seen: `What is left of earlier reasons. The risk was up to ${Math.round(holding.peak)} at ` +
      `${inSeconds(holding.peakMs)} of the attempt; without new reasons, half of what is left goes every ` +
      `${inSeconds(HALF_LIFE_MS)}.`,
    usual: null,
    from_t: null,
    to_t: Math.min(holding.peakMs, report.t),
  };
}

/** Medians of the exam's attempts; null while there are too few. */
function usualInExam(names: readonly FeatureName[], { cohort }: ScoringContext): string | null {
  if (cohort === null || cohort.attempts < LEAST_COHORT) return null;
  const parts: string[] = [];
  for (const name of names) {
    const usual = cohort.features[name];
    if (usual === undefined || usual.n < LEAST_COHORT) continue;
    parts.push(`${featureTitle(name).toLowerCase()} ${featureValue(name, usual.median)}`);
  }
  return parts.length === 0 ? null : `In this exam, in five minutes, ${parts.join("; ")}.`;
}

function atMost(t: number | null, most: number): number | null {
  return t === null ? null : Math.min(t, most);
}

function unknown(name: string): Evidence {
  return { seen: `${name} contributed.`, usual: null, from_t: null, to_t: null };
}
