import assert from "node:assert/strict";
import { SampleRing } from "../../../scoring/windows/sample_ring.ts";

Deno.test("SampleRing keeps the last samples, by age, without those that were not taken", () => {
  const ring = new SampleRing(4, 2);
  for (let index = 0; index < 6; index++) ring.push([index, index % 2 === 0 ? NaN : index]);
  assert.equal(ring.size, 4);
  assert.deepEqual(ring.values(0, 0, 9), [2, 3, 4, 5]);
  assert.deepEqual(ring.values(0, 0, 2), [4, 5]);
  assert.deepEqual(ring.values(0, 2, 9), [2, 3]);
  assert.deepEqual(ring.values(1, 0, 9), [3, 5]);
});

Deno.test("SampleRing.restore() goes on from a snapshot in JSON as if nothing had happened", () => {
  const ring = new SampleRing(3, 1);
  const copy = new SampleRing(3, 1);
  for (const value of [1, NaN, 3, 4]) ring.push([value]);
  copy.restore(JSON.parse(JSON.stringify(ring.snapshot())));
  for (const each of [ring, copy]) each.push([5]);
  assert.deepEqual(copy.values(0, 0, 9), [3, 4, 5]);
  assert.deepEqual(copy.snapshot(), ring.snapshot());
});

Deno.test("SampleRing throws on sizes that are none and on snapshots of another shape", () => {
  assert.throws(() => new SampleRing(0, 1), RangeError);
  assert.throws(() => new SampleRing(2, 1).restore({ taken: 1, samples: [[1, 2]] }), RangeError);
});
