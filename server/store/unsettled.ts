import type { AttemptHead } from "./attempt_record.ts";

/** How far a log is that is durable, beyond what the attempt's own keys say of it. */
export interface UnsettledLog {
  /** The head as of the last durable entry. */
  head: AttemptHead;
  /** The instance in whose log the batches lie. */
  log: string;
  /** Where the newest entries lie in its log, one behind the other up to `head.n`. */
  places: readonly number[];
}

/**
 * Attempts whose newest batches stand in this instance's log alone: their own keys follow every so often. Whoever reads an
 * attempt here sees it as of its last durable entry.
 */
export class Unsettled {
  readonly #attempts = new Map<string, UnsettledLog>();

  get(attemptId: string): UnsettledLog | undefined {
    return this.#attempts.get(attemptId);
  }

  set(attemptId: string, log: UnsettledLog): void {
    this.#attempts.set(attemptId, log);
  }

  /** The attempt's own keys say all, or this instance does not write it any more. */
  delete(attemptId: string): void {
    this.#attempts.delete(attemptId);
  }
}
