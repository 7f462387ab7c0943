import assert from "node:assert/strict";
import { nextTrend, trendUntil } from "../../../server/attempts/recent_trend.ts";

Deno.test("[AT13] a trend is the risk at even steps of server time, bounded; a risk holds until another comes", () => {
  let trend = nextTrend(undefined, 0, 1.2);
  for (const [now, risk] of [[10_000, 2], [16_000, 3.4], [46_000, 5]]) trend = nextTrend(trend, now, risk);
  assert.deepEqual(trendUntil(trend, 46_000), [2, 3, 3, 5]);
  assert.deepEqual(trendUntil(trend, 80_000), [2, 3, 3, 5, 5, 5]);
  for (let now = 60_000; now < 3_600_000; now += 1_000) trend = nextTrend(trend, now, 7);
  assert.equal(trend.values.length, 20);
  assert.deepEqual(trendUntil(trend, 30 * 24 * 3_600_000), Array(20).fill(7), "a month away");
});

Deno.test("[AT13] a clock that was set back bends no trend", () => {
  const trend = nextTrend(nextTrend(undefined, 600_000, 10), 0, 20);
  assert.deepEqual(trendUntil(trend, 600_000), [20]);
});
