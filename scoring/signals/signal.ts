import type { ScorableEvent } from "../../protocol/scorable_event.ts";

/**
 * What is behind a signal, in words for a person to judge: calm sentences with numbers, no accusation.
 * Times are attempt time in ms; null where the evidence is not tied to a stretch of events.
 */
export interface SignalEvidence {
  seen: string;
  usual: string | null;
  fromT: number | null;
  toT: number | null;
}

/**
 * One signal of one attempt: fed every event, asked once a batch.
 *
 * State is the tracker's own and restores exactly, so that any instance can take an attempt over.
 */
export interface SignalTracker {
  /** Takes one event in. Constant time, however long the attempt. */
  observe(event: ScorableEvent): void;
  /** The signal at attempt time `t` in ms: 0–1, or null below the signal's stated minimum of data. */
  score(t: number): number | null;
  /** What is behind the last score. Made only on demand. */
  evidence(): SignalEvidence;
  /** The whole state, as JSON-able values. */
  snapshot(): unknown;
  /** Takes a {@link snapshot} back. Throws RangeError on one that is not of this tracker. */
  restore(snapshot: unknown): void;
}
