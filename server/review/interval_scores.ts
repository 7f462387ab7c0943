import { z } from "zod";
import { type IntervalScore, ScoringSummaryAnswer } from "../../protocol/interval_scores.ts";
import { riskLevel } from "../../protocol/risk.ts";
import { MOST_INTERVALS } from "../../scoring/features/extract.ts";
import { scoreIntervals } from "../../scoring/score_intervals.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { readTimedLog } from "./attempt_log.ts";

type Windows = { intervalSeconds: number; windowSizeSeconds: number };
type Summary = z.infer<typeof ScoringSummaryAnswer>;
type Line = Summary["levels"]["low"];

/** Intervals of one attempt, at most: what its student's browser says of time costs no other attempt anything. */
const MOST_PER_ATTEMPT = 2 * MOST_INTERVALS;

/**
 * Interval scores of every attempt of an exam, attempt by attempt. Each stands for itself, whatever is in it; of one that
 * says that it lasted for days, the first 17,280 intervals are given.
 */
export async function intervalScores(
  attempts: Attempts,
  examId: string,
  windows: Windows,
): Promise<IntervalScore[]> {
  const scores: IntervalScore[] = [];
  for await (const attemptId of attempts.stores.examAttempts.list(examId)) {
    const { events, live } = await readTimedLog(attempts, attemptId);
    scores.push(...scoreIntervals(attemptId, events, { ...windows, most: MOST_PER_ATTEMPT }, { live }));
  }
  return scores;
}

function average(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function lineOf(scores: readonly IntervalScore[]): Line {
  const risks = scores.map((score) => score.risk_score);
  return {
    interval_count: scores.length,
    avg_risk: average(risks) ?? 0,
    max_risk: risks.reduce((most, risk) => Math.max(most, risk), 0),
    avg_mouse_score: average(scores.map((score) => score.mouse_score)),
    avg_keyboard_score: average(scores.map((score) => score.keyboard_score)),
    avg_window_score: average(scores.map((score) => score.window_score)),
  };
}

/** Sums up interval scores per level and per attempt; an attempt's level is that of its highest interval. */
export function summariseIntervals(examId: string, scores: readonly IntervalScore[]): Summary {
  const ofLevel = (level: IntervalScore["risk_level"]) => lineOf(scores.filter((score) => score.risk_level === level));
  const byAttempt = Map.groupBy(scores, (score) => score.attempt_id);
  return {
    test_id: examId,
    levels: { low: ofLevel("low"), medium: ofLevel("medium"), high: ofLevel("high") },
    attempts: [...byAttempt].map(([attemptId, own]) => {
      const line = lineOf(own);
      return { ...line, attempt_id: attemptId, risk_level: riskLevel(line.max_risk) };
    }),
  };
}
