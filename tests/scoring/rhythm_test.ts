import assert from "node:assert/strict";
import { LikelihoodRatio } from "../../scoring/models/likelihood_ratio.ts";
import { DWELL_FEATURES, dwellFeatures } from "../../scoring/rhythm/dwell_features.ts";
import * as at from "../../scoring/rhythm/key_statistics.ts";
import { RHYTHM_FEATURES, rhythmFeatures } from "../../scoring/rhythm/rhythm_features.ts";
import { eitherWay } from "../../scoring/rhythm/rhythm_model.ts";

const SCALE = { low: 0, width: 1 };

Deno.test("[SG109] a direction of the features says as much as its bound, and no more", () => {
  const model = new LikelihoodRatio({
    kind: "likelihood_ratio",
    version: 1,
    features: ["a", "b"],
    mean: [0, 0],
    scale: [1, 1],
    between: [1, 1],
    directions: [[10, 0], [0, 10]],
  }, ["a", "b"]);
  model.turn(Float64Array.of(-3, 0), model.first);
  model.turn(Float64Array.of(3, 0), model.second);
  const unbounded = model.ratio(model.first, model.second, 1, 1);
  const bounded = model.ratio(model.first, model.second, 1, 1, 4);
  assert.ok(unbounded > 100, `${unbounded}`);
  assert.ok(bounded < 4, `${bounded}`);
});

Deno.test("[SG109] a slice's mean moves by little where a quantile jumps from one mode to the other", () => {
  const shares = [0, 0.4, 0.6, 1];
  const middle = (low: number, high: number) => {
    const values = new Float64Array(20);
    values[2] = low;
    values[17] = high;
    const means = new Float64Array(3);
    assert.equal(at.sliceMeans(values, 0, 20, SCALE, shares, 0, means, 0), 3);
    return { mean: means[1], quantile: at.histogramQuantile(values, 0, 20, 0.5, SCALE)! };
  };
  const before = middle(51, 49);
  const after = middle(49, 51);
  assert.ok(after.quantile - before.quantile > 14);
  assert.ok(after.mean - before.mean < 2, `${before.mean} then ${after.mean}`);
});

Deno.test("slices add up to the mean of all, wherever their edges lie", () => {
  const values = Float64Array.of(0, 3, 0.5, 0, 7, 0, 1.25, 2);
  const shares = [0, 0.13, 0.5, 0.81, 1];
  const means = new Float64Array(4);
  at.sliceMeans(values, 0, values.length, SCALE, shares, 0, means, 0);
  let whole = 0;
  let count = 0;
  values.forEach((keys, bin) => {
    whole += keys * (bin + 0.5);
    count += keys;
  });
  const sum = means.reduce((total, mean, slice) => total + mean * (shares[slice + 1] - shares[slice]), 0);
  assert.ok(Math.abs(sum - whole / count) < 1e-12);
});

Deno.test("features of no keys are finite", () => {
  const nothing = new Float64Array(at.STATISTICS);
  for (
    const [read, names] of [[rhythmFeatures, RHYTHM_FEATURES], [dwellFeatures, DWELL_FEATURES]] as const
  ) {
    const features = new Float64Array(names.length).fill(NaN);
    read(nothing, features);
    assert.ok(features.every(Number.isFinite), features.join());
  }
});

Deno.test("[SG108] what a change of the same person explains is no evidence of another", () => {
  assert.ok(eitherWay(40, -6) < 0);
  assert.ok(eitherWay(-6, 40) < -5);
  assert.ok(eitherWay(40, 30) > 25);
});
