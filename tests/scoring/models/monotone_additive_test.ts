import assert from "node:assert/strict";
import { fitBounded } from "../../../lab/training/fit_bounded.ts";
import { rankCorrelation } from "../../../lab/statistics/rank_correlation.ts";
import { MonotoneAdditive, type MonotoneAdditiveModel } from "../../../scoring/models/monotone_additive.ts";

const MODEL: MonotoneAdditiveModel = {
  kind: "monotone_additive",
  version: 1,
  features: ["a", "b"],
  ramps: [
    { feature: "a", from: 0, to: 3, points: 10 },
    { feature: "b", from: 7, to: 1, points: 4 },
  ],
  needs: { b: "a" },
};

Deno.test("a ramp rises or falls between its ends, and says nothing while what it needs is 0", () => {
  const model = new MonotoneAdditive(MODEL, MODEL.features);
  const into = new Float64Array(2);
  const points = (a: number, b: number) => {
    model.points([a, b], into);
    return [...into];
  };
  assert.deepEqual(points(0, 0), [0, 0]);
  assert.deepEqual(points(1, 3), [5, 2]);
  assert.deepEqual(points(90, 0), [10, 4]);
  assert.deepEqual(points(3, 100), [10, 0]);
});

Deno.test("[SG133] a model of ramps that could turn, or of other features, is refused", () => {
  const turning = [...MODEL.ramps, { feature: "a", from: 9, to: 4, points: 1 }];
  assert.throws(() => new MonotoneAdditive({ ...MODEL, ramps: turning }, MODEL.features), RangeError);
  const falling = [{ feature: "a", from: 9, to: 4, points: 1 }];
  assert.throws(() => new MonotoneAdditive({ ...MODEL, ramps: falling }, MODEL.features), RangeError);
  assert.throws(() => new MonotoneAdditive(MODEL, ["a", "c"]), RangeError);
  const strange = [{ feature: "c", from: 0, to: 4, points: 1 }];
  assert.throws(() => new MonotoneAdditive({ ...MODEL, ramps: strange }, MODEL.features), RangeError);
});

Deno.test("fitBounded() finds the least squares within the bounds, beside a free constant", () => {
  const rows = Array.from({ length: 60 }, (_, index) => [index % 7, (index * index) % 5]);
  const values = rows.map(([a, b]) => 3 * a - 2 * b + 40);
  const weights = rows.map(() => 1);
  const free = { least: -100, most: 100 };
  const [a, b] = fitBounded(rows, values, weights, [free, free]);
  assert.ok(Math.abs(a - 3) < 1e-5 && Math.abs(b + 2) < 1e-5);
  const bounded = fitBounded(rows, values, weights, [{ least: 0, most: 2 }, { least: 0, most: 9 }]);
  assert.deepEqual(bounded, [2, 0]);
});

Deno.test("rankCorrelation() gives ties their mean rank", () => {
  assert.equal(rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1]), -1);
  assert.equal(rankCorrelation([1, 1, 2, 2], [5, 5, 9, 9]), 1);
  assert.ok(Math.abs(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 3]) - 0.8333) < 0.01);
});
