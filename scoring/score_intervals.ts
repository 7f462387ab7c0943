import type { IntervalScore } from "../protocol/interval_scores.ts";
import { type RiskLevel, riskLevel } from "../protocol/risk.ts";
import type { ScorableEvent } from "../protocol/scorable_event.ts";
import { type IntervalOptions, intervalsOf } from "./features/extract.ts";
import { shippedIntervalModel } from "./models/interval_model.ts";
import { createRuleScores, rulesTotal, scoreRules } from "./rules.ts";
import { RULES } from "./weights.ts";

const NEUTRAL = new Float64Array(RULES.length).fill(1);

/** The live score after a batch. */
export interface LiveRisk {
  /** Attempt time of the batch's last event, ms. */
  t: number;
  risk: number;
  level: RiskLevel;
}

/** What else an attempt's intervals are scored with. */
interface IntervalExtras {
  /** The live score after each batch, in the order that they came; none when absent. */
  live?: readonly LiveRisk[];
  /** A factor for each rule, by policy and accommodations; 1 each when absent. */
  factors?: Float64Array;
}

/**
 * Scores of every interval of an attempt: what `/scoring/calculate` answers.
 *
 * `risk_score` is the total of the rules alone, by the seeds' formulas. They see little: of 199 intervals of honest and
 * dishonest sittings all were Low. Beside it stand the live score at the interval's end, which has signals, baselines and
 * what is left of earlier; and `model_score`, of the seeds' random forest and multivariate regression.
 *
 * @throws {RangeError} If an interval or window is not positive, or there would be more than 8,640 intervals.
 *
 * @example Nothing but typing
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const [score] = scoreIntervals("a1", [{ type: "keystroke_data", key: "letter", dwell: 80, flight: null, t: 500 }], {});
 * assert.equal(score.risk_score, 0);
 * ```
 */
export function scoreIntervals(
  attemptId: string,
  events: Iterable<ScorableEvent>,
  options: IntervalOptions,
  { live = [], factors = NEUTRAL }: IntervalExtras = {},
): IntervalScore[] {
  const rules = createRuleScores();
  const scores: IntervalScore[] = [];
  let next = 0;
  let seen: LiveRisk | null = null;
  for (const { startMs, endMs, windowMs, tracker } of intervalsOf(events, options)) {
    while (next < live.length && live[next].t < endMs) seen = live[next++];
    const sums = tracker.sums();
    const features = tracker.read();
    scoreRules({ features, sums, coveredMs: tracker.windowCoveredMs, windowMs }, factors, rules);
    const [mouse, keyboard, window] = [...rules.categories].map((score) => Number.isNaN(score) ? null : score);
    const risk = rulesTotal(rules);
    const isEmpty = mouse === null && keyboard === null && window === null;
    scores.push({
      attempt_id: attemptId,
      interval_start: startMs,
      interval_end: endMs,
      risk_score: risk,
      risk_level: riskLevel(risk),
      mouse_score: mouse,
      keyboard_score: keyboard,
      window_score: window,
      live_risk: seen?.risk ?? null,
      live_level: seen?.level ?? null,
      model_score: isEmpty ? null : shippedIntervalModel().score(features),
    });
  }
  return scores;
}
