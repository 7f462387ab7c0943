import type { CapturedEvent } from "../../protocol/events.ts";
import { EMPTY_CHAIN, type LinkedEntry, linkEntry, type NewEntry } from "../../server/log/entry.ts";

/** A batch of one edit, not yet in any log. */
export function batchEntry(seq: number, text = "a"): NewEntry {
  return batchOf(seq, [{ at: 0, inserted: text, question: "q1", removed: 0, t: seq, type: "answer_edit" }]);
}

/** A batch of events, not yet in any log. */
export function batchOf(seq: number, events: CapturedEvent[]): NewEntry {
  const report = { risk: 0, level: "low" as const };
  return { kind: "batch", seq, sentAt: 1, received_at: 2, context: "c", late: false, report, events };
}

/** A pause, not yet in any log. */
export const PAUSED: NewEntry = { kind: "paused", by: "amina", received_at: 3, reason: null, context: "c" };

/** Links entries one behind the other. */
export function chain(entries: readonly NewEntry[]): LinkedEntry[] {
  let end = EMPTY_CHAIN;
  return entries.map((entry) => {
    const linked = linkEntry(entry, end);
    end = linked.end;
    return linked;
  });
}
