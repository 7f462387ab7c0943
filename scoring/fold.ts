import { MAX_EVENT_TIME_MS } from "../protocol/limits.ts";
import type { ScoringContext } from "../protocol/log_entry.ts";
import type { RiskReport } from "../protocol/risk.ts";
import type { EditEvent, KeyEvent, ScorableEvent } from "../protocol/scorable_event.ts";
import { isMuted, resolveTerms, type Terms } from "./accommodations.ts";
import { LEAST_COHORT_MS, OwnBaseline, scoreAgainstCohort } from "./anomaly.ts";
import type { AttemptFeatures } from "./cohort.ts";
import { BOUNDS_WINDOW_MS, FEATURE_INDEX } from "./features/catalogue.ts";
import { FeatureTracker } from "./features/feature_tracker.ts";
import { namedFeatures } from "./features/feature_values.ts";
import { createMeasured, Holding, signalPoints } from "./risk.ts";
import { createRuleScores, scoreRules } from "./rules.ts";
import type { ScoringEntry } from "./scoring_entry.ts";
import { scoreByForest } from "./models/cohort_forest.ts";
import type { SignalModels } from "./models/shipped_models.ts";
import { SignalTrackers } from "./signals/registry.ts";
import type { SignalTracker } from "./signals/signal.ts";
import {
  COHORT_AT,
  COHORT_POINTS,
  OWN_AT,
  OWN_FEATURE_POINTS,
  OWN_FEATURES,
  RULES,
  SIGNALS,
  SIGNALS_AT,
} from "./weights.ts";

/** Version of everything that can change a score. Kept in contexts and reports; a replay under another one says so. */
export const SCORER_VERSION = "4";

/**
 * The rules look at the last five minutes, in buckets of ten seconds: long enough for ratios of keys to be steady,
 * short enough that what happened is still what the proctor sees.
 */
const BUCKET_MS = 10_000;
const BUCKETS = BOUNDS_WINDOW_MS / BUCKET_MS;

/** All that the score of an attempt depends on besides the context. Owned by the caller, advanced in place by {@link fold}. */
export interface ScoreState {
  readonly features: FeatureTracker;
  readonly baseline: OwnBaseline;
  readonly signals: SignalTrackers;
  readonly holding: Holding;
  /** Whether the attempt is paused, and locked. */
  isPaused: boolean;
  isLocked: boolean;
  /** Server time at which the attempt began, ms since 1970; null where nobody said so. */
  startedAt: number | null;
  /** What the last entry was folded in; null before the first. */
  context: ScoringContext | null;
}

/** Written anew by every fold, which ends before another begins: all attempts share them, and they stay near. */
const rules = createRuleScores();
const measured = createMeasured();

/**
 * A state before anything happened.
 *
 * @param models The shipped models, unless an evaluation brings ones that did not see the attempt's person.
 */
export function createState(models?: SignalModels): ScoreState {
  return {
    features: new FeatureTracker(BUCKET_MS, BUCKETS),
    baseline: new OwnBaseline(),
    signals: new SignalTrackers(models),
    holding: new Holding(),
    isPaused: false,
    isLocked: false,
    startedAt: null,
    context: null,
  };
}

/** The context where nothing is known: no policy, no accommodation, no cohort, a paper of 2,000 characters. */
export function defaultContext(): ScoringContext {
  return {
    scorer_version: SCORER_VERSION,
    policy: { muted: [], weights: {} },
    accommodations: { extra_time_percent: 0, technologies: [], muted: [], weights: {} },
    paper_characters: 2_000,
    cohort: null,
  };
}

const TERMS = new WeakMap<ScoringContext, Terms>();

/** Contexts are immutable: what one means is worked out once. */
function termsOf(context: ScoringContext): Terms {
  let terms = TERMS.get(context);
  if (terms === undefined) {
    terms = resolveTerms(context);
    TERMS.set(context, terms);
  }
  return terms;
}

/**
 * Takes one log entry into the state and says what it makes of the risk. Pure but for the state it is given: no clock,
 * no randomness. The cost per event is constant however long the attempt, and so is what each entry costs besides.
 *
 * Between `paused` and `resumed`, and between `locked` and `released`, time is nobody's: neither idle nor away.
 * Events whose `t` is no attempt time are left out; the protocol refuses them before.
 *
 * @param context Immutable: a changed one is another object.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const state = createState();
 * const events = [{ type: "tab_switch" as const, visible: true, t: 0 }];
 * const report = fold(state, { kind: "batch", events, late: false }, defaultContext());
 * assert.equal(report.risk, 0);
 * ```
 */
export function fold(state: ScoreState, entry: ScoringEntry, context: ScoringContext): RiskReport {
  const terms = termsOf(context);
  if (state.context !== context) {
    state.context = context;
    state.signals.useContext(context);
  }
  const given = state.signals.given;
  if (entry.kind === "batch") take(state, entry);
  else if (entry.kind === "answered") give(state, entry);
  else if (entry.kind === "practised") state.signals.practise(entry.events);
  else control(state, entry);
  // Events that come late wrote what the submission gave; an aid that is granted explains text without keys.
  const isWithdrawn = entry.kind === "accommodated" || state.signals.given < given;
  return report(state, context, terms, isWithdrawn);
}

function take(
  state: ScoreState,
  { events, received_at, handed_over_by }: Extract<ScoringEntry, { kind: "batch" }>,
): void {
  // What staff took in from a file came when they did so.
  if (state.startedAt !== null && received_at !== undefined && handed_over_by === undefined && events.length > 0) {
    state.signals.arrive(received_at - state.startedAt, events[events.length - 1].t);
  }
  observe(state, events);
}

function observe(state: ScoreState, events: readonly ScorableEvent[]): void {
  for (let index = 0; index < events.length; index++) {
    const event = events[index];
    if (event.type === "keystroke_data") observeKey(state, event);
    else if (event.type === "answer_edit") observeEdit(state, event);
    // Losing the network and coming back is nobody's doing: it changes nothing at all, not even the time of a report.
    else if (event.type !== "connection_change") observeOther(state, event);
  }
}

/** Answers that were not applied are no text of this attempt. */
function give({ signals, features }: ScoreState, entry: Extract<ScoringEntry, { kind: "answered" }>): void {
  if (entry.applied !== false) signals.give(entry.outside_characters ?? 0, features.nowMs);
}

function observeKey({ features, baseline, signals }: ScoreState, event: KeyEvent): void {
  if (!isAttemptTime(event.t)) return;
  baseline.advance(event.t, features);
  features.key(event);
  signals.key(event);
}

function observeEdit({ features, baseline, signals }: ScoreState, event: EditEvent): void {
  if (!isAttemptTime(event.t)) return;
  baseline.advance(event.t, features);
  features.edit(event);
  signals.edit(event);
}

function observeOther({ features, baseline, signals }: ScoreState, event: ScorableEvent): void {
  if (!isAttemptTime(event.t)) return;
  baseline.advance(event.t, features);
  features.observe(event);
  signals.observe(event);
}

function isAttemptTime(t: number): boolean {
  return t >= 0 && t <= MAX_EVENT_TIME_MS;
}

function control(state: ScoreState, entry: Exclude<ScoringEntry, { kind: "batch" | "answered" | "practised" }>): void {
  const { kind } = entry;
  if (kind === "started") state.startedAt = entry.received_at ?? null;
  // What a device held while another one wrote is told behind it, and may honestly run ahead of the server's time.
  else if (kind === "taken_over") state.startedAt = null;
  const wasHeld = state.isPaused || state.isLocked;
  if (kind === "paused") state.isPaused = true;
  else if (kind === "resumed") state.isPaused = false;
  else if (kind === "locked") state.isLocked = true;
  else if (kind === "released") state.isLocked = false;
  const isHeld = state.isPaused || state.isLocked;
  if (isHeld === wasHeld) return;
  state.features.hold(isHeld);
  state.signals.hold(isHeld, state.features.nowMs);
}

function report(state: ScoreState, context: ScoringContext, terms: Terms, isWithdrawn: boolean): RiskReport {
  const { features, baseline, signals } = state;
  const { points } = measured;
  const t = features.nowMs;
  const sums = features.sums();
  const coveredMs = features.windowCoveredMs;
  scoreRules({ features: features.read(), sums, coveredMs, windowMs: BOUNDS_WINDOW_MS }, terms.factors, rules);
  for (let rule = 0; rule < RULES.length; rule++) points[rule] = rules.points[rule];
  measured.categories.set(rules.categories);
  for (let own = 0; own < OWN_FEATURES.length; own++) {
    points[OWN_AT + own] = OWN_FEATURE_POINTS * baseline.evidence[own];
  }
  points[COHORT_AT] = COHORT_POINTS * cohortScore(state, context, terms);
  for (let index = 0; index < SIGNALS.length; index++) {
    const tracker: SignalTracker = signals[SIGNALS[index].name];
    const score = bounded(tracker.score(t));
    const contributor = SIGNALS_AT + index;
    measured.signals[index] = score;
    points[contributor] = signalPoints(SIGNALS[index], score);
    if (isWithdrawn && tracker.given !== undefined) state.holding.release(contributor, points[contributor], t);
    // Most signals say nothing most of the time, and then there is nothing to limit.
    const isSilent = points[contributor] === 0 && !state.holding.holds(contributor);
    measured.limits[index] = isSilent ? null : tracker.limit ?? null;
  }
  return state.holding.combine(measured, terms, t, SCORER_VERSION);
}

function cohortScore({ features }: ScoreState, { cohort }: ScoringContext, terms: Terms): number {
  if (cohort === null || isMuted(terms, "cohort") || features.coveredMs < LEAST_COHORT_MS) return 0;
  const values = features.readOverall(BOUNDS_WINDOW_MS);
  const factors = terms.featureFactors;
  const spread = scoreAgainstCohort(values, cohort, factors);
  if (spread === null) return 0;
  const isolation = scoreByForest(cohort, (name) => {
    const index = FEATURE_INDEX[name];
    return factors[index] > 0 ? values[index] : null;
  });
  return isolation === null ? spread : (spread + isolation) / 2;
}

/** A signal as the report can bear it: NaN for null and for what no signal may be. */
function bounded(score: number | null): number {
  if (score === null || Number.isNaN(score)) return NaN;
  return score > 0 ? Math.min(1, score) : 0;
}

/**
 * The attempt's features over all of its time, as cohort summaries are made of: counts and seconds in five minutes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(attemptFeatures(createState()).blur_count, 0);
 * ```
 */
export function attemptFeatures(state: ScoreState): AttemptFeatures {
  return namedFeatures(state.features.readOverall(BOUNDS_WINDOW_MS));
}
