import assert from "node:assert/strict";
import fc from "fast-check";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { SignalTrackers } from "../../../scoring/signals/registry.ts";
import { SIGNALS } from "../../../scoring/weights.ts";
import { arbitraryEvents } from "../support/arbitrary_events.ts";

Deno.test("[SG107] every signal gets every event, and a key or an edit counts alike whichever way it comes", () => {
  fc.assert(fc.property(arbitraryEvents, (events) => {
    const alone = new SignalTrackers();
    const wired = new SignalTrackers();
    for (const event of events) {
      for (const { name } of SIGNALS) alone[name].observe(event);
      take(wired, event);
    }
    for (const { name } of SIGNALS) assert.deepEqual(wired[name].snapshot(), alone[name].snapshot(), name);
  }));
});

function take(signals: SignalTrackers, event: ScorableEvent): void {
  if (event.type === "keystroke_data") signals.key(event);
  else if (event.type === "answer_edit") signals.edit(event);
  else signals.observe(event);
}
