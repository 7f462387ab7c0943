import { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { sigmoid } from "../models/sigmoid.ts";
import type { NeuralNetwork } from "../models/neural_network.ts";
import type { Evidence } from "../signals/signal.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { Passage, PassageSnapshot } from "./passage.ts";
import { PASSAGE_FEATURES, passageFeatures } from "./passage_features.ts";
import { PointerSteps, PointerStepsSnapshot, type StepReader } from "./pointer_steps.ts";

/** Mean log odds at which the score is one half, and how steeply it rises: few people's sittings reach the first. */
const HALF_AT = 1.2;
const STEEPNESS = 2;
/** A passage's log odds count up to this: one alone must not speak for a sitting. */
const MOST_ODDS = 6;
/**
 * Steps from which on it may lift anybody above Low: eight seconds of movement, as in the sittings that its error rates are
 * of. Before, what lies above one half counts this share: a moment at the beginning is no more than a hint.
 */
const UNSURE = { below: 400, share: 0.1 };
/** Once so many steps were measured, earlier ones count half. */
const FORGET_STEPS = 2_000;

/** A passage's features; shared by all attempts, one after the other. */
const features = new Float64Array(PASSAGE_FEATURES.length);

/** What is remembered, as it is before the first event. */
const start = () => ({
  /** Log odds of closed passages, weighted by their steps, and those steps. */
  weighted: 0,
  measured: 0,
  fromT: -1,
  toT: -1,
});

/** A {@link PointerHand} in JSON. */
export const PointerHandSnapshot = z.strictObject({
  memory: memorySchema(start()),
  steps: PointerStepsSnapshot,
  passage: PassageSnapshot,
});
export type PointerHandSnapshot = z.infer<typeof PointerHandSnapshot>;

/**
 * Does a hand move this pointer? How far its way lacks what a hand cannot help ({@link passageFeatures}), averaged over
 * passages. Minimum of data: sixty steps.
 */
export class PointerHand implements StepReader {
  readonly #steps = new PointerSteps();
  readonly #passage = new Passage();
  readonly #model: NeuralNetwork;
  readonly #memory = start();
  #isStale = true;
  #score: number | null = null;

  constructor(model: NeuralNetwork) {
    this.#model = model;
  }

  /** Takes one event in, of any kind; only movements and sizes of the window are read. */
  observe(event: ScorableEvent): void {
    if (event.type === "mouse_data" || event.type === "window_resize") this.#steps.observe(event, this);
  }

  step(dt: number, dx: number, dy: number, t: number): void {
    const memory = this.#memory;
    this.#isStale = true;
    if (memory.fromT < 0) memory.fromT = t - dt;
    memory.toT = t;
    if (this.#passage.isFull) this.#close();
    this.#passage.add(dt, dx, dy);
  }

  /** How unlike a hand, in [0, 1]; null below the minimum of data. Worked out again only where the pointer moved since. */
  score(): number | null {
    if (this.#isStale) this.#score = this.#measure();
    this.#isStale = false;
    return this.#score;
  }

  /** What is behind the score; null where nothing was measured. */
  evidence(): Evidence | null {
    if (this.score() === null) return null;
    return { code: "pointer_unlike_a_hand", numbers: {}, from: this.#memory.fromT, to: this.#memory.toT };
  }

  snapshot(): PointerHandSnapshot {
    return { memory: { ...this.#memory }, steps: this.#steps.snapshot(), passage: this.#passage.snapshot() };
  }

  restore({ memory, steps, passage }: PointerHandSnapshot): void {
    Object.assign(this.#memory, memory);
    this.#steps.restore(steps);
    this.#passage.restore(passage);
    this.#isStale = true;
  }

  #close(): void {
    const memory = this.#memory;
    const steps = passageFeatures(this.#passage, features);
    this.#passage.clear();
    if (steps === 0) return;
    memory.weighted += steps * this.#odds();
    memory.measured += steps;
    if (memory.measured < FORGET_STEPS) return;
    memory.weighted /= 2;
    memory.measured /= 2;
  }

  /** The open passage counts until the first is closed: later it could only repeat them, and would be measured each time. */
  #measure(): number | null {
    const { weighted, measured } = this.#memory;
    if (measured > 0) return scoreOf(weighted / measured, measured);
    const steps = passageFeatures(this.#passage, features);
    return steps > 0 ? scoreOf(this.#odds(), steps) : null;
  }

  /** Log odds of the features at hand. */
  #odds(): number {
    return Math.min(MOST_ODDS, Math.max(-MOST_ODDS, this.#model.logOdds(features)));
  }
}

function scoreOf(meanOdds: number, steps: number): number {
  const score = sigmoid(STEEPNESS * (meanOdds - HALF_AT));
  return steps >= UNSURE.below || score <= 0.5 ? score : 0.5 + UNSURE.share * (score - 0.5);
}
