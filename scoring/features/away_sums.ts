import { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import type { BucketRing } from "../windows/bucket_ring.ts";
import { AwaySpells, AwaySpellsSnapshot, SHORTEST_AWAY_MS } from "./away_spells.ts";
import { Column } from "./columns.ts";

/** Leaving again within this after coming back is rapid, in ms. */
const RAPID_SWITCH_MS = 10_000;

/** What is remembered beside the spells: when the last one ended, in ms. */
const start = () => ({ lastReturnMs: -1 });

/** {@link AwaySums} in JSON. */
export const AwaySumsSnapshot = z.strictObject({ memory: memorySchema(start()), spells: AwaySpellsSnapshot });
export type AwaySumsSnapshot = z.infer<typeof AwaySumsSnapshot>;

/** Adds times away to the columns, once they are over; one that is still open is added only to what is read. */
export class AwaySums {
  readonly #spells = new AwaySpells();
  readonly #memory = start();

  observe(event: ScorableEvent, ring: BucketRing): void {
    if (this.#spells.observe(event)) this.#end(ring);
  }

  /** A key, an edit or a choice. */
  input(t: number, ring: BucketRing): void {
    if (this.#spells.input(t)) this.#end(ring);
  }

  /** The attempt is paused or locked, or goes on. */
  hold(isHeld: boolean, t: number, ring: BucketRing): void {
    if (this.#spells.hold(isHeld, t)) this.#end(ring);
  }

  /** Adds the open spell, as it is at `nowMs`, to sums of the time from `fromMs` on. */
  addOpen(nowMs: number, fromMs: number, sums: Float64Array): void {
    const openMs = this.#spells.openLengthMs(nowMs);
    if (openMs === 0) return;
    sums[Column.away_ms] += Math.min(openMs, nowMs - fromMs);
    sums[this.#spells.openHidden ? Column.tab_switches : Column.blurs] += 1;
    if (this.#isRapid(this.#spells.openMs)) sums[Column.rapid_switches] += 1;
  }

  #end(ring: BucketRing): void {
    const { beganMs, endedMs, wasHidden } = this.#spells;
    if (endedMs - beganMs < SHORTEST_AWAY_MS) return;
    ring.addSpan(beganMs, endedMs, Column.away_ms);
    const row = ring.row(endedMs);
    ring.add(row, wasHidden ? Column.tab_switches : Column.blurs, 1);
    if (this.#isRapid(beganMs)) ring.add(row, Column.rapid_switches, 1);
    this.#memory.lastReturnMs = endedMs;
  }

  #isRapid(beganMs: number): boolean {
    return this.#memory.lastReturnMs >= 0 && beganMs - this.#memory.lastReturnMs < RAPID_SWITCH_MS;
  }

  snapshot(): AwaySumsSnapshot {
    return { memory: { ...this.#memory }, spells: this.#spells.snapshot() };
  }

  restore({ memory, spells }: AwaySumsSnapshot): void {
    Object.assign(this.#memory, memory);
    this.#spells.restore(spells);
  }
}
