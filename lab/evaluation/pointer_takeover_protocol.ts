import { createRandom } from "../../scoring/models/random.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";
import { clientEvents } from "../data_sets/client_sampling.ts";
import type { DelbotTrajectory } from "../data_sets/delbot.ts";
import { partOfWay, pointerSittings } from "../data_sets/pointer_sittings.ts";
import type { PointerWay } from "../data_sets/pointer_way.ts";
import { drawHand, PRACTISED_HAND } from "../simulation/pointer_profile.ts";
import { pointerWork } from "../simulation/pointer_work.ts";
import { auc, type Labelled } from "../statistics/auc.ts";
import { bootstrapInterval } from "../statistics/intervals.ts";
import type { HeldOut } from "./held_out.ts";
import { figure, type Metric, share, type Source } from "./metric.ts";
import { reportsInBatches } from "./reports_in_batches.ts";

/** A hand enrols, then a minute by the same hand or by another is tested, in ms. */
const ENROL_MS = 180_000;
const TEST_MS = 60_000;
/** A minute that the recording breaks off in is tested from this length on, in ms. */
const MIN_TEST_MS = 30_000;
/** Between the two, so that no movement leads from one hand to the other, in ms. */
const CHANGE_MS = 500;
/** Minutes that are tested of every other recording, spread over it. */
const OTHER_MINUTES = 3;
/** Reaching this, the signal would be shown as a reason. */
const POSITIVE_FROM = 0.5;

const SIMULATED_PEOPLE = 12;
const SIMULATED_MS = 360_000;

interface Recording {
  /** Whose it is, as far as the data say. */
  person: string;
  touch: boolean;
  way: PointerWay;
  width: number;
  height: number;
}

interface Trial extends Labelled {
  enrolment: string;
  isSilent: boolean;
}

/**
 * T5: does the pointer tell that another hand goes on? Three minutes enrol, then one minute more is by the same hand
 * (negative) or by another (positive), all sampled as the browser client samples and scored through the fold.
 *
 * **A proxy.** Nobody is named in the data at hand: a group (device) stands for a person, and the same person's sitting
 * of another day is tested neither way. Fingers are held against fingers only. The second part is simulated people.
 * Each enrolment is scored by the model that did not learn from its group.
 *
 * @param trajectories Programs' are left out.
 * @param sources Of the recorded and of the simulated people.
 * @param seed Of the simulated people, and of the bootstrap over enrolments.
 */
export function evaluatePointerTakeover(
  trajectories: readonly DelbotTrajectory[],
  models: HeldOut<SignalModels>,
  sources: { recorded: Source; simulated: Source },
  seed: number,
): Metric[] {
  const recorded = pointerSittings(trajectories).map((sitting): Recording => ({ ...sitting, person: sitting.group }));
  const simulated = Array.from({ length: SIMULATED_PEOPLE }, (_, index): Recording => {
    const random = createRandom(seed + index);
    const way = pointerWork(drawHand(PRACTISED_HAND, random), random, SIMULATED_MS);
    return { person: `simulated_${index}`, touch: false, way, width: 1_600, height: 900 };
  });
  return [
    ...figures(sources.recorded, trials(recorded, models), seed),
    ...figures(sources.simulated, trials(simulated, models), seed),
  ];
}

function figures(source: Source, all: Trial[], seed: number): Metric[] {
  const spoken = all.filter((trial) => !trial.isSilent);
  const own = spoken.filter((trial) => !trial.isPositive);
  const others = spoken.filter((trial) => trial.isPositive);
  const enrolments = [...Map.groupBy(spoken, (trial) => trial.enrolment).values()];
  const found = (some: readonly Trial[]) => some.filter((trial) => trial.score >= POSITIVE_FROM).length;
  return [
    figure(source, "auc", auc(spoken), bootstrapInterval(enrolments, auc, seed), spoken.length),
    share(source, "same_hand_fpr", found(own), own.length),
    share(source, "other_hand_tpr", found(others), others.length),
    share(source, "silent", all.length - spoken.length, all.length),
  ];
}

function trials(recordings: readonly Recording[], models: HeldOut<SignalModels>): Trial[] {
  const all: Trial[] = [];
  recordings.forEach((recording, number) => {
    const model = models.model(models.fold(recording.person));
    const lengthMs = lengthOf(recording);
    for (let fromMs = 0; fromMs + ENROL_MS + MIN_TEST_MS <= lengthMs; fromMs += TEST_MS) {
      const add = (other: Recording, testMs: number) => {
        const score = follow(recording, fromMs, other, testMs, model);
        all.push({
          enrolment: `${number} ${fromMs}`,
          isPositive: other !== recording,
          isSilent: score === null,
          score: score ?? 0,
        });
      };
      add(recording, fromMs + ENROL_MS);
      for (const other of recordings) {
        if (other.person === recording.person || other.touch !== recording.touch) continue;
        const minutes = Math.floor(lengthOf(other) / TEST_MS);
        for (let index = 0; index < Math.min(OTHER_MINUTES, minutes); index++) {
          add(other, Math.floor((index + 0.5) / Math.min(OTHER_MINUTES, minutes) * minutes) * TEST_MS);
        }
      }
    }
  });
  return all;
}

/** The signal after three minutes of one hand and a minute of a hand, from where each is to be taken. */
function follow(
  first: Recording,
  firstMs: number,
  second: Recording,
  secondMs: number,
  models: SignalModels,
): number | null {
  const enrol = partOfWay(first.way, firstMs, firstMs + ENROL_MS, 0);
  const test = partOfWay(second.way, secondMs, secondMs + TEST_MS, ENROL_MS + CHANGE_MS);
  // Ways are in viewport heights: both in the first one's viewport, so that it is the hand that differs.
  const [enrolled, tested] = [enrol, test].map((way) => clientEvents(way, first.width, first.height, first.touch));
  const events = [...enrolled, ...tested.slice(1)];
  return reportsInBatches(events, models)
    .reduce((_, { signals }) => signals.takeover, null as number | null);
}

function lengthOf({ way }: Recording): number {
  return way.t.length === 0 ? 0 : way.t[way.t.length - 1];
}
