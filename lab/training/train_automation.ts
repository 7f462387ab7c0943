import type { NeuralNetworkModel } from "../../scoring/models/neural_network.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { Passage } from "../../scoring/pointer/passage.ts";
import { PASSAGE_FEATURES, passageFeatures } from "../../scoring/pointer/passage_features.ts";
import { PointerSteps } from "../../scoring/pointer/pointer_steps.ts";
import { clientEvents } from "../data_sets/client_sampling.ts";
import type { DelbotTrajectory } from "../data_sets/delbot.ts";
import { delbotSittings, drawDelbotSitting } from "../data_sets/delbot_sittings.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";
import { ARTIFICIAL_KINDS, artificialWay } from "./artificial_way.ts";
import { drawDisturbance } from "./disturbed_way.ts";
import { type ExampleGroup, fitNeuralNetwork } from "./fit_neural_network.ts";
import { freeHandWay, practisedHandWay } from "./free_hand_way.ts";

/** Sittings of each kind of program, of each group of people as other devices might have recorded it, and of free hands. */
const SITTINGS = { program: 300, disturbed: 300, free: 900, practised: 300 };

const OPTIONS = { hidden: 16, steps: 30_000, rate: 0.005, decay: 0.01, noise: 0.1, smoothing: 0.01, limit: 4 };

/** Width to height of a viewport where no recording says another. */
const ASPECT = 16 / 9;

/** What is held out together: a recorded group of people, or an artificial kind of program. */
export interface AutomationGroup {
  name: string;
  examples: ExampleGroup[];
}

/** Name of an artificial kind of program as a group. */
export function artificialGroup(kind: string): string {
  return `artificial/${kind}`;
}

/**
 * What the automation model learns from, in the client's sampling: recorded people, as they are and as other devices
 * might have recorded them, against artificial ways. No recorded program is learnt from, so every kind of them is a
 * held-out one.
 */
export function automationGroups(trajectories: readonly DelbotTrajectory[], seed: number): AutomationGroup[] {
  const random = createRandom(seed);
  const people = Map.groupBy(trajectories.filter(({ label }) => label === "human"), ({ src }) => src);
  const recorded = [...people].map(([name, members]): AutomationGroup => {
    const { w, h, touch } = members[0];
    const measured = delbotSittings(members, random).map((way) => passagesOf(way, w / h, touch));
    const disturbed = Array.from(
      { length: SITTINGS.disturbed },
      () => passagesOf(drawDisturbance(random)(drawDelbotSitting(members, random)), ASPECT, touch),
    );
    return {
      name,
      examples: [measured, disturbed].map((sittings) => ({ isPositive: false, sittings })),
    };
  });
  const programs = ARTIFICIAL_KINDS.map((kind): AutomationGroup => {
    const sittings = Array.from(
      { length: SITTINGS.program },
      () => passagesOf(artificialWay(kind, random), ASPECT, false),
    );
    return { name: artificialGroup(kind), examples: [{ isPositive: true, sittings }] };
  });
  return [...recorded, ...programs];
}

/**
 * Trains the automation model. Beside the groups it learns from modelled free hands, in every fold: they say what people do
 * whom no recording here holds, and no figure rests on them.
 */
export function trainAutomation(groups: readonly AutomationGroup[], seed: number): NeuralNetworkModel {
  const random = createRandom(seed + 1);
  const free = Array.from(
    { length: SITTINGS.free },
    () => passagesOf(drawDisturbance(random)(freeHandWay(random)), ASPECT, false),
  );
  const practised = Array.from(
    { length: SITTINGS.practised },
    (_, index) => {
      const way = practisedHandWay(random);
      return passagesOf(index % 2 === 0 ? way : drawDisturbance(random)(way), ASPECT, false);
    },
  );
  const modelled = [free, practised].map((sittings) => ({ isPositive: false, sittings }));
  const examples = [...groups.flatMap((group) => group.examples), ...modelled];
  const enough = examples.filter(({ sittings }) => sittings.some((sitting) => sitting.length > 0));
  return fitNeuralNetwork(enough, PASSAGE_FEATURES, OPTIONS, random);
}

function passagesOf(way: PointerWay, aspect: number, touch: boolean): Float64Array[] {
  const measured: Float64Array[] = [];
  const steps = new PointerSteps();
  const passage = new Passage();
  const close = () => {
    const features = new Float64Array(PASSAGE_FEATURES.length);
    if (passageFeatures(passage, features) > 0) measured.push(features);
    passage.clear();
  };
  const reader = {
    step(dt: number, dx: number, dy: number): void {
      if (passage.isFull) close();
      passage.add(dt, dx, dy);
    },
  };
  for (const event of clientEvents(way, Math.round(1_000 * aspect), 1_000, touch)) steps.observe(event, reader);
  close();
  return measured;
}
