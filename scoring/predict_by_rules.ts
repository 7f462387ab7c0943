import type { PredictAnswer, PredictBody } from "../protocol/rest.ts";
import { type Contribution, riskLevel } from "../protocol/risk.ts";

type Field = Exclude<keyof PredictBody, "sample_id">;

/** Of each field: what is ordinary, what counts in full, its points, and the category that it belongs to. */
const FIELDS: readonly {
  name: Field;
  category: Contribution["category"];
  low: number;
  high: number;
  points: number;
}[] = [
  { name: "tab_switch_count", category: "window", low: 2, high: 15, points: 35 },
  { name: "paste_events", category: "keyboard", low: 1, high: 10, points: 30 },
  { name: "copy_events", category: "keyboard", low: 2, high: 12, points: 15 },
  { name: "inactivity_time", category: "window", low: 120, high: 900, points: 20 },
];

/** Sums of such fractions are exact, so that contributions add up to the risk to the last bit. */
const UNITS_PER_POINT = 1_024;

const MESSAGES = {
  low: "Low risk: nothing here is unusual.",
  medium: "Medium risk: some of this is unusual and worth a look.",
  high: "High risk: much of this is unusual; a person should look.",
} as const;

/**
 * A risk from the ten fields of one sample, by bounds alone. Dwell, flight and speed are nobody's fault and add nothing.
 *
 * @example
 * const quiet = { sample_id: 1, mean_dwell: 90, std_dwell: 20, mean_flight: 120, std_flight: 60, avg_mouse_speed: 0.5,
 *   tab_switch_count: 0, copy_events: 0, paste_events: 1, inactivity_time: 10 };
 * assert.equal(predictByRules(quiet).risk_score, 0);
 */
export function predictByRules(body: PredictBody): PredictAnswer {
  const contributions: Contribution[] = [];
  for (const { name, category, low, high, points } of FIELDS) {
    const share = Math.min(1, Math.max(0, (body[name] - low) / (high - low)));
    const units = Math.round(points * share * UNITS_PER_POINT);
    if (units > 0) contributions.push({ name, category, points: units / UNITS_PER_POINT });
  }
  contributions.sort((a, b) => b.points - a.points);
  const risk = contributions.reduce((sum, { points }) => sum + points, 0);
  const level = riskLevel(risk);
  return { risk_score: risk, message: MESSAGES[level], risk_level: level, contributions };
}
