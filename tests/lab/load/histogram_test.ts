import assert from "node:assert/strict";
import fc from "fast-check";
import { Histogram } from "../../../lab/load/histogram.ts";

Deno.test("Histogram.percentile() is within 1.6 % above the exact percentile", () => {
  const latency = fc.double({ min: 0, max: 100_000, noNaN: true });
  fc.assert(fc.property(
    fc.array(latency, { minLength: 1, maxLength: 300 }),
    fc.constantFrom(0.5, 0.9, 0.99, 1),
    (values, share) => {
      const histogram = new Histogram();
      for (const value of values) histogram.record(value);
      const exact = values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)];
      const said = histogram.percentile(share);
      // Below 64 µs the buckets are a whole microsecond.
      assert.ok(said >= exact - 1e-9 && said <= exact * 1.016 + 0.001, `${said} for ${exact}`);
    },
  ));
});

Deno.test("Histogram keeps count and maximum, and forgets them when cleared", () => {
  const histogram = new Histogram();
  histogram.record(3);
  histogram.record(-1);
  assert.equal(histogram.count, 2);
  assert.equal(histogram.mostMs, 3);
  histogram.clear();
  assert.equal(histogram.count, 0);
  assert.equal(histogram.percentile(0.5), 0);
});
