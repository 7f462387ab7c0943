import assert from "node:assert/strict";
import fc from "fast-check";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { createSignals } from "../../../scoring/signals/registry.ts";
import { SIGNALS } from "../../../protocol/risk.ts";
import { arbitraryEvents } from "../support/arbitrary_events.ts";

Deno.test("[SG107] a key or an edit counts alike whichever way it comes to a signal", () => {
  fc.assert(fc.property(arbitraryEvents, (events) => {
    const one = createSignals();
    const other = createSignals();
    for (const name of SIGNALS) {
      for (const event of events) {
        one[name].observe(event);
        take(other[name], event);
      }
      assert.deepEqual(one[name].snapshot(), other[name].snapshot(), name);
    }
  }));
});

function take(tracker: ReturnType<typeof createSignals>[typeof SIGNALS[number]], event: ScorableEvent): void {
  if (event.type === "keystroke_data") tracker.key(event);
  else if (event.type === "answer_edit") tracker.edit(event);
  else tracker.observe(event);
}
