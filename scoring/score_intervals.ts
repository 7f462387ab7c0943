import type { IntervalScore } from "../protocol/rest.ts";
import { riskLevel } from "../protocol/risk.ts";
import type { ScorableEvent } from "../protocol/scorable_event.ts";
import { type IntervalOptions, intervalsOf } from "./features/extract.ts";
import { createRuleScores, rulesTotal, scoreRules } from "./rules.ts";
import { RULES } from "./weights.ts";

const NEUTRAL = new Float64Array(RULES.length).fill(1);

/**
 * The rules' scores of every interval of an attempt, by the seeds' formulas: what `/scoring/calculate` answers. It is
 * the rules' total alone, without signals, baselines and what is left of earlier; the live risk is the fold's.
 *
 * @param factors A factor for each rule, by policy and accommodations; 1 each when absent.
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
  factors: Float64Array = NEUTRAL,
): IntervalScore[] {
  const rules = createRuleScores();
  const scores: IntervalScore[] = [];
  for (const { startMs, endMs, windowMs, tracker } of intervalsOf(events, options)) {
    const sums = tracker.sums();
    scoreRules({ features: tracker.read(), sums, coveredMs: tracker.windowCoveredMs, windowMs }, factors, rules);
    const [mouse, keyboard, window] = [...rules.categories].map((score) => Number.isNaN(score) ? null : score);
    const risk = rulesTotal(rules);
    scores.push({
      attempt_id: attemptId,
      interval_start: startMs,
      interval_end: endMs,
      risk_score: risk,
      risk_level: riskLevel(risk),
      mouse_score: mouse,
      keyboard_score: keyboard,
      window_score: window,
    });
  }
  return scores;
}
