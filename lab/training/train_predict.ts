import { type MonotoneAdditiveModel, rampShare } from "../../scoring/models/monotone_additive.ts";
import { PREDICT_FIELDS, type PredictField, type PredictSample } from "../../scoring/models/predict_fields.ts";
import { type Bounds, fitBounded } from "./fit_bounded.ts";
import { rounded } from "./fit_likelihood_ratio.ts";
import type { PredictExample } from "./predict_samples.ts";

/** A ramp whose points are learnt within bounds. */
interface RampShape extends Bounds {
  feature: PredictField;
  from: number;
  to: number;
}

const MOST = 40;
/**
 * Where each field begins to say something and where it has said all, and what it may come to.
 *
 * Counts: the first of each is a slip and stays within a few points, whatever the live score makes of it, which sees more.
 * A length is not among the fields: two pastes stay within Low. Copies without pastes are seldom in the sittings, and
 * count a little by decision, as do ten minutes of idleness and more, which have every honest reason. Spreads of key times: less is more like a machine; in five minutes none of 51 recorded writers came
 * below 13 ms of dwell and 118 ms of flight, and the ramps begin well below. The other three have no ramp: a shorter
 * dwell, a faster flight or a faster pointer is another person or device, and so is a longer or slower one.
 */
const SHAPES: readonly RampShape[] = [
  { feature: "std_dwell", from: 10, to: 2, least: 5, most: 10 },
  { feature: "std_flight", from: 30, to: 5, least: 5, most: 10 },
  { feature: "tab_switch_count", from: 0, to: 1, least: 1, most: 4 },
  { feature: "tab_switch_count", from: 1, to: 4, least: 0, most: MOST },
  { feature: "tab_switch_count", from: 2, to: 8, least: 0, most: MOST },
  { feature: "tab_switch_count", from: 4, to: 20, least: 0, most: MOST },
  { feature: "tab_switch_count", from: 10, to: 60, least: 2, most: MOST },
  { feature: "copy_events", from: 0, to: 1, least: 1, most: 3 },
  { feature: "copy_events", from: 1, to: 6, least: 1, most: MOST },
  { feature: "copy_events", from: 3, to: 25, least: 2, most: MOST },
  { feature: "copy_events", from: 10, to: 100, least: 4, most: MOST },
  { feature: "paste_events", from: 0, to: 1, least: 4, most: 8 },
  { feature: "paste_events", from: 1, to: 3, least: 0, most: 18 },
  { feature: "paste_events", from: 2, to: 6, least: 0, most: MOST },
  { feature: "paste_events", from: 4, to: 15, least: 0, most: MOST },
  { feature: "paste_events", from: 10, to: 60, least: 2, most: MOST },
  { feature: "inactivity_time", from: 600, to: 7_200, least: 2, most: 4 },
];

/** Spreads of key times say nothing where no key was timed. */
const NEEDS = { std_dwell: "mean_dwell", std_flight: "mean_dwell" } as const;

/**
 * Trains the model behind `/predict`: as much of the live score of the same sittings as the ten fields can carry, in a
 * form that cannot turn. Every kind of sitting weighs the same, whatever its number.
 */
export function trainPredict(examples: readonly PredictExample[]): MonotoneAdditiveModel {
  const sizes = new Map<string, number>();
  for (const example of examples) sizes.set(groupOf(example), (sizes.get(groupOf(example)) ?? 0) + 1);
  const points = fitBounded(
    examples.map(({ sample }) => SHAPES.map((shape) => shareOf(sample, shape))),
    examples.map(({ liveRisk }) => liveRisk),
    examples.map((example) => 1 / sizes.get(groupOf(example))!),
    SHAPES,
  );
  return {
    kind: "monotone_additive",
    version: 1,
    features: [...PREDICT_FIELDS],
    ramps: SHAPES.map(({ feature, from, to }, index) => ({ feature, from, to, points: rounded(points[index]) }))
      .filter((ramp) => ramp.points > 0),
    needs: { ...NEEDS },
  };
}

function shareOf(sample: PredictSample, { feature, from, to }: RampShape): number {
  const needed = feature === "std_dwell" || feature === "std_flight" ? NEEDS[feature] : null;
  return needed !== null && sample[needed] === 0 ? 0 : rampShare(sample[feature], { from, to });
}

function groupOf({ kind, isWhole }: PredictExample): string {
  return `${kind} ${isWhole}`;
}
