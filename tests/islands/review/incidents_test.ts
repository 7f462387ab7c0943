import assert from "node:assert/strict";
import { type Incident, incidentBeside, lookFrom } from "../../../islands/review/replay/incidents.ts";

const flag = (t: number): Incident => ({ kind: "flag", t, to: t, note: "" });

/** Where somebody comes by going on, or back, from a moment until there is nothing more. */
function walk(incidents: readonly Incident[], from: number, isForward: boolean): number[] {
  const seen: number[] = [];
  for (let t = from;;) {
    const next = incidentBeside(incidents, t, isForward);
    if (next === null) return seen;
    seen.push(next.t);
    t = lookFrom(next);
  }
}

Deno.test("[RV25] from the beginning each incident ahead is reached, in an attempt's first seconds too, and none lies before it", () => {
  const incidents = [100, 1_500, 1_900, 3_000, 60_000].map(flag);
  assert.equal(incidentBeside(incidents, 0, false), null);
  assert.deepEqual(walk(incidents, 0, true), [100, 1_500, 1_900, 3_000, 60_000]);
  assert.deepEqual(walk(incidents, 70_000, false), [60_000, 3_000, 1_900, 1_500, 100]);
  assert.equal(incidentBeside([flag(0)], 0, true), null, "what is there already");
  assert.equal(lookFrom(flag(60_000)), 58_000);
});
