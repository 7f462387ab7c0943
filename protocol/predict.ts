import { z } from "zod";
import { MAX_LENGTH } from "./limits.ts";
import { Contribution, RiskLevel } from "./risk.ts";

const milliseconds = z.number().min(0).max(3_600_000);
const count = z.number().min(0).max(1_000_000);

const NEVER_LESS = "more is never less risk";
const NEVER_MORE = "more is never more risk; says something only where keys were timed (`mean_dwell` above 0)";

/** The seeds' ten fields: ms, px/ms, counts, s. The risk is monotone in each, in the direction that stands here. */
export const PredictBody = z.strictObject({
  sample_id: z.union([z.string().max(200), z.number()]).describe("Names the sample; no influence"),
  mean_dwell: milliseconds.describe(
    "Mean time that a key is held, ms; above 0 it says that keys were timed, which is never less risk; else no influence",
  ),
  std_dwell: milliseconds.describe(`Its standard deviation, ms; ${NEVER_MORE}`),
  mean_flight: z.number().min(-3_600_000).max(3_600_000).describe("Mean time between keys, ms; no influence"),
  std_flight: milliseconds.describe(`Its standard deviation, ms; ${NEVER_MORE}`),
  avg_mouse_speed: z.number().min(0).max(1_000).describe("Mean speed of the pointer, px/ms; no influence"),
  tab_switch_count: count.describe(`Times that the tab was hidden; ${NEVER_LESS}`),
  copy_events: count.describe(`Copies; ${NEVER_LESS}`),
  paste_events: count.describe(`Pastes of text from outside; ${NEVER_LESS}`),
  inactivity_time: z.number().min(0).max(MAX_LENGTH).describe(`Time without input, s; ${NEVER_LESS}`),
});
export type PredictBody = z.infer<typeof PredictBody>;
export const PredictAnswer = z.strictObject({
  risk_score: z.number().min(0).max(100),
  message: z.string(),
  risk_level: RiskLevel,
  contributions: z.array(Contribution),
});
export type PredictAnswer = z.infer<typeof PredictAnswer>;
