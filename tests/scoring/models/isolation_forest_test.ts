import assert from "node:assert/strict";
import { z } from "zod";
import {
  averagePathLength,
  growIsolationForest,
  IsolationForest,
  IsolationForestModel,
} from "../../../scoring/models/isolation_forest.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import reference from "../../fixtures/isolation_forest_reference.json" with { type: "json" };

const Reference = z.object({
  rows: z.array(z.array(z.number())),
  forest: IsolationForestModel,
  scores: z.array(z.number()),
  large_scores: z.array(z.number()),
  average_path_length: z.array(z.tuple([z.int(), z.number()])),
});
const { rows, forest, scores, large_scores, average_path_length } = Reference.parse(reference);

Deno.test("[SG130] path lengths are normalised as scikit-learn normalises them", () => {
  for (const [size, expected] of average_path_length) {
    assert.ok(Math.abs(averagePathLength(size) - expected) < 1e-12, `of ${size}`);
  }
});

Deno.test("[SG130] a scikit-learn forest scores the same rows the same, to twelve digits", () => {
  const ours = new IsolationForest(forest);
  rows.forEach((row, index) => {
    // scikit-learn compares in single precision.
    const score = ours.score(row.map(Math.fround));
    assert.ok(Math.abs(score - scores[index]) < 1e-12, `row ${index}: ${score}, expected ${scores[index]}`);
  });
});

Deno.test("[SG130] a forest of our own growing scores as scikit-learn's does, within what chance moves", () => {
  const options = { trees: 500, sampleSize: 64 };
  const ours = new IsolationForest(growIsolationForest(rows, ["a", "b", "c"], options, createRandom(3)));
  const differences = rows.map((row, index) => Math.abs(ours.score(row) - large_scores[index]));
  assert.ok(Math.max(...differences) < 0.04, `largest difference ${Math.max(...differences)}`);
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  assert.ok(mean < 0.01, `mean difference ${mean}`);
});

Deno.test("[SG131] the same rows and seed grow the same forest; another seed another", () => {
  const grow = (seed: number) =>
    JSON.stringify(growIsolationForest(rows, ["a", "b", "c"], { trees: 5, sampleSize: 32 }, createRandom(seed)));
  assert.equal(grow(1), grow(1));
  assert.notEqual(grow(1), grow(2));
});

Deno.test("growIsolationForest() copes with rows that are all alike, and refuses what is no number", () => {
  const options = { trees: 3, sampleSize: 8 };
  const alike = growIsolationForest([[1, 1], [1, 1], [1, 1]], ["a", "b"], options, createRandom(1));
  assert.ok(Number.isFinite(new IsolationForest(alike).score([1, 1])));
  assert.throws(() => growIsolationForest([[NaN], [1]], ["a"], options, createRandom(1)), RangeError);
  assert.throws(() => growIsolationForest([[1]], ["a"], options, createRandom(1)), RangeError);
});

Deno.test("IsolationForest refuses a tree that would never end", () => {
  const tree = { feature: [0], threshold: [0], left: [0], right: [0], size: [2] };
  assert.throws(() => new IsolationForest({ ...forest, trees: [tree] }), RangeError);
});
