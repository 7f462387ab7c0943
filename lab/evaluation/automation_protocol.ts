import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { createState, defaultContext, fold } from "../../scoring/fold.ts";
import { createRandom, type Random } from "../../scoring/models/random.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";
import { type DelbotTrajectory, delbotWay } from "../data_sets/delbot.ts";
import { wayEvents } from "../data_sets/pointer_way.ts";
import { auc } from "../statistics/auc.ts";
import { sortedQuantile, wilsonInterval } from "../statistics/intervals.ts";
import type { HeldOut } from "./held_out.ts";
import { figure, type Metric, share, type Source } from "./metric.ts";

const BOOTSTRAP_ROUNDS = 200;
const BATCH_EVENTS = 50;
/** A signal from here on would be shown as a reason; people at and above it are false positives. */
const POSITIVE_FROM = 0.5;

/**
 * T4: are programs told from people, where neither the kind of program nor the group of people was learnt from? Each
 * trajectory is one attempt through the fold; too little of it to speak counts as 0. Every kind is held against every
 * group of people, both scored by the model that did not see that group (no model ever saw a recorded program). A
 * kind's AUC is the mean over groups.
 *
 * @param trajectories At least one of people and one of programs.
 * @param seed Of the bootstrap, over trajectories.
 */
export function evaluateAutomation(
  trajectories: readonly DelbotTrajectory[],
  models: HeldOut<SignalModels>,
  source: Source,
  seed: number,
): Metric[] {
  const people = Map.groupBy(trajectories.filter((one) => one.label === "human"), (one) => one.src);
  const kinds = Map.groupBy(trajectories.filter((one) => one.label === "bot"), (one) => one.src);
  const events = new Map(trajectories.map((one) => [one, trajectoryEvents(one)]));
  const scoresOf = (some: readonly DelbotTrajectory[], model: SignalModels) =>
    some.map((one) => score(events.get(one)!, model));

  const groups = [...people].map(([name, members]) => {
    const model = models.model(models.fold(name));
    return {
      name,
      members: scoresOf(members, model),
      kinds: [...kinds].map(([, programs]) => scoresOf(programs, model)),
    };
  });
  const names = [...kinds.keys()];
  const kindAucs = (random: Random | null) =>
    names.map((_, kind) =>
      mean(groups.map((group) => separation(draw(group.kinds[kind], random), draw(group.members, random))))
    );
  const observed = kindAucs(null);
  const random = createRandom(seed);
  const rounds = Array.from({ length: BOOTSTRAP_ROUNDS }, () => kindAucs(random));
  const interval = (of: (aucs: number[]) => number) => {
    const values = rounds.map(of).sort((one, other) => one - other);
    return { low: sortedQuantile(values, 0.025), high: sortedQuantile(values, 0.975) };
  };
  const rates = groups.map((group) => group.members.filter(isPositive).length / group.members.length);
  const falseOnes = groups.reduce((sum, group) => sum + group.members.filter(isPositive).length, 0);
  const allPeople = groups.reduce((sum, group) => sum + group.members.length, 0);
  const total = trajectories.length;
  return [
    figure(source, "mean_auc", mean(observed), interval(mean), total),
    figure(source, "worst_auc", Math.min(...observed), interval((aucs) => Math.min(...aucs)), total),
    ...names.map((name, kind) =>
      figure(source, `auc_${name}`, observed[kind], interval((aucs) => aucs[kind]), groups[0].kinds[kind].length)
    ),
    figure(source, "people_fpr", mean(rates), wilsonInterval(falseOnes, allPeople), allPeople),
    figure(source, "worst_people_fpr", Math.max(...rates), worstInterval(groups, rates), allPeople),
    ...groups.map((group) =>
      share(source, `fpr_${group.name}`, group.members.filter(isPositive).length, group.members.length)
    ),
    ...names.map((name, kind) => {
      const programs = groups.flatMap((group) => group.kinds[kind]);
      const found = programs.filter(isPositive).length / groups.length;
      return share(source, `tpr_${name}`, found, programs.length / groups.length);
    }),
  ];
}

function trajectoryEvents(trajectory: DelbotTrajectory): ScorableEvent[] {
  return wayEvents(delbotWay(trajectory), trajectory.w, trajectory.h, trajectory.touch);
}

function score(events: readonly ScorableEvent[], models: SignalModels): number {
  const state = createState(models);
  const context = defaultContext();
  let signal: number | null = null;
  for (let from = 0; from < events.length; from += BATCH_EVENTS) {
    const batch = events.slice(from, from + BATCH_EVENTS);
    signal = fold(state, { kind: "batch", events: batch, late: false }, context).signals.automation;
  }
  return signal ?? 0;
}

function worstInterval(groups: readonly { members: number[] }[], rates: readonly number[]) {
  const worst = groups[rates.indexOf(Math.max(...rates))].members;
  return wilsonInterval(worst.filter(isPositive).length, worst.length);
}

function isPositive(signal: number): boolean {
  return signal >= POSITIVE_FROM;
}

function separation(programs: readonly number[], people: readonly number[]): number {
  return auc([
    ...programs.map((score) => ({ score, isPositive: true })),
    ...people.map((score) => ({ score, isPositive: false })),
  ]);
}

function draw(scores: readonly number[], random: Random | null): readonly number[] {
  return random === null ? scores : scores.map(() => scores[Math.floor(random() * scores.length)]);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
