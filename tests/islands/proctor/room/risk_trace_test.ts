import assert from "node:assert/strict";
import { RiskTrace, TRACE_BUCKET_MS } from "../../../../islands/proctor/room/risk_trace.ts";

Deno.test("a trace holds the highest risk of each five seconds, of the last five minutes, however long it goes on", () => {
  const trace = new RiskTrace();
  assert.deepEqual(trace.points(0, 7), [[1], [7]]);
  for (let step = 0; step < 200; step++) {
    trace.add(step * TRACE_BUCKET_MS, step % 100);
    trace.add(step * TRACE_BUCKET_MS + 1_000, 0);
  }
  const [times, risks] = trace.points(199 * TRACE_BUCKET_MS, 50);
  assert.equal(times.length, 61);
  assert.deepEqual([times[0], times[59], times[60]], [-295, 0, 1]);
  assert.deepEqual([risks[0], risks[59], risks[60]], [40, 99, 50]);
  trace.add(0, 100);
  assert.equal(trace.points(199 * TRACE_BUCKET_MS, 50)[1][59], 100, "an earlier time counts as the last");
});
