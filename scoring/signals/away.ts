import { z } from "zod";
import { LOW_UP_TO } from "../../protocol/risk.ts";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { AwaySpells, AwaySpellsSnapshot, SHORTEST_AWAY_MS } from "../features/away_spells.ts";
import { BucketRing, BucketRingSnapshot } from "../windows/bucket_ring.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import { AnswersAfterAway, AnswersAfterAwaySnapshot, between } from "./answers_after_away.ts";
import type { Evidence, SignalLimit, SignalTracker } from "./signal.ts";

/** Less of an attempt than this says nothing, in ms. */
const LEAST_MS = 30_000;
/** The recent past, in ms: ten minutes in buckets of half a minute. */
const BUCKET_MS = 30_000;
const BUCKETS = 20;
/** The least that a share is taken of, in ms: half of a short attempt is not half of an exam. */
const LONG_MS = BUCKET_MS * BUCKETS;
const SPELLS = 0;
const AWAY_MS = 1;
const ANSWERS = { answered: 2, afterReturn: 3, followedReturns: 4 } as const;
const COLUMNS = 5;

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
/** From this share of the attempt on, time away lifts above Low by itself: four minutes of ten are no distraction. */
const MOSTLY_AWAY = 0.4;

/** While no answers follow the returns: time away fills Low, and confirms what others say beyond it. */
const ELSEWHERE: SignalLimit = { levelUpTo: LOW_UP_TO, most: LOW_UP_TO };

/** What is remembered, as it is before the first event. Times in ms. */
const start = () => ({
  firstMs: -1,
  nowMs: 0,
  /** End of the ring's newest bucket. */
  bucketEndMs: BUCKET_MS,
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
  answers: AnswersAfterAwaySnapshot,
});

/**
 * `away`: how much of the attempt the student was in another tab or window, and how much was answered right after.
 *
 * The larger of the last ten minutes' time away and the whole attempt's share; on top of it how often; and on top of
 * that whether answers followed the returns at once, again and again ({@link AnswersAfterAway}). While they do not, the
 * signal fills Low at most. Spells below a second count nothing; so do pauses and locks, and whatever the network does.
 * Minimum of data: 30 s of attempt.
 */
export class Away implements SignalTracker {
  readonly #spells = new AwaySpells();
  readonly #ring = new BucketRing(BUCKET_MS, BUCKETS, COLUMNS);
  readonly #answers = new AnswersAfterAway(this.#ring, ANSWERS);
  readonly #memory = start();

  observe(event: ScorableEvent): void {
    const t = event.t;
    this.#advance(t);
    if (this.#memory.isReturning && event.type !== "idle") this.#return(t);
    if (this.#spells.observe(event)) this.#endSpell();
    if (event.type === "answer_edit") this.#answers.edit(event);
    else this.#answers.observe(event);
  }

  key({ t }: KeyEvent): void {
    this.#input(t);
  }

  edit(event: EditEvent): void {
    this.#input(event.t);
    this.#answers.edit(event);
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
    if (t >= memory.bucketEndMs) {
      this.#answers.settle(memory.nowMs);
      this.#ring.advance(t);
      memory.bucketEndMs = (Math.floor(t / BUCKET_MS) + 1) * BUCKET_MS;
    }
    memory.nowMs = t;
  }

  hold(isHeld: boolean): void {
    const memory = this.#memory;
    if (this.#spells.hold(isHeld, memory.nowMs)) this.#endSpell();
    // Nobody came back: a pause ended the time away.
    if (isHeld) this.#answers.leave();
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
    const recentMs = this.#ring.sum(AWAY_MS) + Math.min(openMs, t - Math.max(0, this.#ring.startMs));
    const allMs = this.#ring.total(AWAY_MS) + openMs;
    const spells = this.#ring.sum(SPELLS) + (openMs > 0 ? 1 : 0);
    const share = allMs / Math.max(lengthMs, LONG_MS);
    const time = Math.max(between(recentMs, ORDINARY_MS, FULL_MS), between(share, ORDINARY_SHARE, FULL_SHARE));
    const often = SPELLS_SHARE * between(spells, ORDINARY_SPELLS, FULL_SPELLS);
    const elsewhere = time + (1 - time) * often;
    return elsewhere + (1 - elsewhere) * this.#answers.pattern;
  }

  /** Elsewhere for a while, and nothing comes of it: no finding. */
  get limit(): SignalLimit | null {
    if (this.#answers.pattern > 0) return null;
    const { firstMs, nowMs, heldMs } = this.#memory;
    const allMs = this.#ring.total(AWAY_MS) + this.#spells.openLengthMs(nowMs);
    return allMs / Math.max(nowMs - firstMs - heldMs, LONG_MS) < MOSTLY_AWAY ? ELSEWHERE : null;
  }

  evidence(): Evidence | null {
    const memory = this.#memory;
    const openMs = this.#spells.openLengthMs(memory.nowMs);
    const spells = this.#ring.total(SPELLS) + (openMs > 0 ? 1 : 0);
    if (spells === 0) return null;
    return {
      code: "away",
      numbers: {
        spells,
        away_ms: this.#ring.total(AWAY_MS) + openMs,
        longest_ms: Math.max(memory.longestMs, openMs),
        ...this.#answers.evidence(),
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
    this.#answers.return(endedMs);
  }

  snapshot(): z.infer<typeof Snapshot> {
    return {
      memory: { ...this.#memory },
      ring: this.#ring.snapshot(),
      spells: this.#spells.snapshot(),
      answers: this.#answers.snapshot(),
    };
  }

  restore(snapshot: unknown): void {
    const { memory, ring, spells, answers } = readSnapshot(Snapshot, snapshot, "the signal away");
    Object.assign(this.#memory, memory);
    this.#ring.restore(ring);
    this.#spells.restore(spells);
    this.#answers.restore(answers);
  }
}
