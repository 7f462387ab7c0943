import assert from "node:assert/strict";
import { mean, sampleCorrelation } from "simple-statistics";
import { simulateAnswers, simulateItems } from "../../../lab/alike/simulated_answers.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { adjustedChances } from "../../../server/psychometrics/adjusted_chances.ts";
import { calibrateItems } from "../../../server/psychometrics/calibrate_items.ts";
import { calibrateTimes } from "../../../server/psychometrics/calibrate_times.ts";

function meanError(own: readonly number[], wanted: readonly number[]): number {
  return mean(own.map((value, index) => Math.abs(value - wanted[index])));
}

Deno.test("[AK4] questions' parameters come back from the answers that they made", () => {
  const random = createRandom(11);
  const items = simulateItems(random, { persons: 1_000, items: 20 });
  const lines = simulateAnswers(random, items, 1_000);
  const scores = lines.map((line) => line.scores);
  const found = calibrateItems(scores, "2pl");
  assert.ok(meanError(found.map(({ a }) => a), items.map(({ a }) => a)) < 0.15);
  assert.ok(meanError(found.map(({ b }) => b), items.map(({ b }) => b)) < 0.15);
  const rasch = calibrateItems(scores, "rasch");
  assert.equal(new Set(rasch.map(({ a }) => a)).size, 1);
  assert.ok(sampleCorrelation(rasch.map(({ b }) => b), items.map(({ b }) => b)) > 0.97);

  const times = calibrateTimes(lines.map(({ logSeconds }) => logSeconds));
  assert.ok(meanError(times.map(({ alpha }) => alpha), items.map(({ alpha }) => alpha)) < 0.1);
  assert.ok(meanError(times.map(({ beta }) => beta), items.map(({ beta }) => beta)) < 0.05);
});

Deno.test("[AK4] parameters stay finite where little is known, and answers that are not there count for nothing", () => {
  const scores = [[1, null, 0], [1, 1, null], [1, 0, 0], [0, 1, 1]] as const;
  for (const model of ["rasch", "2pl"] as const) {
    for (const { a, b } of calibrateItems(scores, model)) assert.ok(a > 0 && Number.isFinite(b));
  }
  const whole = calibrateItems([[1, 0], [0, 1], [1, 1], [1, 0]], "rasch");
  const withNobody = calibrateItems([[1, 0], [0, 1], [1, 1], [1, 0], [null, null]], "rasch");
  whole.forEach(({ b }, item) => assert.ok(Math.abs(b - withNobody[item].b) < 1e-2));
  for (const { alpha } of calibrateTimes([[2, 2], [2, 2], [2, null]])) assert.ok(Number.isFinite(alpha));
});

Deno.test("[AK5] chances are corrected for how many were looked at", () => {
  assert.deepEqual(adjustedChances([0.01, 0.5, null, 0.02]).map((p) => p && Math.round(p * 1e9) / 1e9), [
    0.03,
    0.5,
    null,
    0.03,
  ]);
  assert.deepEqual(adjustedChances([0.01, 0.02], 4), [0.04, 0.04]);
  assert.deepEqual(adjustedChances([]), []);
  assert.deepEqual(adjustedChances([1, 1]), [1, 1]);
});
