import { z } from "zod";
import { LOW_UP_TO } from "../../protocol/risk.ts";
import type { KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { sigmoid } from "../models/logistic.ts";
import { shippedModels, type SignalModels } from "../models/shipped_models.ts";
import { Passage, PASSAGE_FEATURES, passageFeatures, PassageSnapshot } from "../pointer/passage.ts";
import { PointerSteps, PointerStepsSnapshot, type StepReader } from "../pointer/pointer_steps.ts";
import { KeyRegularity, KeyRegularitySnapshot, MIN_REGULARITY_KEYS } from "../rhythm/key_regularity.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import type { Evidence, SignalLimit, SignalTracker } from "./signal.ts";

/** A rest of this long, in ms, ends a passage. */
const PASSAGE_GAP_MS = 1_000;
/** Log odds at which the signal is one half, and how steeply it rises: few people's passages reach the first. */
const HALF_AT = 3.5;
const STEEPNESS = 1.2;
/** Once so many steps were measured, earlier ones count half. */
const FORGET_STEPS = 2_000;

/** A passage's features; shared by all attempts, one after the other. */
const features = new Float64Array(PASSAGE_FEATURES.length);

/** It lifts nobody above Low until its false positives on unseen people are shown to be at most 2 %. */
const STAYS_LOW: SignalLimit = { levelUpTo: LOW_UP_TO, most: Infinity };

/** What is remembered, as it is before the first event. */
const start = () => ({
  /** Log odds of closed passages, weighted by their steps, and those steps. */
  weighted: 0,
  measured: 0,
  fromT: -1,
  toT: -1,
});

const Snapshot = z.strictObject({
  memory: memorySchema(start()),
  steps: PointerStepsSnapshot,
  passage: PassageSnapshot,
  keys: KeyRegularitySnapshot,
});

/**
 * `automation`: is a person moving this pointer and pressing these keys? The larger of two: how far the pointer's way
 * lacks what a hand cannot help ({@link passageFeatures}), averaged over passages; and keys more regular than anybody's.
 *
 * The model learnt from recorded people and from many artificial ways of moving, none of them a data set's programs.
 * Forged timing defeats it, so it weighs little. Minimum of data: one passage of five steps, or sixty letters.
 */
export class Automation implements SignalTracker, StepReader {
  readonly limit = STAYS_LOW;
  readonly #steps = new PointerSteps();
  readonly #keys = new KeyRegularity();
  readonly #passage = new Passage();
  readonly #model: SignalModels["automation"];
  readonly #memory = start();
  #isStale = true;
  #pointerScore: number | null = null;

  constructor(models: SignalModels = shippedModels()) {
    this.#model = models.automation;
  }

  observe(event: ScorableEvent): void {
    if (event.type === "mouse_data" || event.type === "window_resize") this.#steps.observe(event, this);
    else if (event.type === "keystroke_data") this.key(event);
  }

  key({ repeat, t, key, dwell }: KeyEvent): void {
    if (repeat !== true) this.#keys.press(t, key, dwell);
  }

  /** What keys do to a text says nothing of what presses them. */
  edit(): void {}

  step(dt: number, dx: number, dy: number, t: number): void {
    const memory = this.#memory;
    this.#isStale = true;
    if (memory.fromT < 0) memory.fromT = t - dt;
    memory.toT = t;
    if (dt > PASSAGE_GAP_MS) {
      this.#close();
      return;
    }
    if (this.#passage.isFull) this.#close();
    this.#passage.add(dt, dx, dy);
  }

  score(): number | null {
    const pointer = this.#pointer();
    const keys = this.#keys.score();
    if (pointer === null) return keys;
    return keys === null ? pointer : Math.max(pointer, keys);
  }

  evidence(): Evidence | null {
    const pointer = this.#pointer();
    const keys = this.#keys.score();
    if (keys !== null && keys > (pointer ?? 0)) {
      const numbers = { spread: this.#keys.spread ?? 0, letters: MIN_REGULARITY_KEYS };
      return { code: "keys_regular", numbers, from: null, to: null };
    }
    if (pointer === null) return null;
    return { code: "pointer_unlike_a_hand", numbers: {}, from: this.#memory.fromT, to: this.#memory.toT };
  }

  snapshot(): z.infer<typeof Snapshot> {
    return {
      memory: { ...this.#memory },
      steps: this.#steps.snapshot(),
      passage: this.#passage.snapshot(),
      keys: this.#keys.snapshot(),
    };
  }

  restore(snapshot: unknown): void {
    const { memory, steps, passage, keys } = readSnapshot(Snapshot, snapshot, "the signal automation");
    Object.assign(this.#memory, memory);
    this.#steps.restore(steps);
    this.#passage.restore(passage);
    this.#keys.restore(keys);
    this.#isStale = true;
  }

  #close(): void {
    const memory = this.#memory;
    const steps = passageFeatures(this.#passage, features);
    this.#passage.length = 0;
    if (steps === 0) return;
    memory.weighted += steps * this.#model.logOdds(features);
    memory.measured += steps;
    if (memory.measured < FORGET_STEPS) return;
    memory.weighted /= 2;
    memory.measured /= 2;
  }

  /** The pointer's part; worked out again only where it moved since. */
  #pointer(): number | null {
    if (this.#isStale) this.#pointerScore = this.#scorePointer();
    this.#isStale = false;
    return this.#pointerScore;
  }

  #scorePointer(): number | null {
    const steps = passageFeatures(this.#passage, features);
    const measured = this.#memory.measured + steps;
    if (measured === 0) return null;
    const open = steps === 0 ? 0 : steps * this.#model.logOdds(features);
    return sigmoid(STEEPNESS * ((this.#memory.weighted + open) / measured - HALF_AT));
  }
}
