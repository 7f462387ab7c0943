import { MAX_EVENT_TIME_MS } from "../../protocol/limits.ts";

/** The clock is moved forward only when the server's is ahead of it by more than this, in ms: the network's share. */
export const CLOCK_SLACK_MS = 2_000;

/**
 * Milliseconds since the attempt began, on the browser's monotonic clock.
 *
 * The wall clock is never asked, so that a wrong or jumping one changes nothing. `performance.now()` may stand
 * still while a laptop sleeps, and starts anew with each page: the server's word on how long the attempt has run
 * moves the clock forward again, never back.
 *
 * @example
 * const clock = new AttemptClock(() => 500, 10_000);
 * assert.equal(clock.t(), 10_000);
 * assert.equal(clock.t(620), 10_120);
 */
export class AttemptClock {
  readonly #now: () => number;
  #startT: number;
  readonly #startedAt: number;

  /**
   * @param now The monotonic clock, ms since any moment: `performance.now()`.
   * @param startT Attempt time at this moment, ms: at least every `t` that was recorded before a reload.
   */
  constructor(now: () => number, startT: number) {
    this.#now = now;
    this.#startedAt = now();
    this.#startT = startT;
  }

  /**
   * Attempt time of a moment, whole ms, in [0, 30 days].
   *
   * @param at The moment on the monotonic clock, as `Event.timeStamp` gives it; now when left out.
   */
  t(at: number = this.#now()): number {
    const t = Math.round(this.#startT + at - this.#startedAt);
    return Math.min(Math.max(t, 0), MAX_EVENT_TIME_MS);
  }

  /** The monotonic clock itself, in ms: what durations are measured with. */
  now(): number {
    return this.#now();
  }

  /** Moves the clock forward where the server says that the attempt has run for longer, in ms. Never back. */
  catchUp(serverElapsedMs: number): void {
    const behindMs = serverElapsedMs - this.t();
    if (behindMs > CLOCK_SLACK_MS) this.#startT += behindMs;
  }

  /** Moves the clock forward, in ms: events recorded so far were moved by as much. */
  advance(ms: number): void {
    this.#startT += Math.max(0, ms);
  }
}
