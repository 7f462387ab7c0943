import assert from "node:assert/strict";
import { crashRun } from "./run.ts";

Deno.test({
  name: "[TR40] killed under load again and again, the server loses and doubles nothing that it acknowledged",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const seed = 7;
    const run = await crashRun({ rounds: 3, students: 20, seed, roundMs: 2_500 });
    assert.deepEqual(run.problems, [], `seed ${seed}`);
    assert.ok(run.acknowledged > 60, `only ${run.acknowledged} batches were acknowledged`);
    assert.ok(run.reconnects >= 20, `only ${run.reconnects} reconnects`);
    console.log(`crash: 3 kills, ${run.acknowledged} acknowledged, ${run.stored} stored, ${run.resends} resends`);
  },
});
