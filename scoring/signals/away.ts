import { z } from "zod";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { AwaySpells, AwaySpellsSnapshot, SHORTEST_AWAY_MS } from "../features/away_spells.ts";
import { BucketRing, BucketRingSnapshot } from "../windows/bucket_ring.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import type { Evidence, SignalTracker } from "./signal.ts";

/** Less of an attempt than this says nothing, in ms. */
const LEAST_MS = 30_000;
/** The recent past, in ms: ten minutes in buckets of half a minute. */
const BUCKET_MS = 30_000;
const BUCKETS = 20;
const SPELLS = 0;
const AWAY_MS = 1;

/** Away for so long in ten minutes is ordinary, and for so long counts in full, in ms. */
const ORDINARY_MS = 15_000;
const FULL_MS = 200_000;
/** Share of the attempt away that is ordinary, and that counts in full. */
const ORDINARY_SHARE = 0.05;
const FULL_SHARE = 0.45;
/** Spells in ten minutes that are ordinary, and that count in full. */
const ORDINARY_SPELLS = 2;
const FULL_SPELLS = 12;
/** What the number of spells can add: glances are less than time. */
const SPELLS_SHARE = 0.5;

/** What is remembered, as it is before the first event. Times in ms. */
const start = () => ({
  firstMs: -1,
  nowMs: 0,
  heldMs: 0,
  heldFromMs: -1,
  isReturning: false,
  longestMs: 0,
  fromMs: -1,
  toMs: -1,
});

const Snapshot = z.strictObject({
  memory: memorySchema(start()),
  ring: BucketRingSnapshot,
  spells: AwaySpellsSnapshot,
});

/**
 * `away`: how much of the attempt the student was in another tab or window.
 *
 * The larger of the last ten minutes' time away and the whole attempt's share, and on top of it how often. Spells below
 * a second count nothing; so do pauses and locks, and whatever the network does. Minimum of data: 30 s of attempt.
 */
export class Away implements SignalTracker {
  readonly #spells = new AwaySpells();
  readonly #ring = new BucketRing(BUCKET_MS, BUCKETS, 2);
  readonly #memory = start();

  observe(event: ScorableEvent): void {
    const t = event.t;
    this.#advance(t);
    if (this.#memory.isReturning && event.type !== "idle") this.#return(t);
    if (this.#spells.observe(event)) this.#endSpell();
  }

  key({ t }: KeyEvent): void {
    this.#input(t);
  }

  edit({ t }: EditEvent): void {
    this.#input(t);
  }

  #input(t: number): void {
    this.#advance(t);
    if (this.#memory.isReturning) this.#return(t);
    if (this.#spells.input(t)) this.#endSpell();
  }

  #advance(t: number): void {
    const memory = this.#memory;
    if (memory.firstMs < 0) memory.firstMs = t;
    if (t <= memory.nowMs) return;
    memory.nowMs = t;
    this.#ring.advance(t);
  }

  hold(isHeld: boolean): void {
    const memory = this.#memory;
    if (this.#spells.hold(isHeld, memory.nowMs)) this.#endSpell();
    if (isHeld && memory.heldFromMs < 0) memory.heldFromMs = memory.nowMs;
    memory.isReturning = !isHeld && memory.heldFromMs >= 0;
  }

  score(t: number): number | null {
    const memory = this.#memory;
    if (memory.firstMs < 0) return null;
    const openHoldMs = memory.heldFromMs < 0 ? 0 : t - memory.heldFromMs;
    const lengthMs = t - memory.firstMs - memory.heldMs - openHoldMs;
    if (lengthMs < LEAST_MS) return null;
    const openMs = this.#spells.openLengthMs(t);
    const recentMs = this.#ring.sums[AWAY_MS] + Math.min(openMs, t - Math.max(0, this.#ring.startMs));
    const allMs = this.#ring.overall[AWAY_MS] + openMs;
    const spells = this.#ring.sums[SPELLS] + (openMs > 0 ? 1 : 0);
    // A minute is the least that a share is taken of: half of a short attempt is not half of an exam.
    const share = allMs / Math.max(lengthMs, BUCKET_MS * BUCKETS);
    const time = Math.max(between(recentMs, ORDINARY_MS, FULL_MS), between(share, ORDINARY_SHARE, FULL_SHARE));
    const often = SPELLS_SHARE * between(spells, ORDINARY_SPELLS, FULL_SPELLS);
    return time + (1 - time) * often;
  }

  evidence(): Evidence | null {
    const memory = this.#memory;
    const openMs = this.#spells.openLengthMs(memory.nowMs);
    const spells = this.#ring.overall[SPELLS] + (openMs > 0 ? 1 : 0);
    if (spells === 0) return null;
    return {
      code: "away",
      numbers: {
        spells,
        away_ms: this.#ring.overall[AWAY_MS] + openMs,
        longest_ms: Math.max(memory.longestMs, openMs),
      },
      from: memory.fromMs < 0 ? this.#spells.openMs : memory.fromMs,
      to: openMs > 0 ? memory.nowMs : memory.toMs,
    };
  }

  #return(t: number): void {
    const memory = this.#memory;
    memory.heldMs += Math.max(0, t - memory.heldFromMs);
    memory.heldFromMs = -1;
    memory.isReturning = false;
  }

  #endSpell(): void {
    const memory = this.#memory;
    const { beganMs, endedMs } = this.#spells;
    const lengthMs = endedMs - beganMs;
    if (lengthMs < SHORTEST_AWAY_MS) return;
    this.#ring.addSpan(beganMs, endedMs, AWAY_MS);
    this.#ring.add(this.#ring.row(endedMs), SPELLS, 1);
    if (lengthMs > memory.longestMs) memory.longestMs = lengthMs;
    if (memory.fromMs < 0) memory.fromMs = beganMs;
    memory.toMs = endedMs;
  }

  snapshot(): z.infer<typeof Snapshot> {
    return { memory: { ...this.#memory }, ring: this.#ring.snapshot(), spells: this.#spells.snapshot() };
  }

  restore(snapshot: unknown): void {
    const { memory, ring, spells } = readSnapshot(Snapshot, snapshot, "the signal away");
    Object.assign(this.#memory, memory);
    this.#ring.restore(ring);
    this.#spells.restore(spells);
  }
}

/** Where a value lies between two bounds, in [0, 1]. */
function between(value: number, low: number, high: number): number {
  const share = (value - low) / (high - low);
  return share > 0 ? (share < 1 ? share : 1) : 0;
}
