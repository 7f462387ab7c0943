import assert from "node:assert/strict";
import { examPhase } from "../../protocol/exam_phase.ts";

Deno.test("[PR62] an exam is open only while students can join it", () => {
  const times = { opens_at: "2026-11-26T09:00:00Z", closes_at: "2026-11-26T11:00:00+01:00" };
  const at = (clock: string) => Date.parse(`2026-11-26T${clock}:00Z`);
  const phases = ["08:59", "09:00", "09:59", "10:00"].map((clock) =>
    examPhase({ state: "published", ...times }, at(clock))
  );
  assert.deepEqual(phases, ["upcoming", "open", "open", "over"]);
  assert.equal(examPhase({ state: "published", opens_at: null, closes_at: null }, 0), "open");
  assert.equal(examPhase({ state: "closed", ...times }, at("09:30")), "closed");
  assert.equal(examPhase({ state: "draft", ...times }, at("09:30")), "draft");
});
