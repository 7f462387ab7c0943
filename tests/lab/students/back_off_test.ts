import assert from "node:assert/strict";
import { backOff, LONGEST_WAIT_MS } from "../../../lab/students/back_off.ts";
import { createRandom } from "../../../scoring/models/random.ts";

Deno.test("[SI14] waits grow with failures, are spread, and are never longer than the limit", () => {
  const random = createRandom(1);
  const longest = (failures: number): number =>
    Math.max(...Array.from({ length: 500 }, () => backOff(failures, random)));
  assert.ok(longest(0) < 251 && longest(3) > longest(0));
  assert.ok(longest(40) <= LONGEST_WAIT_MS);
  assert.ok(Math.min(...Array.from({ length: 500 }, () => backOff(5, random))) < 200);
});
