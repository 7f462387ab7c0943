import assert from "node:assert/strict";
import { fitLinearRegression } from "../../../lab/training/fit_linear_regression.ts";
import { fitRandomForest } from "../../../lab/training/fit_random_forest.ts";
import { intervalExamples } from "../../../lab/training/interval_samples.ts";
import { simulatedSittings, SITTING_OUTPUTS } from "../../../lab/training/labelled_sittings.ts";
import { SEED_FEATURES, seedRow } from "../../../scoring/features/seed_features.ts";
import { LinearRegression } from "../../../scoring/models/linear_regression.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { RandomForest } from "../../../scoring/models/random_forest.ts";

const FEATURES = ["a", "b", "c"];
const OPTIONS = { trees: 12, features: 2, depth: 5, leastRows: 4, seed: 5 };

function rowsOf(count: number, seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => [random() * 4, random() - 0.5, Math.floor(random() * 5)]);
}

const rows = rowsOf(150, 1);
const values = rows.map(([a, b, c]) => (a > 2 ? 1 : 0) + b * c / 4);

Deno.test("[SG132] our forest predicts what the library's does, for every row and for new ones", () => {
  const { library, model } = fitRandomForest(rows, values, FEATURES, OPTIONS);
  const ours = new RandomForest(model, FEATURES);
  const asked = [...rows, ...rowsOf(100, 2)];
  const theirs = library.predict(asked);
  asked.forEach((row, index) => assert.ok(Math.abs(ours.predict(row) - theirs[index]) < 1e-12, `row ${index}`));
});

Deno.test("[SG132] our regression predicts what the library's does", () => {
  const targets = rows.map(([a, b, c]) => [a + b, c - 2 * b]);
  const { library, model } = fitLinearRegression(rows, targets, FEATURES, ["x", "y"]);
  const ours = new LinearRegression(model, FEATURES);
  const into = new Float64Array(2);
  for (const row of rows) {
    ours.predict(row, into);
    const [x, y] = library.predict([row.map((value, index) => ours.standard(value, index))])[0];
    assert.ok(Math.abs(into[0] - x) < 1e-9 && Math.abs(into[1] - y) < 1e-9);
    assert.ok(Math.abs(into[0] - (row[0] + row[1])) < 1e-6);
  }
});

Deno.test("[SG132] forest and regression over the seventeen features equal the libraries' on simulated intervals", () => {
  const examples = [...simulatedSittings(1, 50)].flatMap(intervalExamples);
  const asked = examples.map(({ features }) => seedRow(features, SEED_FEATURES.map(() => 0)));
  const outputs = examples.map((example) => [...example.outputs]);
  const forest = fitRandomForest(asked, outputs.map((each) => Math.max(...each)), SEED_FEATURES, OPTIONS);
  const regression = fitLinearRegression(asked, outputs, SEED_FEATURES, SITTING_OUTPUTS);
  const ourForest = new RandomForest(forest.model, SEED_FEATURES);
  const ourRegression = new LinearRegression(regression.model, SEED_FEATURES);
  const theirs = forest.library.predict(asked);
  const into = new Float64Array(ourRegression.outputs);
  asked.forEach((row, index) => {
    assert.ok(Math.abs(ourForest.predict(row) - theirs[index]) < 1e-12);
    ourRegression.predict(row, into);
    const expected = regression.library.predict([row.map((value, place) => ourRegression.standard(value, place))])[0];
    expected.forEach((value, output) => assert.ok(Math.abs(into[output] - value) < 1e-9));
  });
});

Deno.test("a forest's explanation adds up to its prediction", () => {
  const ours = new RandomForest(fitRandomForest(rows, values, FEATURES, OPTIONS).model, FEATURES);
  const into = new Float64Array(3);
  for (const row of rows) {
    const start = ours.explain(row, into);
    assert.ok(Math.abs(start + into[0] + into[1] + into[2] - ours.predict(row)) < 1e-12);
  }
});

Deno.test("[SG133] a model of other features, or whose parts do not fit, is refused", () => {
  const { model } = fitRandomForest(rows, values, FEATURES, OPTIONS);
  assert.throws(() => new RandomForest(model, ["a", "b"]), RangeError);
  const loop = { feature: [0], threshold: [1], left: [0], right: [0], value: [0] };
  assert.throws(() => new RandomForest({ ...model, trees: [loop] }, FEATURES), RangeError);
});
