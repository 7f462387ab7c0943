import assert from "node:assert/strict";
import fc from "fast-check";
import { pointerPath } from "../../../lab/simulation/pointer_path.ts";
import { PRACTISED_HAND, SCRIPTED_POINTER } from "../../../lab/simulation/pointer_profile.ts";
import { createRandom } from "../../../scoring/models/random.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const place = fc.record({ x: share, y: share });

Deno.test("pointerPath() begins at 0 ms, runs forward in time and ends on the target", () => {
  fc.assert(fc.property(fc.integer(), place, place, (seed, from, to) => {
    const path = pointerPath(PRACTISED_HAND, createRandom(seed), from, to, 0.05);
    assert.equal(path[0][0], 0);
    for (let index = 1; index < path.length; index++) assert.ok(path[index][0] >= path[index - 1][0]);
    const [, x, y] = path[path.length - 1];
    assert.ok(Math.abs(x - to.x) < 0.001 && Math.abs(y - to.y) < 0.001);
  }));
});

Deno.test("pointerPath() of a hand speeds up and slows down, a script's pace is even", () => {
  const speeds = (profile: typeof PRACTISED_HAND): number[] => {
    const path = pointerPath(profile, createRandom(4), { x: 0.1, y: 0.1 }, { x: 0.8, y: 0.6 }, 0.05);
    return path.slice(1).map(([ms, x, y], index) =>
      Math.hypot(x - path[index][1], y - path[index][2]) / Math.max(0.1, ms - path[index][0])
    );
  };
  const hand = speeds({ ...PRACTISED_HAND, overshootShare: 0 });
  const middle = hand[Math.floor(hand.length / 2)];
  assert.ok(middle > 5 * hand[0], `${hand}`);
  const script = speeds(SCRIPTED_POINTER);
  assert.ok(Math.max(...script) < 1.1 * Math.min(...script), `${script}`);
});
