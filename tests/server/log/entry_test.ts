import assert from "node:assert/strict";
import { CapturedEvent } from "../../../protocol/events.ts";
import { EMPTY_CHAIN, linkEntry } from "../../../server/log/entry.ts";
import { eventsHash } from "../../../server/log/hash.ts";
import { batchEntry } from "../../support/log_entries.ts";

Deno.test("[EL9] the hash of events does not depend on the order in which a client wrote their fields", () => {
  const one = CapturedEvent.parse({ dwell: 80, flight: null, key: "letter", t: 5, type: "keystroke_data" });
  const other = CapturedEvent.parse({ type: "keystroke_data", t: 5, key: "letter", flight: null, dwell: 80 });
  assert.equal(eventsHash([one]), eventsHash([other]));
  assert.notEqual(eventsHash([one]), eventsHash([{ ...one, t: 6 }]));
});

Deno.test("[EL10] whatever bit of an entry changes, its hash no longer fits", () => {
  const { bytes, end } = linkEntry(batchEntry(1, "some text"), EMPTY_CHAIN);
  const again = linkEntry(batchEntry(1, "some texu"), EMPTY_CHAIN);
  assert.notEqual(again.end.chain, end.chain);
  assert.equal(again.bytes.length, bytes.length);
});
