import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import type { ScoringEntry } from "../../scoring/scoring_entry.ts";

/** A batch as the client makes it: so many events, or so much time, in ms, whichever ends first. */
const BATCH_EVENTS = 50;
const BATCH_MS = 5_000;
/** When every case's attempt began, by the server's clock; any time will do. */
const STARTED_AT = 1_700_000_000_000;
/** From the last event of a batch to its arrival, in ms. */
const TRANSIT_MS = 300;

/** How batches reach the server. */
interface Arrival {
  /** From here to there, in ms of attempt time, the network was gone: what was captured came afterwards. */
  offline?: { fromMs: number; toMs: number };
  /** Everything arrived within so many ms of the begin, whatever its events say. */
  allWithinMs?: number;
}

/**
 * What a server would have logged of a sitting: its begin, and its events in batches with the time they arrived.
 *
 * @param events Sorted by `t`.
 *
 * @example
 * const entries = entriesOf([{ type: "question_view", t: 0, question: "q1" }]);
 * assert.deepEqual(entries.map(({ kind }) => kind), ["started", "batch"]);
 */
export function entriesOf(events: readonly ScorableEvent[], { offline, allWithinMs }: Arrival = {}): ScoringEntry[] {
  const entries: ScoringEntry[] = [{ kind: "started", received_at: STARTED_AT }];
  for (let from = 0; from < events.length;) {
    let to = from + 1;
    while (to < events.length && to - from < BATCH_EVENTS && events[to].t - events[from].t < BATCH_MS) to++;
    const lastT = events[to - 1].t;
    const isOffline = offline !== undefined && lastT >= offline.fromMs && lastT < offline.toMs;
    let arrivedMs = (isOffline ? offline.toMs : lastT) + TRANSIT_MS;
    if (allWithinMs !== undefined) arrivedMs = Math.min(arrivedMs, allWithinMs);
    entries.push({
      kind: "batch",
      events: events.slice(from, to),
      late: isOffline,
      received_at: STARTED_AT + Math.round(arrivedMs),
    });
    from = to;
  }
  return entries;
}
