import assert from "node:assert/strict";
import * as fc from "fast-check";
import { simulatedSittings } from "../../../lab/training/labelled_sittings.ts";
import { predictExamples } from "../../../lab/training/predict_samples.ts";
import { PredictBody } from "../../../protocol/predict.ts";
import { predict } from "../../../scoring/models/predict.ts";
import { PREDICT_FIELDS, type PredictField } from "../../../scoring/models/predict_fields.ts";

const CALM = {
  sample_id: 1,
  mean_dwell: 95,
  std_dwell: 30,
  mean_flight: 140,
  std_flight: 110,
  avg_mouse_speed: 0.6,
  tab_switch_count: 0,
  copy_events: 0,
  paste_events: 0,
  inactivity_time: 20,
};
const ZEROS = {
  ...CALM,
  mean_dwell: 0,
  std_dwell: 0,
  mean_flight: 0,
  std_flight: 0,
  avg_mouse_speed: 0,
  inactivity_time: 0,
};

/** Which way the risk may go as a field grows: 1 never less, −1 never more, 0 not at all. */
const DIRECTION: Readonly<Record<PredictField, number>> = {
  mean_dwell: 1,
  std_dwell: -1,
  mean_flight: 0,
  std_flight: -1,
  avg_mouse_speed: 0,
  tab_switch_count: 1,
  copy_events: 1,
  paste_events: 1,
  inactivity_time: 1,
};

const time = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 300, noNaN: true }),
  fc.double({ min: 0, max: 3_600_000, noNaN: true }),
);
const count = fc.oneof(fc.nat(30), fc.double({ min: 0, max: 1_000_000, noNaN: true }));
const VALUES: Readonly<Record<PredictField, fc.Arbitrary<number>>> = {
  mean_dwell: time,
  std_dwell: time,
  mean_flight: fc.double({ min: -3_600_000, max: 3_600_000, noNaN: true }),
  std_flight: time,
  avg_mouse_speed: fc.double({ min: 0, max: 1_000, noNaN: true }),
  tab_switch_count: count,
  copy_events: count,
  paste_events: count,
  inactivity_time: fc.double({ min: 0, max: 10_000_000, noNaN: true }),
};
const body = fc.record({ sample_id: fc.constant(1), ...VALUES });

Deno.test("[SC70] for any fields /predict allows, contributions add up to the risk to the last bit", () => {
  fc.assert(fc.property(body, (fields) => {
    const answer = predict(PredictBody.parse(fields));
    assert.equal(answer.contributions.reduce((sum, { points }) => sum + points, 0), answer.risk_score);
    assert.ok(answer.contributions.every(({ points }) => points > 0));
    assert.ok(answer.risk_score <= 100);
  }));
});

for (const name of PREDICT_FIELDS) {
  Deno.test(`[SC72] the risk is monotone in ${name}, whatever the other fields`, () => {
    fc.assert(
      fc.property(body, VALUES[name], (fields, other) => {
        const [less, more] = [fields[name], other].sort((a, b) => a - b)
          .map((value) => predict({ ...fields, [name]: value }).risk_score);
        const direction = DIRECTION[name];
        assert.ok(direction === 0 ? less === more : direction * (more - less) >= 0, `${less}, then ${more}`);
      }),
      { numRuns: 500 },
    );
  });
}

Deno.test("[SC73] where the ten fields are calm, so is the risk: one of a thing is single-digit, two pastes are Low", () => {
  assert.equal(predict(CALM).risk_score, 0);
  for (const one of ["tab_switch_count", "copy_events", "paste_events"]) {
    const { risk_score } = predict({ ...CALM, [one]: 1 });
    assert.ok(risk_score > 0 && risk_score < 10, `${one}: ${risk_score}`);
  }
  assert.equal(predict({ ...CALM, paste_events: 2 }).risk_level, "low");
  assert.equal(predict({ ...CALM, inactivity_time: 7_200 }).risk_level, "low");
  const fromReadme = {
    ...CALM,
    mean_dwell: 150.2,
    std_dwell: 50.3,
    mean_flight: 120.5,
    std_flight: 40.1,
    tab_switch_count: 3,
  };
  assert.equal(predict({ ...fromReadme, copy_events: 1, inactivity_time: 20 }).risk_level, "low");
});

Deno.test("[SC73] nothing measured is no risk and too little to say; timed keys without any spread stay Low", () => {
  assert.deepEqual(predict(ZEROS), { risk_score: 0, risk_level: "low", contributions: [], isTooLittle: true });
  assert.equal(predict(CALM).isTooLittle, false);
  const likeClockwork = predict({ ...CALM, std_dwell: 0, std_flight: 0 });
  assert.ok(likeClockwork.risk_score >= 10);
  assert.equal(likeClockwork.risk_level, "low");
});

Deno.test("[SC73] much of a thing is plainly more than none", () => {
  assert.ok(predict({ ...CALM, copy_events: 100 }).risk_score > 10);
  assert.equal(predict({ ...CALM, paste_events: 12 }).risk_level, "medium");
  assert.equal(predict({ ...CALM, tab_switch_count: 60 }).risk_level, "medium");
  assert.equal(predict({ ...CALM, tab_switch_count: 40, paste_events: 20 }).risk_level, "high");
});

Deno.test("[SC70] simulated students unseen in training: ordinary ones stay Low", () => {
  for (const sitting of simulatedSittings(2, 800_000)) {
    if (sitting.outputs.some((output) => output > 0)) continue;
    for (const { sample } of predictExamples(sitting)) {
      assert.equal(predict({ sample_id: 1, ...sample }).risk_level, "low", sitting.kind);
    }
  }
});
