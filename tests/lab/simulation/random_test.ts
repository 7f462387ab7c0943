import assert from "node:assert/strict";
import { logNormal, normal, pick } from "../../../lab/simulation/distributions.ts";
import { fork } from "../../../lab/simulation/fork.ts";
import { createRandom } from "../../../scoring/models/random.ts";

Deno.test("createRandom() is uniform in [0, 1) and repeats itself for a seed", () => {
  const random = createRandom(42);
  const again = createRandom(42);
  const counts = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 100_000; draw++) {
    const value = random();
    assert.equal(value, again());
    assert.ok(value >= 0 && value < 1);
    counts[Math.floor(value * 10)]++;
  }
  for (const count of counts) assert.ok(Math.abs(count - 10_000) < 400, `${counts}`);
});

Deno.test("createRandom() gives neighbouring seeds unlike numbers", () => {
  const firsts = new Set(Array.from({ length: 1_000 }, (_, seed) => createRandom(seed)()));
  assert.equal(firsts.size, 1_000);
});

Deno.test("fork() is not shifted by later draws of its parent", () => {
  const parent = createRandom(1);
  const child = fork(parent);
  parent();
  assert.equal(child(), fork(createRandom(1))());
});

Deno.test("normal() has mean 0 and spread 1, logNormal() its median", () => {
  const random = createRandom(3);
  const values = Array.from({ length: 20_000 }, () => normal(random));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  assert.ok(Math.abs(mean) < 0.03 && Math.abs(variance - 1) < 0.05, `${mean}, ${variance}`);
  const gaps = Array.from({ length: 9_999 }, () => logNormal(random, 200, 0.4)).sort((a, b) => a - b);
  assert.ok(Math.abs(gaps[5_000] - 200) < 5, `${gaps[5_000]}`);
});

Deno.test("pick() refuses an empty list", () => {
  assert.throws(() => pick(createRandom(1), []), RangeError);
});
