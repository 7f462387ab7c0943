import { z } from "zod";
import { intervalSeconds } from "./features.ts";
import { RiskLevel } from "./risk.ts";

const id = z.string().min(1).max(64);
const score = z.number().min(0).max(100);

export const CalculateBody = z.strictObject({
  test_id: id,
  interval_seconds: intervalSeconds,
  window_size_seconds: intervalSeconds,
});
export const IntervalScore = z.strictObject({
  attempt_id: id,
  interval_start: z.number(),
  interval_end: z.number(),
  risk_score: score.describe(
    "The seeds' rules alone, which see little: nearly every interval is low. The live score sees more",
  ),
  risk_level: RiskLevel.describe("Of the rules alone"),
  mouse_score: score.nullable(),
  keyboard_score: score.nullable(),
  window_score: score.nullable(),
  live_risk: score.nullable().describe(
    "The live score as proctors saw it at the interval's end; null before the first batch",
  ),
  live_level: RiskLevel.nullable(),
  model_score: score.nullable().describe(
    "A random forest's and a multivariate regression's mean over the seeds' seventeen features, trained on labelled intervals; " +
      "null where nothing was measured",
  ),
});
export type IntervalScore = z.infer<typeof IntervalScore>;
export const CalculateAnswer = z.strictObject({
  test_id: id,
  intervals_processed: z.int(),
  risk_scores: z.array(IntervalScore),
});

const Summary = z.strictObject({
  interval_count: z.int(),
  avg_risk: score,
  max_risk: score,
  avg_mouse_score: score.nullable(),
  avg_keyboard_score: score.nullable(),
  avg_window_score: score.nullable(),
});
export const ScoringSummaryAnswer = z.strictObject({
  test_id: id,
  levels: z.strictObject({ low: Summary, medium: Summary, high: Summary }),
  attempts: z.array(Summary.extend({ attempt_id: id, risk_level: RiskLevel })),
});
