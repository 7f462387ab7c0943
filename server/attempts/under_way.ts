import { PRESENCE_TIMEOUT_MS } from "../../protocol/limits.ts";

/** What was under way when an attempt was stopped or ran out of time has so long to arrive, ms, where its student was there. */
export const UNDER_WAY_MS = 15_000;

/**
 * Whether a student was there when an attempt stood still or ended: heard of right before and again soon after. What such a
 * student had written by then arrives within moments, so that a batch that comes long after it cannot be from before,
 * whatever it says. Who was away may bring work from before for as long as the grace lasts.
 *
 * Kept in memory alone: after a restart of the server a student counts as away.
 */
export class UnderWay {
  #heardAt = -Infinity;
  #wasThereAt: number | null = null;

  /** Something came from the student. @param endedAt When the attempt last stood still or ended, ms as `now`. */
  heard(now: number, endedAt: number): void {
    const wasThere = this.#heardAt <= endedAt && endedAt - this.#heardAt <= PRESENCE_TIMEOUT_MS;
    if (wasThere && now > endedAt && now <= endedAt + UNDER_WAY_MS) this.#wasThereAt = endedAt;
    this.#heardAt = now;
  }

  /** Whether what was under way at `endedAt` must have arrived before now. */
  isOver(now: number, endedAt: number): boolean {
    return this.#wasThereAt === endedAt && now > endedAt + UNDER_WAY_MS;
  }
}
