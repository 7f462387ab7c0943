import { z } from "zod";
import { MAX_EVENT_TIME_MS } from "../../protocol/limits.ts";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { BucketRing, BucketRingSnapshot } from "../windows/bucket_ring.ts";
import { AwaySpells, AwaySpellsSnapshot, SHORTEST_AWAY_MS } from "./away_spells.ts";
import { FEATURES } from "./catalogue.ts";
import { Column, COLUMNS } from "./columns.ts";
import { featureValues } from "./feature_values.ts";
import { PointerSums } from "./pointer_sums.ts";

/** Pauses up to here between inputs still count as being at work, in ms: the usual bound of a pause in writing research. */
const ACTIVE_GAP_MS = 2_000;
/** A key held longer is resting on the keyboard, and a longer flight is a pause: neither is rhythm. In ms. */
const LONGEST_KEY_MS = 2_000;
/** Keys overlap by rollover, but not by more, in ms. */
const LONGEST_OVERLAP_MS = 1_000;
/** Two presses closer than this are nobody's two strokes, rollover and chords aside, in ms. */
const RAPID_MS = 25;
/** Leaving again within this after coming back is rapid, in ms. */
const RAPID_SWITCH_MS = 10_000;
/** A window narrower than this share of its screen leaves room for another beside it. */
const NARROW_SHARE = 0.7;
/** On narrower screens windows are not put side by side, in px: phones and tablets turn and zoom. */
const WIDE_SCREEN_PX = 1_000;

/** What reading gives, until the next reading; shared by all trackers. */
const sums = new Float64Array(COLUMNS);
const values = new Float64Array(FEATURES.length);

/** A {@link FeatureTracker} in JSON. */
export const FeatureTrackerSnapshot = z.strictObject({
  ring: BucketRingSnapshot,
  away: AwaySpellsSnapshot,
  numbers: z.array(z.number()).length(11),
  flags: z.number(),
});
export type FeatureTrackerSnapshot = z.infer<typeof FeatureTrackerSnapshot>;

/**
 * All features of the catalogue over a rolling window, at constant cost an event.
 *
 * @example
 * const tracker = new FeatureTracker(10_000, 30);
 * tracker.observe({ type: "keystroke_data", key: "letter", dwell: 90, flight: null, t: 1_000 });
 * assert.equal(tracker.read()[FEATURE_INDEX.mean_dwell], 90);
 */
export class FeatureTracker {
  readonly ring: BucketRing;
  readonly away = new AwaySpells();
  readonly #pointer = new PointerSums();
  #nowMs = 0;
  #firstMs = -1;
  #lastInputMs = -1;
  #lastKeyMs = -1;
  #lastReturnMs = -1;
  #idleFromMs = 0;
  #idleUntilMs = 0;
  #narrowSinceMs = -1;
  #heldFromMs = 0;
  #isNarrow = false;
  #isHeld = false;
  #isReturning = false;

  /** @throws {RangeError} If the window has no buckets. */
  constructor(bucketMs: number, buckets: number) {
    this.ring = new BucketRing(bucketMs, buckets, COLUMNS);
  }

  /** Time of the latest event, in ms. */
  get nowMs(): number {
    return this.#nowMs;
  }

  observe(event: ScorableEvent): void {
    if (event.type === "keystroke_data") return this.key(event);
    if (event.type === "answer_edit") return this.edit(event);
    const t = event.t;
    if (this.#firstMs < 0) this.#firstMs = t;
    this.advance(t);
    if (this.#isReturning && event.type !== "idle") this.#return(t);
    if (this.away.observe(event)) this.#endSpell();
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
        return this.#resize(t, event.width, event.screenWidth);
      case "idle":
        if (this.#isHeld || this.#isReturning) return;
        // What is still to come of the spell before goes on; what is new begins after it.
        if (this.#idleFromMs >= this.#idleUntilMs) this.#idleFromMs = Math.max(t, this.#idleUntilMs);
        if (event.duration > 0) {
          this.#idleUntilMs = Math.max(this.#idleUntilMs, t + Math.min(event.duration, MAX_EVENT_TIME_MS));
        }
        return;
    }
  }

  /** Takes one key in, as {@link observe} would. */
  key({ t, repeat, key, dwell, flight }: KeyEvent): void {
    this.#atWork(t);
    if (repeat !== true && key !== "modifier") this.#key(t, key, dwell, flight);
  }

  /** Takes one edit in, as {@link observe} would. */
  edit({ t }: EditEvent): void {
    this.#atWork(t);
  }

  #atWork(t: number): void {
    if (this.#firstMs < 0) this.#firstMs = t;
    this.advance(t);
    if (this.#isReturning) this.#return(t);
    if (this.away.input(t)) this.#endSpell();
    this.#input(t);
  }

  /** Moves time on without an event. An earlier time changes nothing. */
  advance(t: number): void {
    if (t <= this.#nowMs) return;
    this.#nowMs = t;
    this.ring.advance(t);
    if (this.#idleFromMs < this.#idleUntilMs) this.#idle(t);
    if (this.#narrowSinceMs >= 0 && t - this.#narrowSinceMs >= SHORTEST_AWAY_MS) {
      this.ring.add(this.ring.row(this.#narrowSinceMs), Column.resizes, 1);
      this.#narrowSinceMs = -1;
    }
  }

  /** The attempt is paused or locked, or goes on: the time between is no idleness and no absence. */
  hold(isHeld: boolean): void {
    if (isHeld === this.#isHeld) return;
    if (this.away.hold(isHeld, this.#nowMs)) this.#endSpell();
    this.#isHeld = isHeld;
    if (!isHeld) {
      this.#isReturning = true;
      return;
    }
    // A pause that follows another before any event goes on with it.
    if (!this.#isReturning) this.#heldFromMs = this.#nowMs;
    this.#isReturning = false;
    this.#idleFromMs = this.#idleUntilMs;
  }

  /** Time of the attempt without pauses, in ms. */
  get coveredMs(): number {
    if (this.#firstMs < 0) return 0;
    return Math.max(0, this.#nowMs - this.#firstMs - this.ring.overall[Column.held_ms] - this.#openHoldMs());
  }

  /** Sums of the rolling window, with what is still open. Good until any tracker is read again. */
  sums(): Float64Array {
    sums.set(this.ring.sums);
    this.#addOpen(Math.max(0, this.ring.startMs));
    return sums;
  }

  /** Time of the rolling window without pauses, in ms. */
  get windowCoveredMs(): number {
    if (this.#firstMs < 0) return 0;
    const from = Math.max(this.#firstMs, this.ring.startMs);
    const openHold = Math.min(this.#openHoldMs(), this.#nowMs - from);
    return Math.max(0, this.#nowMs - from - this.ring.sums[Column.held_ms] - openHold);
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
    sums.set(this.ring.overall);
    this.#addOpen(0);
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

  #addOpen(fromMs: number): void {
    const openMs = this.away.openLengthMs(this.#nowMs);
    if (openMs === 0) return;
    sums[Column.away_ms] += Math.min(openMs, this.#nowMs - fromMs);
    sums[this.away.openHidden ? Column.tab_switches : Column.blurs] += 1;
    if (this.#isRapid(this.away.openMs)) sums[Column.rapid_switches] += 1;
  }

  #openHoldMs(): number {
    return this.#isHeld || this.#isReturning ? this.#nowMs - this.#heldFromMs : 0;
  }

  #return(t: number): void {
    this.#isReturning = false;
    this.ring.addSpan(this.#heldFromMs, t, Column.held_ms);
    this.#lastInputMs = t;
    this.#lastKeyMs = -1;
  }

  #isRapid(beganMs: number): boolean {
    return this.#lastReturnMs >= 0 && beganMs - this.#lastReturnMs < RAPID_SWITCH_MS;
  }

  #endSpell(): void {
    const { beganMs, endedMs, wasHidden } = this.away;
    if (endedMs - beganMs < SHORTEST_AWAY_MS) return;
    this.ring.addSpan(beganMs, endedMs, Column.away_ms);
    const row = this.ring.row(endedMs);
    this.ring.add(row, wasHidden ? Column.tab_switches : Column.blurs, 1);
    if (this.#isRapid(beganMs)) this.ring.add(row, Column.rapid_switches, 1);
    this.#lastReturnMs = endedMs;
  }

  #input(t: number): void {
    const gap = t - this.#lastInputMs;
    if (gap <= 0) return;
    if (this.#lastInputMs >= 0 && !this.#isHeld) {
      this.ring.add(this.ring.row(t), Column.active_ms, Math.round(gap < ACTIVE_GAP_MS ? gap : ACTIVE_GAP_MS));
    }
    this.#lastInputMs = t;
  }

  #key(t: number, key: string, dwell: number | null, flight: number | null): void {
    const ring = this.ring;
    const row = ring.row(t);
    ring.add(row, Column.presses, 1);
    if (key === "shortcut") ring.add(row, Column.shortcuts, 1);
    else if (key === "backspace" || key === "delete") ring.add(row, Column.erasures, 1);
    const interval = t - this.#lastKeyMs;
    if (interval >= 0) {
      if (this.#lastKeyMs >= 0) {
        ring.add(row, Column.intervals, 1);
        if (interval < RAPID_MS) ring.add(row, Column.rapid, 1);
      }
      this.#lastKeyMs = t;
    }
    if (dwell !== null && dwell >= 0 && dwell <= LONGEST_KEY_MS) {
      const tenths = Math.round(dwell * 10);
      ring.add(row, Column.dwells, 1);
      ring.add(row, Column.dwell, tenths);
      ring.add(row, Column.dwell_squared, tenths * tenths);
    }
    if (flight !== null && flight >= -LONGEST_OVERLAP_MS && flight <= LONGEST_KEY_MS) {
      const tenths = Math.round(flight * 10);
      ring.add(row, Column.flights, 1);
      ring.add(row, Column.flight, tenths);
      ring.add(row, Column.flight_squared, tenths * tenths);
    }
  }

  #resize(t: number, width: number, screenWidth: number): void {
    const isNarrow = screenWidth >= WIDE_SCREEN_PX && width < screenWidth * NARROW_SHARE;
    if (isNarrow === this.#isNarrow) return;
    this.#isNarrow = isNarrow;
    this.#narrowSinceMs = isNarrow ? t : -1;
  }

  #idle(t: number): void {
    const untilMs = Math.min(t, this.#idleUntilMs);
    if (untilMs <= this.#idleFromMs) return;
    this.ring.addSpan(this.#idleFromMs, untilMs, Column.idle_ms);
    this.#idleFromMs = untilMs;
  }

  snapshot(): FeatureTrackerSnapshot {
    return {
      ring: this.ring.snapshot(),
      away: this.away.snapshot(),
      numbers: [
        this.#nowMs,
        this.#firstMs,
        this.#lastInputMs,
        this.#lastKeyMs,
        this.#lastReturnMs,
        this.#idleFromMs,
        this.#idleUntilMs,
        this.#narrowSinceMs,
        this.#heldFromMs,
        ...this.#pointer.snapshot(),
      ],
      flags: (this.#isNarrow ? 1 : 0) + (this.#isHeld ? 2 : 0) + (this.#isReturning ? 4 : 0),
    };
  }

  /** @throws {RangeError} If the snapshot is of another shape. */
  restore({ ring, away, numbers, flags }: FeatureTrackerSnapshot): void {
    this.ring.restore(ring);
    this.away.restore(away);
    [
      this.#nowMs,
      this.#firstMs,
      this.#lastInputMs,
      this.#lastKeyMs,
      this.#lastReturnMs,
      this.#idleFromMs,
      this.#idleUntilMs,
      this.#narrowSinceMs,
      this.#heldFromMs,
    ] = numbers;
    this.#pointer.restore(numbers[9], numbers[10]);
    this.#isNarrow = (flags & 1) !== 0;
    this.#isHeld = (flags & 2) !== 0;
    this.#isReturning = (flags & 4) !== 0;
  }
}
