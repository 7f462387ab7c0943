import assert from "node:assert/strict";
import fc from "fast-check";
import { BucketRing } from "../../../scoring/windows/bucket_ring.ts";

const BUCKET_MS = 1_000;
const BUCKETS = 7;

const step = fc.record({
  ms: fc.oneof(fc.integer({ min: -3_000, max: 3_000 }), fc.integer({ min: 0, max: 100_000 })),
  column: fc.integer({ min: 0, max: 2 }),
  value: fc.integer({ min: -1_000, max: 1_000 }),
});
const steps = fc.array(step, { maxLength: 80 });

interface Added {
  t: number;
  column: number;
  value: number;
}

/** Adds at times that move on and sometimes back, as batches do; returns what was added and the newest time. */
function run(ring: BucketRing, moves: readonly { ms: number; column: number; value: number }[]) {
  const added: Added[] = [];
  let now = 0;
  for (const { ms, column, value } of moves) {
    const t = Math.max(0, now + ms);
    now = Math.max(now, t);
    ring.advance(t);
    ring.add(ring.row(t), column, value);
    added.push({ t, column, value });
  }
  return { added, now };
}

function recomputed(added: readonly Added[], column: number, fromMs: number): number {
  return added.filter((each) => each.column === column && each.t >= fromMs)
    .reduce((sum, { value }) => sum + value, 0);
}

Deno.test("[SC10] BucketRing: rolling sums equal a full recompute, to the last bit", () => {
  fc.assert(fc.property(steps, (moves) => {
    const ring = new BucketRing(BUCKET_MS, BUCKETS, 3);
    const { added } = run(ring, moves);
    for (let column = 0; column < 3; column++) {
      assert.equal(ring.sums[column] + 0, recomputed(added, column, Math.max(0, ring.startMs)) + 0);
      assert.equal(ring.overall[column] + 0, recomputed(added, column, 0) + 0);
    }
  }));
});

Deno.test("BucketRing.addSpan() gives every bucket its own part, and the window only what lies in it", () => {
  fc.assert(fc.property(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 20_000 })), { maxLength: 20 }),
    (gaps) => {
      const ring = new BucketRing(BUCKET_MS, BUCKETS, 1);
      const spans: [number, number][] = [];
      let now = 0;
      for (const [pause, length] of gaps) {
        const from = now + pause;
        now = from + length;
        ring.advance(now);
        ring.addSpan(from, now, 0);
        spans.push([from, now]);
      }
      const start = Math.max(0, ring.startMs);
      const expected = spans.reduce((sum, [from, to]) => sum + Math.max(0, to - Math.max(from, start)), 0);
      assert.equal(ring.sums[0], expected);
      assert.equal(ring.overall[0], spans.reduce((sum, [from, to]) => sum + to - from, 0));
    },
  ));
});

Deno.test("BucketRing.sumsBetween() sums the buckets that begin in a span", () => {
  const ring = new BucketRing(1_000, 10, 1);
  for (let second = 0; second < 10; second++) {
    ring.advance(second * 1_000);
    ring.add(ring.row(second * 1_000), 0, 10 ** second);
  }
  assert.equal(ring.sumsBetween(2_000, 5_000, new Float64Array(1))[0], 11_100);
  assert.equal(ring.sumsBetween(8_000, 99_000, new Float64Array(1))[0], 1_100_000_000);
});

Deno.test("BucketRing.extent() says from when to when a column holds anything", () => {
  const ring = new BucketRing(1_000, 10, 2);
  ring.advance(6_500);
  ring.add(ring.row(3_200), 0, 1);
  ring.add(ring.row(5_000), 0, 2);
  assert.deepEqual(ring.extent([0]), { fromMs: 3_000, toMs: 5_999 });
  assert.equal(ring.extent([1]), null);
});

Deno.test("BucketRing.restore() goes on from a snapshot in JSON as if nothing had happened", () => {
  fc.assert(fc.property(steps, steps, (before, after) => {
    const ring = new BucketRing(BUCKET_MS, BUCKETS, 3);
    run(ring, before);
    const copy = new BucketRing(BUCKET_MS, BUCKETS, 3);
    copy.restore(JSON.parse(JSON.stringify(ring.snapshot())));
    run(ring, after);
    run(copy, after);
    assert.deepEqual(copy.snapshot(), ring.snapshot());
    assert.deepEqual([...copy.sums], [...ring.sums]);
  }));
});

Deno.test("BucketRing throws on sizes that are none and on snapshots of another shape", () => {
  assert.throws(() => new BucketRing(0, 1, 1), RangeError);
  assert.throws(() => new BucketRing(10, 1.5, 1), RangeError);
  const ring = new BucketRing(10, 2, 2);
  assert.throws(() => ring.restore({ head: 0, overall: [0], rows: [] }), RangeError);
  assert.throws(() => ring.restore({ head: 0, overall: [0, 0], rows: [[5, 1]] }), RangeError);
});
