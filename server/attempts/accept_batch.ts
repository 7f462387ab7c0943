import type { Batch } from "../../protocol/events.ts";
import { isOver } from "../../protocol/exam.ts";
import { linkEntry, type NewEntry } from "../log/entry.ts";
import { entrySalt } from "../log/entry_salt.ts";
import { sha256Hex } from "../log/hash.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import { type AttemptFold, foldEntry } from "./attempt_fold.ts";
import type { LinkedStep } from "./attempt_commits.ts";
import type { CurrentContext } from "./contexts.ts";
import { headAfter, withFolded } from "./head_after.ts";
import { lateness } from "./lateness.ts";

/** How a batch is taken in: what of it is evidence alone, and who handed it over where it did not come by itself. */
export interface Taking {
  kept: number[];
  handed_over_by?: string;
}

/**
 * What a batch makes of an attempt: folds it, gives it its place in the log, and says to which head it leads.
 *
 * @param folded Up to the entry before; advanced in place.
 * @param before The head as of the entry before.
 */
export function acceptBatch(
  folded: AttemptFold,
  before: AttemptHead,
  { id, context }: CurrentContext,
  { seq, sentAt, events }: Batch,
  receivedAt: number,
  { kept, handed_over_by }: Taking,
): { step: LinkedStep; head: AttemptHead } {
  const t = events[events.length - 1].t;
  const arrival = lateness(before.clockOffset, receivedAt, t, receivedAt - before.lastSeen);
  const late = arrival.isLate || isOver(before.state);
  const isByItself = handed_over_by === undefined;
  const folding = { kind: "batch" as const, events, late, received_at: receivedAt, kept, handed_over_by };
  const report = foldEntry(folded, folding, context);
  const entry: NewEntry = {
    kind: "batch",
    seq,
    sentAt,
    received_at: receivedAt,
    context: id,
    late,
    report: { risk: report.risk, level: report.level },
    events,
    ...(kept.length > 0 && { kept: [...kept] }),
    ...(!isByItself && { handed_over_by, ...entrySalt({ handed_over_by }) }),
  };
  const eventsText = JSON.stringify(events);
  const linked = linkEntry(entry, { n: before.n, chain: before.chain }, eventsText);
  const hash = sha256Hex(eventsText);
  const taken = { seq, events, received_at: receivedAt, handed_over_by, risk: report.risk, end: linked.end, hash };
  const head = withFolded(headAfter(before, taken), folded, report);
  return { step: { entry, linked, seq, hash }, head };
}
