/** Without input for this long, a spell counts as idle, in ms: longer than the pause before a sentence. */
const IDLE_AFTER_MS = 5_000;

/** An idle spell is reported in pieces of this length, in ms, so that a proctor sees it while it lasts. */
export const IDLE_PIECE_MS = 30_000;

/** A time without input: begin on the monotonic clock and length, ms. */
export interface IdlePiece {
  at: number;
  durationMs: number;
}

/**
 * Follows the time without input.
 *
 * A piece never begins before anything that was reported earlier, so that idle events stay in the order that the
 * event log asks for, however long the spell was.
 *
 * @example
 * const spell = new IdleSpell(0);
 * assert.equal(spell.input(4_000), null);
 * assert.deepEqual(spell.input(10_000), { at: 4_000, durationMs: 6_000 });
 */
export class IdleSpell {
  #beganAt: number;
  #isIdle = false;

  /** @param now Monotonic clock, ms. */
  constructor(now: number) {
    this.#beganAt = now;
  }

  /** There was input. @returns The spell that it ended, or its last piece; null where there was none. */
  input(now: number): IdlePiece | null {
    const piece = this.#piece(now);
    this.#isIdle = false;
    this.#beganAt = Math.max(now, this.#beganAt);
    return piece;
  }

  /** Something that is no input is about to be reported. @returns The piece to report before it, or null. */
  interrupt(now: number): IdlePiece | null {
    const piece = this.#piece(now);
    this.#isIdle ||= piece !== null;
    if (piece !== null) this.#beganAt = now;
    return piece;
  }

  /** Time went by. @returns A piece once there is enough of it, or null. */
  settle(now: number): IdlePiece | null {
    return now - this.#beganAt >= IDLE_PIECE_MS ? this.interrupt(now) : null;
  }

  #piece(now: number): IdlePiece | null {
    const durationMs = now - this.#beganAt;
    if (durationMs <= 0 || (!this.#isIdle && durationMs < IDLE_AFTER_MS)) return null;
    return { at: this.#beganAt, durationMs: Math.round(durationMs) };
  }
}
