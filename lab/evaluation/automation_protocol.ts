import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { createRandom, type Random } from "../../scoring/models/random.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";
import { clientEvents } from "../data_sets/client_sampling.ts";
import type { DelbotTrajectory } from "../data_sets/delbot.ts";
import { delbotSittings, drawDelbotSitting } from "../data_sets/delbot_sittings.ts";
import { auc } from "../statistics/auc.ts";
import { wilsonInterval } from "../../scoring/wilson_interval.ts";
import { sortedQuantile } from "../statistics/intervals.ts";
import { ARTIFICIAL_KINDS, artificialWay } from "../training/artificial_way.ts";
import { drawDisturbance } from "../training/disturbed_way.ts";
import { artificialGroup } from "../training/train_automation.ts";
import type { HeldOut } from "./held_out.ts";
import { figure, type Metric, share, type Source } from "./metric.ts";
import { reportsInBatches } from "./reports_in_batches.ts";

const BOOTSTRAP_ROUNDS = 200;
/** Paths are of a second at most: a batch is some seconds of them. */
const BATCH_EVENTS = 4;
/** A signal from here on would be shown as a reason; people at and above it are false positives. */
const POSITIVE_FROM = 0.5;
/** Sittings of each artificial kind, and of each group of people as other devices might have recorded it. */
const MADE_SITTINGS = 100;
const ASPECT = 16 / 9;

/**
 * T4: are programs told from people, where neither the kind of program nor the group of people was learnt from? An attempt
 * is some recorded movements one after the other ({@link delbotSittings}), sampled as the client samples, through the whole
 * fold; its score is the highest that the signal ever reached, and too little to speak counts as 0.
 *
 * Every recorded kind is held against every group of people, both scored by the model that did not see that group (no
 * model ever saw a recorded program). A kind's AUC is the mean over groups. Artificial kinds, and people as other devices
 * might have recorded them, come from other draws than training's, and are scored by the model that saw nothing of that
 * kind or group; `known_…` by the shipped one, which learnt from the kind.
 *
 * @param trajectories At least one of people and one of programs.
 * @param seed Of rests, of what is made, and of the bootstrap, over attempts.
 */
export function evaluateAutomation(
  trajectories: readonly DelbotTrajectory[],
  models: HeldOut<SignalModels>,
  source: Source,
  seed: number,
): Metric[] {
  const random = createRandom(seed);
  const people = Map.groupBy(trajectories.filter((one) => one.label === "human"), (one) => one.src);
  const kinds = Map.groupBy(trajectories.filter((one) => one.label === "bot"), (one) => one.src);
  const modelOf = (group: string) => models.model(models.fold(group));
  const attemptsOf = (some: readonly DelbotTrajectory[]) => {
    const { w, h, touch } = some[0];
    return delbotSittings(some, random).map((way) => clientEvents(way, w, h, touch));
  };
  const programs = [...kinds.values()].map(attemptsOf);
  const groups = [...people].map(([name, members]) => {
    const model = modelOf(name);
    const { touch } = members[0];
    return {
      name,
      members: attemptsOf(members).map((events) => highestScore(events, model)),
      kinds: programs.map((attempts) => attempts.map((events) => highestScore(events, model))),
      disturbed: Array.from({ length: MADE_SITTINGS }, () => {
        const way = drawDisturbance(random)(drawDelbotSitting(members, random));
        return highestScore(clientEvents(way, 1_000 * ASPECT, 1_000, touch), model);
      }),
    };
  });
  const names = [...kinds.keys()];
  const kindAucs = (draws: Random | null) =>
    names.map((_, kind) =>
      mean(groups.map((group) => separation(draw(group.kinds[kind], draws), draw(group.members, draws))))
    );
  const observed = kindAucs(null);
  const rounds = Array.from({ length: BOOTSTRAP_ROUNDS }, () => kindAucs(random));
  const interval = (of: (aucs: number[]) => number) => {
    const values = rounds.map(of).sort((one, other) => one - other);
    return { low: sortedQuantile(values, 0.025), high: sortedQuantile(values, 0.975) };
  };
  const rates = groups.map((group) => flagged(group.members) / group.members.length);
  const allPeople = groups.flatMap((group) => group.members);
  const allDisturbed = groups.flatMap((group) => group.disturbed);
  const total = allPeople.length + programs.flat().length;
  const made: Source = { ...source, data: "artificial", kind: "simulated" };
  const drawnAnew: Source = { ...made, split: "other draws of kinds learnt from" };
  return [
    figure(source, "mean_auc", mean(observed), interval(mean), total),
    figure(source, "worst_auc", Math.min(...observed), interval((aucs) => Math.min(...aucs)), total),
    ...names.map((name, kind) =>
      figure(source, `auc_${name}`, observed[kind], interval((aucs) => aucs[kind]), programs[kind].length)
    ),
    share(source, "people_fpr", flagged(allPeople), allPeople.length),
    figure(source, "worst_people_fpr", Math.max(...rates), worstInterval(groups, rates), allPeople.length),
    ...groups.map(({ name, members }) => share(source, `fpr_${name}`, flagged(members), members.length)),
    ...names.map((name, kind) => {
      const found = mean(groups.map((group) => flagged(group.kinds[kind])));
      return share(source, `tpr_${name}`, found, programs[kind].length);
    }),
    share(made, "disturbed_people_fpr", flagged(allDisturbed), allDisturbed.length),
    ...groups.map(({ name, disturbed }) => share(made, `fpr_${name}_disturbed`, flagged(disturbed), disturbed.length)),
    ...ARTIFICIAL_KINDS.flatMap((kind) => {
      const attempts = Array.from(
        { length: MADE_SITTINGS },
        () => clientEvents(artificialWay(kind, random), 1_000 * ASPECT, 1_000, false),
      );
      const found = (model: SignalModels) => flagged(attempts.map((events) => highestScore(events, model)));
      return [
        share(made, `tpr_${kind}`, found(modelOf(artificialGroup(kind))), attempts.length),
        share(drawnAnew, `known_tpr_${kind}`, found(models.model(-1)), attempts.length),
      ];
    }),
  ];
}

function highestScore(events: readonly ScorableEvent[], models: SignalModels): number {
  return reportsInBatches(events, models, BATCH_EVENTS)
    .reduce((highest, { signals }) => Math.max(highest, signals.automation ?? 0), 0);
}

function worstInterval(groups: readonly { members: number[] }[], rates: readonly number[]) {
  const worst = groups[rates.indexOf(Math.max(...rates))].members;
  return wilsonInterval(flagged(worst), worst.length);
}

/** How many scores are false or true positives. */
function flagged(scores: readonly number[]): number {
  return scores.filter((score) => score >= POSITIVE_FROM).length;
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
