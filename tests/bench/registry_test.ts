import assert from "node:assert/strict";
import { keepsGoal } from "./metric.ts";
import { MEASUREMENTS, measurementsOf } from "./registry.ts";

Deno.test("measurementsOf() finds a metric, its family, all of them, or refuses a name that it does not know", () => {
  assert.deepEqual(measurementsOf([]), MEASUREMENTS);
  assert.deepEqual(measurementsOf(["push.p50_ms"])[0].metrics.includes("push.p50_ms"), true);
  assert.equal(measurementsOf(["score"]).length, 1);
  assert.throws(() => measurementsOf(["speed"]), RangeError);
});

Deno.test("keepsGoal() reads both directions and leaves what is only reported", () => {
  assert.equal(keepsGoal(0.61, "≥ 0.6"), true);
  assert.equal(keepsGoal(32_769, "≤ 32,768"), false);
  assert.equal(keepsGoal(1, "report"), null);
});
