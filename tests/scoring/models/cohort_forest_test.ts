import assert from "node:assert/strict";
import { summariseCohort } from "../../../scoring/cohort.ts";
import { LEAST_FOREST_ATTEMPTS, scoreByForest } from "../../../scoring/models/cohort_forest.ts";
import { createRandom } from "../../../scoring/models/random.ts";
import { COHORT_FEATURES } from "../../../scoring/weights.ts";

const random = createRandom(9);
const attempts = Array.from(
  { length: 60 },
  () => Object.fromEntries(COHORT_FEATURES.map((name) => [name, Math.round(random() * 40) / 10])),
);
const cohort = summariseCohort(attempts);

Deno.test("[SG134] a cohort has a forest from forty attempts on, small enough for a context", () => {
  assert.equal(summariseCohort(attempts.slice(0, LEAST_FOREST_ATTEMPTS - 1)).forest, undefined);
  assert.ok(JSON.stringify(cohort.forest).length < 48_000);
  assert.deepEqual(summariseCohort(attempts).forest, cohort.forest);
});

Deno.test("[SG134] who is like the cohort scores nothing, who is far from it much, who does less nothing", () => {
  assert.ok(scoreByForest(cohort, () => 2)! < 0.05);
  assert.ok(scoreByForest(cohort, () => 500)! > 0.5);
  assert.equal(scoreByForest(cohort, () => 0), scoreByForest(cohort, (name) => cohort.features[name].median));
});

Deno.test("[SG134] a feature that is not considered changes nothing", () => {
  const muted = COHORT_FEATURES[0];
  const score = (value: number) =>
    scoreByForest(cohort, (name) => name === muted ? null : name === "blur_count" ? value : 2);
  assert.equal(score(2), scoreByForest(cohort, (name) => name === muted ? NaN : 2));
});

Deno.test("scoreByForest() says nothing where a summary holds no forest, or something else", () => {
  assert.equal(scoreByForest({ attempts: 60, features: {} }, () => 1), null);
  assert.equal(scoreByForest({ attempts: 60, features: {}, forest: { trees: [] } }, () => 1), null);
});
