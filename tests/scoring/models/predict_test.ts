import assert from "node:assert/strict";
import * as fc from "fast-check";
import { simulatedSamples } from "../../../lab/training/simulated_samples.ts";
import { PredictBody } from "../../../protocol/rest.ts";
import { predict } from "../../../scoring/models/predict.ts";

Deno.test("[SC70] for any fields /predict allows, contributions add up to the risk to the last bit", () => {
  const time = fc.double({ min: 0, max: 3_600_000, noNaN: true });
  const count = fc.double({ min: 0, max: 1_000_000, noNaN: true });
  const body = fc.record({
    sample_id: fc.constant(1),
    mean_dwell: time,
    std_dwell: time,
    mean_flight: fc.double({ min: -3_600_000, max: 3_600_000, noNaN: true }),
    std_flight: time,
    avg_mouse_speed: fc.double({ min: 0, max: 1_000, noNaN: true }),
    tab_switch_count: count,
    copy_events: count,
    paste_events: count,
    inactivity_time: fc.double({ min: 0, max: 10_000_000, noNaN: true }),
  });
  fc.assert(fc.property(body, (fields) => {
    const answer = predict(PredictBody.parse(fields));
    assert.equal(answer.contributions.reduce((sum, { points }) => sum + points, 0), answer.risk_score);
    assert.ok(answer.contributions.every(({ points }) => points > 0));
  }));
});

Deno.test("[SC70] simulated students unseen in training: ordinary ones stay below High, and most of them Low", () => {
  const samples = simulatedSamples(3, 700_000).filter(({ outputs }) => outputs.every((output) => output === 0));
  const levels = samples.map(({ sample }) => predict({ sample_id: 1, ...sample }).risk_level);
  assert.ok(!levels.includes("high"));
  assert.ok(levels.filter((level) => level === "low").length / levels.length > 0.9);
});
