import { z } from "zod";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { BucketRing, BucketRingSnapshot } from "../windows/bucket_ring.ts";
import { AwaySums, AwaySumsSnapshot } from "./away_sums.ts";
import { FEATURES } from "./catalogue.ts";
import { Column, COLUMNS } from "./columns.ts";
import { featureValues } from "./feature_values.ts";
import { IdleSpell, IdleSpellSnapshot } from "./idle_spell.ts";
import { KeySums, KeySumsSnapshot } from "./key_sums.ts";
import { NarrowWindow, NarrowWindowSnapshot } from "./narrow_window.ts";
import { PointerSums, PointerSumsSnapshot } from "./pointer_sums.ts";

/** Pauses up to here between inputs still count as being at work, in ms: the usual bound of a pause in writing research. */
const ACTIVE_GAP_MS = 2_000;

/** What reading gives, until the next reading; shared by all trackers. */
const sums = new Float64Array(COLUMNS);
const values = new Float64Array(FEATURES.length);

/** What is remembered, as it is before the first event. Times in ms. */
const start = () => ({
  nowMs: 0,
  firstMs: -1,
  lastInputMs: -1,
  heldFromMs: 0,
  isHeld: false,
  /** A pause is over, and no event came yet. */
  isReturning: false,
});

/** A {@link FeatureTracker} in JSON. */
export const FeatureTrackerSnapshot = z.strictObject({
  memory: memorySchema(start()),
  ring: BucketRingSnapshot,
  away: AwaySumsSnapshot,
  pointer: PointerSumsSnapshot,
  keys: KeySumsSnapshot,
  idle: IdleSpellSnapshot,
  window: NarrowWindowSnapshot,
});
export type FeatureTrackerSnapshot = z.infer<typeof FeatureTrackerSnapshot>;

/**
 * All features of the catalogue over a rolling window, at constant cost per event.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { FEATURE_INDEX } from "./catalogue.ts";
 *
 * const tracker = new FeatureTracker(10_000, 30);
 * tracker.observe({ type: "keystroke_data", key: "letter", dwell: 90, flight: null, t: 1_000 });
 * assert.equal(tracker.read()[FEATURE_INDEX.mean_dwell], 90);
 * ```
 */
export class FeatureTracker {
  readonly ring: BucketRing;
  readonly #away = new AwaySums();
  readonly #pointer = new PointerSums();
  readonly #keys = new KeySums();
  readonly #idle = new IdleSpell();
  readonly #window = new NarrowWindow();
  readonly #memory = start();

  /** @throws {RangeError} If the window has no buckets. */
  constructor(bucketMs: number, buckets: number) {
    this.ring = new BucketRing(bucketMs, buckets, COLUMNS);
  }

  /** Time of the latest event, in ms. */
  get nowMs(): number {
    return this.#memory.nowMs;
  }

  observe(event: ScorableEvent): void {
    const memory = this.#memory;
    if (event.type === "keystroke_data") return this.key(event);
    if (event.type === "answer_edit") return this.edit(event);
    const t = event.t;
    if (memory.firstMs < 0) memory.firstMs = t;
    this.advance(t);
    if (memory.isReturning && event.type !== "idle") this.#return(t);
    this.#away.observe(event, this.ring);
    switch (event.type) {
      case "mouse_data": {
        this.#input(t);
        const lengthMs = this.#pointer.observe(event, this.ring, this.ring.row(t));
        if (lengthMs > 0) this.#input(t + lengthMs);
        return;
      }
      case "answer_select":
        return this.#input(t);
      case "copy_event":
        return this.ring.add(this.ring.row(t), Column.copies, 1);
      case "cut_event":
        return this.ring.add(this.ring.row(t), Column.cuts, 1);
      case "paste_event":
        return this.ring.add(this.ring.row(t), event.origin === "exam" ? Column.exam_pastes : Column.outside_pastes, 1);
      case "window_resize":
        this.#pointer.resize(event.width, event.height);
        return this.#window.resize(t, event);
      case "idle":
        if (memory.isHeld || memory.isReturning) return;
        return this.#idle.begin(t, event.duration);
    }
  }

  /** Takes one key in, as {@link observe} would. */
  key(event: KeyEvent): void {
    this.#atWork(event.t);
    this.#keys.add(event, this.ring);
  }

  /** Takes one edit in, as {@link observe} would. */
  edit({ t }: EditEvent): void {
    this.#atWork(t);
  }

  #atWork(t: number): void {
    const memory = this.#memory;
    if (memory.firstMs < 0) memory.firstMs = t;
    this.advance(t);
    if (memory.isReturning) this.#return(t);
    this.#away.input(t, this.ring);
    this.#input(t);
  }

  /** Moves time on without an event. An earlier time changes nothing. */
  advance(t: number): void {
    if (t <= this.#memory.nowMs) return;
    this.#memory.nowMs = t;
    this.ring.advance(t);
    this.#idle.advance(t, this.ring);
    this.#window.advance(t, this.ring);
  }

  /** The attempt is paused or locked, or goes on: the time between is no idleness and no absence. */
  hold(isHeld: boolean): void {
    const memory = this.#memory;
    if (isHeld === memory.isHeld) return;
    this.#away.hold(isHeld, memory.nowMs, this.ring);
    memory.isHeld = isHeld;
    if (!isHeld) {
      memory.isReturning = true;
      return;
    }
    // A pause that follows another before any event goes on with it.
    if (!memory.isReturning) memory.heldFromMs = memory.nowMs;
    memory.isReturning = false;
    this.#idle.stop();
  }

  /** Time of the attempt without pauses, in ms. */
  get coveredMs(): number {
    const memory = this.#memory;
    if (memory.firstMs < 0) return 0;
    return Math.max(0, memory.nowMs - memory.firstMs - this.ring.total(Column.held_ms) - this.#openHoldMs());
  }

  /** Sums of the rolling window, with what is still open. Good until any tracker is read again. */
  sums(): Float64Array {
    this.ring.readSums(sums);
    this.#away.addOpen(this.#memory.nowMs, Math.max(0, this.ring.startMs), sums);
    return sums;
  }

  /** Time of the rolling window without pauses, in ms. */
  get windowCoveredMs(): number {
    const memory = this.#memory;
    if (memory.firstMs < 0) return 0;
    const from = Math.max(memory.firstMs, this.ring.startMs);
    const openHold = Math.min(this.#openHoldMs(), memory.nowMs - from);
    return Math.max(0, memory.nowMs - from - this.ring.sum(Column.held_ms) - openHold);
  }

  /**
   * Features of the buckets that begin from `fromMs` and before `toMs`, as {@link read} has them; written to `into`.
   * The sums are good until any tracker is read again.
   */
  readBetween(fromMs: number, toMs: number, into: Float64Array): Float64Array {
    this.ring.sumsBetween(fromMs, toMs, sums);
    featureValues(sums, Math.max(0, toMs - fromMs - sums[Column.held_ms]), toMs - fromMs, into);
    return sums;
  }

  /** Features over the rolling window, in the catalogue's order, NaN for none. Good until any tracker is read again. */
  read(): Float64Array {
    return featureValues(this.sums(), this.windowCoveredMs, this.ring.bucketMs * this.ring.buckets, values);
  }

  /**
   * Features over the whole attempt; counts and seconds in five minutes, so that attempts of different length compare.
   * Good until any tracker is read again.
   */
  readOverall(scaleMs: number): Float64Array {
    this.ring.readOverall(sums);
    this.#away.addOpen(this.#memory.nowMs, 0, sums);
    const covered = this.coveredMs;
    const rateMs = Math.max(scaleMs, covered);
    featureValues(sums, covered, rateMs, values);
    const scale = scaleMs / rateMs;
    for (let index = 0; index < values.length; index++) {
      const unit = FEATURES[index].unit;
      if (unit === "count" || unit === "s") values[index] *= scale;
    }
    return values;
  }

  #openHoldMs(): number {
    const memory = this.#memory;
    return memory.isHeld || memory.isReturning ? memory.nowMs - memory.heldFromMs : 0;
  }

  #return(t: number): void {
    const memory = this.#memory;
    memory.isReturning = false;
    this.ring.addSpan(memory.heldFromMs, t, Column.held_ms);
    memory.lastInputMs = t;
    this.#keys.interrupt();
  }

  #input(t: number): void {
    const memory = this.#memory;
    const gap = t - memory.lastInputMs;
    if (gap <= 0) return;
    if (memory.lastInputMs >= 0 && !memory.isHeld) {
      this.ring.add(this.ring.row(t), Column.active_ms, Math.round(gap < ACTIVE_GAP_MS ? gap : ACTIVE_GAP_MS));
    }
    memory.lastInputMs = t;
  }

  snapshot(): FeatureTrackerSnapshot {
    return {
      memory: { ...this.#memory },
      ring: this.ring.snapshot(),
      away: this.#away.snapshot(),
      pointer: this.#pointer.snapshot(),
      keys: this.#keys.snapshot(),
      idle: this.#idle.snapshot(),
      window: this.#window.snapshot(),
    };
  }

  /** @throws {RangeError} If the snapshot is of a ring of another size. */
  restore({ memory, ring, away, pointer, keys, idle, window }: FeatureTrackerSnapshot): void {
    Object.assign(this.#memory, memory);
    this.ring.restore(ring);
    this.#away.restore(away);
    this.#pointer.restore(pointer);
    this.#keys.restore(keys);
    this.#idle.restore(idle);
    this.#window.restore(window);
  }
}
