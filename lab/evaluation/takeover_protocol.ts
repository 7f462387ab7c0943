import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import { createState, defaultContext, fold } from "../../scoring/fold.ts";
import { createRandom } from "../../scoring/models/random.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";
import { coauthorEvents, type CoauthorSession, startOfText } from "../data_sets/coauthor.ts";
import { auc, type Labelled } from "../statistics/auc.ts";
import { bootstrapInterval } from "../statistics/intervals.ts";
import { equalErrorRate, tprAtFpr } from "../statistics/rates.ts";
import type { HeldOut } from "./held_out.ts";
import { figure, type Metric, share, type Source } from "./metric.ts";

/** The own beginning, and the windows after it, in events of the data. */
const BASELINE_EVENTS = 400;
const WINDOW_EVENTS = 250;
/** Events of a batch. Windows end where batches do. */
const BATCH_EVENTS = 50;
/** Other writers that each session is continued by, one at a time. */
const OTHERS = 3;

interface Scored extends Labelled {
  writer: string;
}

interface Outcome {
  windows: number[];
  isEverHigh: boolean;
  isEverMedium: boolean;
}

/**
 * T2: is it noticed that another writer goes on? A session's own first 400 events are its beginning; then the same
 * session goes on (negative), or from event 400 on another writer's (positive, three drawn a session). The signal is
 * read at the end of each window of 250 events; a session's score is the mean of its windows' log odds.
 *
 * Every session is scored through the fold, in batches, with the model that saw neither of its two writers.
 *
 * @param seed Of the drawing of other writers, and of the bootstrap over writers.
 */
export function evaluateTakeover(
  sessions: readonly CoauthorSession[],
  models: HeldOut<SignalModels>,
  source: Source,
  seed: number,
): Metric[] {
  const random = createRandom(seed);
  const windows: Scored[] = [];
  const rests: Scored[] = [];
  const honest: Outcome[] = [];
  const unmuted: Outcome[] = [];
  const muted = contextMuting("external_text");
  const add = (writer: string, isPositive: boolean, outcome: Outcome) => {
    if (outcome.windows.length === 0) return;
    for (const score of outcome.windows) windows.push({ score, isPositive, writer });
    const mean = outcome.windows.reduce((sum, score) => sum + score, 0) / outcome.windows.length;
    rests.push({ score: mean, isPositive, writer });
  };
  for (const session of sessions) {
    const own = models.fold(session.w);
    const model = models.model(own);
    const outcome = follow(session, session, model, muted);
    honest.push(outcome);
    unmuted.push(follow(session, session, model, defaultContext()));
    add(session.w, false, outcome);
    if (session.k.length < BASELINE_EVENTS + WINDOW_EVENTS) continue;
    const others = sessions.filter((other) =>
      other.w !== session.w && models.fold(other.w) === own && other.k.length >= BASELINE_EVENTS + WINDOW_EVENTS
    );
    for (let draw = 0; draw < OTHERS && others.length > 0; draw++) {
      const [other] = others.splice(Math.floor(random() * others.length), 1);
      add(session.w, true, follow(session, other, model, muted));
    }
  }
  const measured = (metric: string, scores: Scored[], measure: (scores: readonly Scored[]) => number) => {
    const writers = [...Map.groupBy(scores, (one) => one.writer).values()];
    return figure(source, metric, measure(scores), bootstrapInterval(writers, measure, seed), scores.length);
  };
  const count = (outcomes: readonly Outcome[], of: (outcome: Outcome) => boolean) => outcomes.filter(of).length;
  const total = sessions.length;
  return [
    measured("window_auc", windows, auc),
    measured("window_eer", windows, equalErrorRate),
    measured("session_auc", rests, auc),
    measured("session_tpr_at_1_fpr", rests, (scores) => tprAtFpr(scores, 0.01)),
    measured("session_eer", rests, equalErrorRate),
    share(source, "honest_ever_high", count(honest, (one) => one.isEverHigh), total),
    share(source, "honest_ever_medium", count(honest, (one) => one.isEverMedium), total),
    share(source, "honest_ever_high_unmuted", count(unmuted, (one) => one.isEverHigh), total),
    share(source, "honest_ever_medium_unmuted", count(unmuted, (one) => one.isEverMedium), total),
  ];
}

/** Folds a session's beginning and what goes on from it; keeps the log odds of `takeover` at windows' ends. */
function follow(
  beginning: CoauthorSession,
  rest: CoauthorSession,
  models: SignalModels,
  context: ScoringContext,
): Outcome {
  const state = createState(models);
  const place = startOfText();
  const outcome: Outcome = { windows: [], isEverHigh: false, isEverMedium: false };
  for (let from = 0; from < rest.k.length || (from < BASELINE_EVENTS && from < beginning.k.length);) {
    const session = from < BASELINE_EVENTS ? beginning : rest;
    const to = Math.min(from + BATCH_EVENTS, session.k.length);
    if (to <= from) break;
    const { events } = coauthorEvents(session, from, to, place);
    from = to;
    if (events.length === 0) continue;
    const report: RiskReport = fold(state, { kind: "batch", events, late: false }, context);
    if (report.level === "high") outcome.isEverHigh = true;
    if (report.level !== "low") outcome.isEverMedium = true;
    const isWindowEnd = to > BASELINE_EVENTS && (to - BASELINE_EVENTS) % WINDOW_EVENTS === 0;
    const signal = report.signals.takeover;
    if (isWindowEnd && signal !== null) outcome.windows.push(logOdds(signal));
  }
  return outcome;
}

/** Log odds of a share, kept finite. */
export function logOdds(share: number): number {
  const bounded = Math.min(1 - 1e-15, Math.max(1e-300, share));
  return Math.log(bounded / (1 - bounded));
}

function contextMuting(signal: string): ScoringContext {
  const context = defaultContext();
  return { ...context, policy: { ...context.policy, muted: [signal] } };
}
