import assert from "node:assert/strict";
import { frameWork } from "./frame_work.ts";

const task = (ts: number, dur: number, tid = 1) => ({ name: "RunTask", ph: "X", pid: 7, tid, ts, dur });
const frame = (ts: number, tid = 1) => ({ name: "FireAnimationFrame", ph: "X", pid: 7, tid, ts, dur: 10 });

Deno.test("frameWork() counts for each frame the tasks from its own to before the next one's, on the thread that draws", () => {
  const traceEvents = [
    task(0, 500),
    task(990, 2_000),
    frame(1_000),
    task(5_000, 3_000),
    task(16_900, 4_000),
    frame(17_000),
    task(33_000, 1_000),
    frame(33_500),
    task(4_000, 90_000, 2),
    frame(4_500, 2),
  ];
  assert.deepEqual(frameWork({ traceEvents }), [5, 4]);
  assert.deepEqual(frameWork({ traceEvents: [] }), []);
});
