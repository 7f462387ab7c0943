import type { LogisticModel } from "../../scoring/models/logistic.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { Passage, PASSAGE_FEATURES, passageFeatures } from "../../scoring/pointer/passage.ts";
import { PointerSteps } from "../../scoring/pointer/pointer_steps.ts";
import { type DelbotTrajectory, delbotWay } from "../data_sets/delbot.ts";
import { type PointerWay, wayEvents } from "../data_sets/pointer_way.ts";
import { artificialWay } from "./artificial_way.ts";
import { disturbedWay } from "./disturbed_way.ts";
import { type Example, fitLogistic } from "./fit_logistic.ts";

/** Artificial ways learnt from, and disturbed copies of every recorded one. */
const ARTIFICIAL = 2_500;
const COPIES = 3;
const OPTIONS = { ridge: 1e-4, limit: 5 };
const REST_MS = 1_000;

/**
 * Trains the automation model: recorded people, as they are and as other devices might have recorded them, against
 * artificial ways. No recorded program is learnt from, so every kind of them is a held-out one. Each group of people
 * weighs the same.
 */
export function trainAutomation(trajectories: readonly DelbotTrajectory[], seed: number): LogisticModel {
  const random = createRandom(seed);
  const examples: Example[] = [];
  const people = trajectories.filter((trajectory) => trajectory.label === "human");
  const sizes = new Map<string, number>();
  for (const { src } of people) sizes.set(src, (sizes.get(src) ?? 0) + 1);
  for (const trajectory of people) {
    const way = delbotWay(trajectory);
    const weight = 1 / sizes.get(trajectory.src)!;
    add(examples, wayPassages(way, trajectory.w / trajectory.h), false, weight);
    for (let copy = 0; copy < COPIES; copy++) {
      add(examples, wayPassages(disturbedWay(way, random), 16 / 9), false, weight / COPIES);
    }
  }
  for (let index = 0; index < ARTIFICIAL; index++) {
    add(examples, wayPassages(artificialWay(random), 16 / 9), true, 1);
  }
  return fitLogistic(examples, PASSAGE_FEATURES, OPTIONS);
}

interface MeasuredPassage {
  features: Float64Array;
  steps: number;
}

function add(examples: Example[], passages: readonly MeasuredPassage[], isPositive: boolean, weight: number): void {
  const steps = passages.reduce((sum, passage) => sum + passage.steps, 0);
  for (const passage of passages) {
    examples.push({ features: passage.features, isPositive, weight: weight * passage.steps / steps });
  }
}

function wayPassages(way: PointerWay, aspect: number): MeasuredPassage[] {
  const passages: MeasuredPassage[] = [];
  const steps = new PointerSteps();
  let passage = new Passage();
  const close = () => {
    const features = new Float64Array(PASSAGE_FEATURES.length);
    const measured = passageFeatures(passage, features);
    if (measured > 0) passages.push({ features, steps: measured });
    passage = new Passage();
  };
  const reader = {
    step(dt: number, dx: number, dy: number): void {
      if (dt > REST_MS) return close();
      if (passage.isFull) close();
      passage.add(dt, dx, dy);
    },
  };
  for (const event of wayEvents(way, Math.round(1_000 * aspect), 1_000, false)) steps.observe(event, reader);
  close();
  return passages;
}
