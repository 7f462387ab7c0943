import assert from "node:assert/strict";
import { PredictAnswer, type PredictBody } from "../../protocol/rest.ts";
import { predictByRules } from "../../scoring/predict_by_rules.ts";

const QUIET: PredictBody = {
  sample_id: "s1",
  mean_dwell: 95,
  std_dwell: 20,
  mean_flight: 120,
  std_flight: 60,
  avg_mouse_speed: 0.4,
  tab_switch_count: 1,
  copy_events: 1,
  paste_events: 1,
  inactivity_time: 30,
};

Deno.test("[SC70] predictByRules() finds nothing in a quiet sample and everything in a loud one, and adds up", () => {
  assert.deepEqual(predictByRules(QUIET), {
    risk_score: 0,
    message: "Low risk: nothing here is unusual.",
    risk_level: "low",
    contributions: [],
  });
  const loud = predictByRules({
    ...QUIET,
    tab_switch_count: 40,
    copy_events: 40,
    paste_events: 40,
    inactivity_time: 4_000,
  });
  PredictAnswer.parse(loud);
  assert.equal(loud.risk_score, 100);
  assert.equal(loud.contributions.reduce((sum, { points }) => sum + points, 0), 100);
  assert.equal(predictByRules({ ...QUIET, paste_events: 1_000 }).risk_level, "low");
});
