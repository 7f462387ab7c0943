import type { z } from "zod";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** A student's clock may be ahead of the server's by this much, in ms … */
const SLACK_MS = 30_000;
/** … and by this share of the time that has passed: twenty times what the worst clocks drift. */
const SLACK_SHARE = 0.02;
/** Ahead by this much more, in ms, it counts in full. */
const FULL_MS = 120_000;

/** What is remembered, as it is before the first batch. In ms; the largest of all batches so far. */
const start = () => ({ aheadMs: 0, claimedMs: 0, passedMs: 0 });

/** {@link ClockClaim} in JSON. */
export const ClockClaimSnapshot = memorySchema(start());
export type ClockClaimSnapshot = z.infer<typeof ClockClaimSnapshot>;

/**
 * Whether events claim a time that had not come when the server received them. Events that come late, from a device
 * without a network, lie behind the server's time and say nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const claim = new ClockClaim();
 * claim.arrive(3_000, 2_400_000);
 * assert.equal(claim.score, 1);
 * ```
 */
export class ClockClaim {
  readonly #memory = start();

  /** How far beyond all slack a batch was ahead, in [0, 1]. */
  get score(): number {
    return Math.min(1, this.#memory.aheadMs / FULL_MS);
  }

  /** Attempt time that the batch furthest ahead claimed, and what had passed by the server's clock, in ms. */
  get claimedMs(): number {
    return this.#memory.claimedMs;
  }

  get passedMs(): number {
    return this.#memory.passedMs;
  }

  /**
   * A batch arrived.
   *
   * @param elapsedMs Since the attempt began, by the server's clock.
   * @param latestT Attempt time of its last event, by the student's.
   */
  arrive(elapsedMs: number, latestT: number): void {
    const memory = this.#memory;
    const passed = elapsedMs > 0 ? elapsedMs : 0;
    const ahead = latestT - passed - Math.max(SLACK_MS, SLACK_SHARE * passed);
    if (!(ahead > memory.aheadMs)) return;
    memory.aheadMs = ahead;
    memory.claimedMs = latestT;
    memory.passedMs = passed;
  }

  snapshot(): ClockClaimSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: ClockClaimSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
