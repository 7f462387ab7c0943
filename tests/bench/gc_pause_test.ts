import assert from "node:assert/strict";
import { gcPauseMs } from "./gc_pause.ts";

Deno.test("gcPauseMs() reads how long a collection stopped the program, its longest step where there were several", () => {
  const scavenge = "[30046:0x5616f136a000]       76 ms: Scavenge 4.0 (5.1) -> 3.6 (5.9) MB, pooled: 0.0 MB, " +
    "1.01 / 0.00 ms (average mu = 1.000, current mu = 1.000) allocation failure; ";
  const steps = "[15945:0x562100e28000]     1596 ms: Incremental Mark-Compact 307.0 (341.3) -> 290.6 (335.9) MB, " +
    "pooled: 0.0 MB, 31.12 / 0.00 ms (+ 275.3 ms in 135 steps since start of marking, biggest step 39.9 ms, walltime " +
    "since start of marking 440 ms) (average mu = 0.780, current mu = 0.744) finalize incremental marking via stack guard";
  assert.equal(gcPauseMs(scavenge), 1.01);
  assert.equal(gcPauseMs(steps), 39.9);
  assert.equal(gcPauseMs(steps.replace("39.9", "3.9")), 31.12);
  assert.equal(gcPauseMs("Invigil is ready at http://127.0.0.1:8000"), null);
});
