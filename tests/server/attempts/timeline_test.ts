import assert from "node:assert/strict";
import { Timeline } from "../../../server/attempts/timeline.ts";

Deno.test("[AT12] risk over time stays small, even and ends with the last report", () => {
  const timeline = new Timeline();
  for (let t = 0; t < 20_000; t++) timeline.add(t * 1_000, t % 100);
  const points = timeline.toPoints();
  assert.ok(points.length <= 401, `${points.length} points`);
  assert.deepEqual(points.at(-1), [19_999_000, 99]);
  assert.ok(points.every(([t], index) => index === 0 || t > points[index - 1][0]));
});
