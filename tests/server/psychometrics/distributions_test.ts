import assert from "node:assert/strict";
import {
  chiSquaredTail,
  logGamma,
  normalLowerTail,
  normalUpperTail,
} from "../../../server/psychometrics/distributions.ts";
import { atLeast } from "../../../server/psychometrics/matches.ts";
import { minimise } from "../../../server/psychometrics/minimise.ts";

function assertNear(got: number, wanted: number): void {
  assert.ok(Math.abs(got - wanted) <= 1e-9 * Math.abs(wanted), `${got} is not ${wanted}`);
}

Deno.test("[AK3] tails of distributions are exact far out, as tables of many digits have them", () => {
  assertNear(normalUpperTail(0), 0.5);
  assertNear(normalUpperTail(1.959963984540054), 0.025);
  assertNear(normalUpperTail(6), 9.865876450376946e-10);
  assertNear(normalUpperTail(-3), 0.9986501019683699);
  assertNear(normalLowerTail(-10), 7.61985302416047e-24);
  assertNear(chiSquaredTail(3.841458820694124, 1), 0.05);
  assertNear(chiSquaredTail(29, 30), 0.5175966978958983);
  assertNear(chiSquaredTail(5, 2), Math.exp(-2.5));
  assertNear(chiSquaredTail(200, 4), Math.exp(-100) * 101);
  assert.equal(chiSquaredTail(0, 3), 1);
  assert.ok(Number.isNaN(chiSquaredTail(1, 0)));
  assertNear(logGamma(0.5), Math.log(Math.PI) / 2);
  assertNear(logGamma(11), Math.log(3_628_800));
});

Deno.test("[AK3] chances that differ add up as the binomial does where they are the same", () => {
  assertNear(atLeast(2, [0.5, 0.5, 0.5]), 0.5);
  assertNear(atLeast(0, [0.1, 0.2]), 1);
  assertNear(atLeast(2, [0.1, 0.2]), 0.02);
  assertNear(atLeast(1, [0.1, 0.2]), 1 - 0.9 * 0.8);
  assert.equal(atLeast(3, [0.1, 0.2]), 0);
});

Deno.test("[AK3] the search finds a least value within an interval, and comes near an end that is least", () => {
  assert.ok(Math.abs(minimise((x) => (x - 1.25) ** 2, -4, 4, 1e-8) - 1.25) < 1e-7);
  assert.ok(Math.abs(minimise((x) => Math.exp(x) - 2 * x, -4, 4, 1e-8) - Math.LN2) < 1e-6);
  assert.ok(4 - minimise((x) => -x, -4, 4, 1e-4) < 1e-3);
});
