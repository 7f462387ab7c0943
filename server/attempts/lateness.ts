/** A batch that arrives this much later than the student's batches usually do was held back on the way, ms. */
const LATE_AFTER_MS = 15_000;

/** How fast the usual difference may grow, as a share of passing time: clocks drift, and laptops sleep. */
const DRIFT_SHARE = 0.02;

/** Arrival beside behaviour: how far server time runs ahead of the student's clock, and whether a batch came late. */
interface Lateness {
  isLate: boolean;
  clockOffset: number;
}

/**
 * Whether a batch arrived late. The smallest difference of server time and attempt time seen so far is
 * what a batch on time shows; it is compared with that, never with the student's wall clock. Lateness
 * is written down as evidence and never scored.
 *
 * @param clockOffset The smallest difference so far, ms; null before the first batch.
 * @param sinceLastMs Server time since the last batch, ms.
 */
export function lateness(
  clockOffset: number | null,
  receivedAt: number,
  lastT: number,
  sinceLastMs: number,
): Lateness {
  const offset = receivedAt - lastT;
  if (clockOffset === null) return { isLate: false, clockOffset: offset };
  const usual = clockOffset + Math.max(0, sinceLastMs) * DRIFT_SHARE;
  return { isLate: offset - usual > LATE_AFTER_MS, clockOffset: Math.min(offset, usual) };
}
