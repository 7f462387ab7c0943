import assert from "node:assert/strict";
import * as fc from "fast-check";
import { auc, type Labelled } from "../../../lab/statistics/auc.ts";
import { bootstrapInterval, sortedQuantile } from "../../../lab/statistics/intervals.ts";
import { wilsonInterval } from "../../../scoring/wilson_interval.ts";
import { equalErrorRate, shareAbove, thresholdAtFpr, tprAtFpr } from "../../../lab/statistics/rates.ts";

const labelled = fc.array(fc.record({ score: fc.integer({ min: 0, max: 9 }), isPositive: fc.boolean() }), {
  minLength: 2,
  maxLength: 40,
}).filter((all) => all.some((one) => one.isPositive) && all.some((one) => !one.isPositive));

function aucByPairs(scores: readonly Labelled[]): number {
  const positives = scores.filter((one) => one.isPositive);
  const negatives = scores.filter((one) => !one.isPositive);
  let won = 0;
  for (const { score } of positives) {
    for (const other of negatives) {
      won += score > other.score ? 1 : score === other.score ? 0.5 : 0;
    }
  }
  return won / positives.length / negatives.length;
}

Deno.test("auc() by ranks is the share of pairs in order, ties counting half", () => {
  fc.assert(fc.property(labelled, (scores) => assert.ok(Math.abs(auc(scores) - aucByPairs(scores)) < 1e-12)));
});

Deno.test("thresholdAtFpr() never lets more than the wanted share of negatives through", () => {
  fc.assert(fc.property(labelled, fc.double({ min: 0, max: 0.99, noNaN: true }), (scores, share) => {
    const threshold = thresholdAtFpr(scores, share);
    assert.ok(shareAbove(scores.filter((one) => !one.isPositive), threshold) <= share);
  }));
});

Deno.test("tprAtFpr() and equalErrorRate() of a perfect order are 1 and 0", () => {
  const scores = Array.from({ length: 20 }, (_, index) => ({ score: index, isPositive: index >= 10 }));
  assert.equal(tprAtFpr(scores, 0.01), 1);
  assert.equal(equalErrorRate(scores), 0);
  assert.equal(equalErrorRate(scores.map((one) => ({ ...one, score: 1 }))), 0.5);
});

Deno.test("wilsonInterval() holds the share and has width at 0 and 1", () => {
  assert.deepEqual([wilsonInterval(0, 300).low, wilsonInterval(300, 300).high], [0, 1]);
  assert.ok(wilsonInterval(0, 300).high > 0.01 && wilsonInterval(0, 300).high < 0.013);
  // Newcombe 1998, table I: 81 of 263.
  const { low, high } = wilsonInterval(81, 263);
  assert.ok(Math.abs(low - 0.2553) < 5e-5 && Math.abs(high - 0.3662) < 5e-5);
});

Deno.test("bootstrapInterval() is the same for the same seed and holds the mean", () => {
  const groups = Array.from({ length: 40 }, (_, index) => [index % 2, index % 2]);
  const mean = (items: number[]) => items.reduce((sum, item) => sum + item, 0) / items.length;
  const interval = bootstrapInterval(groups, mean, 4);
  assert.deepEqual(interval, bootstrapInterval(groups, mean, 4));
  assert.ok(interval.low < 0.5 && interval.high > 0.5);
});

Deno.test("sortedQuantile() is of type 7", () => {
  assert.equal(sortedQuantile([1, 2, 3, 4], 0.5), 2.5);
  assert.ok(Number.isNaN(sortedQuantile([], 0.5)));
});
