import type { z } from "zod";
import { MAX_EVENT_TIME_MS } from "../../protocol/limits.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import type { BucketRing } from "../windows/bucket_ring.ts";
import { Column } from "./columns.ts";

/** What is remembered, as it is before the first event: from when to when idleness is still to be added, in ms. */
const start = () => ({ fromMs: 0, untilMs: 0 });

/** {@link IdleSpell} in JSON. */
export const IdleSpellSnapshot = memorySchema(start());
export type IdleSpellSnapshot = z.infer<typeof IdleSpellSnapshot>;

/** Adds reported idleness to the columns as time reaches it: an `idle` event says how long nothing will have come. */
export class IdleSpell {
  readonly #memory = start();

  /** Idleness was reported from `t` on, for `durationMs`. What overlaps with the report before counts once. */
  begin(t: number, durationMs: number): void {
    const memory = this.#memory;
    // What is still to come of the spell before goes on; what is new begins after it.
    if (memory.fromMs >= memory.untilMs) memory.fromMs = Math.max(t, memory.untilMs);
    if (durationMs > 0) memory.untilMs = Math.max(memory.untilMs, t + Math.min(durationMs, MAX_EVENT_TIME_MS));
  }

  /** Adds what lies before `t`. */
  advance(t: number, ring: BucketRing): void {
    const memory = this.#memory;
    if (memory.fromMs >= memory.untilMs) return;
    const untilMs = Math.min(t, memory.untilMs);
    if (untilMs <= memory.fromMs) return;
    ring.addSpan(memory.fromMs, untilMs, Column.idle_ms);
    memory.fromMs = untilMs;
  }

  /** What is still to come does not count: the attempt was paused. */
  stop(): void {
    this.#memory.fromMs = this.#memory.untilMs;
  }

  snapshot(): IdleSpellSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: IdleSpellSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
