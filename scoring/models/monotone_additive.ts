import { z } from "zod";

/**
 * A sum of ramps over features, none of which ever turns: as a feature grows, each of its ramps only rises, or only
 * falls. A ramp is 0 at `from` and before, and `points` at `to` and beyond, even on a logarithmic scale between.
 */
export const MonotoneAdditiveModel = z.strictObject({
  kind: z.literal("monotone_additive"),
  version: z.int(),
  features: z.array(z.string()),
  ramps: z.array(z.strictObject({
    feature: z.string(),
    from: z.number().min(0),
    to: z.number().min(0).describe("Below `from` where less is more"),
    points: z.number().min(0),
  })),
  needs: z.record(z.string(), z.string()).describe(
    "Features that say nothing while another is 0. That one has no falling ramp, so that it only ever adds",
  ),
});
export type MonotoneAdditiveModel = z.infer<typeof MonotoneAdditiveModel>;
export type Ramp = MonotoneAdditiveModel["ramps"][number];

/** Evaluates a {@link MonotoneAdditiveModel}. */
export class MonotoneAdditive {
  readonly #ramps: { feature: number; needed: number; ramp: Ramp }[];

  /** @throws {RangeError} If the model is not of `features`, or could turn in one of them. */
  constructor(model: MonotoneAdditiveModel, features: readonly string[]) {
    if (model.features.join() !== features.join()) {
      throw new RangeError(`Cannot use the model: it is of the features ${model.features.join(", ")}`);
    }
    const at = (name: string): number => {
      const index = features.indexOf(name);
      if (index < 0) throw new RangeError(`Cannot use the model: there is no feature ${name}`);
      return index;
    };
    const falls = new Map<string, boolean>();
    for (const { feature, from, to } of model.ramps) {
      if (from === to) throw new RangeError(`Cannot use the model: a ramp of ${feature} has no length`);
      if (falls.has(feature) && falls.get(feature) !== to < from) {
        throw new RangeError(`Cannot use the model: it turns in ${feature}`);
      }
      falls.set(feature, to < from);
    }
    for (const needed of Object.values(model.needs)) {
      if (falls.get(needed)) throw new RangeError(`Cannot use the model: it turns in ${needed}`);
    }
    this.#ramps = model.ramps.map((ramp) => ({
      feature: at(ramp.feature),
      needed: Object.hasOwn(model.needs, ramp.feature) ? at(model.needs[ramp.feature]) : -1,
      ramp,
    }));
  }

  /**
   * Points of each feature.
   *
   * @param values Of every feature, in order.
   * @param into Written to; as long as the features.
   */
  points(values: ArrayLike<number>, into: Float64Array): void {
    into.fill(0);
    for (const { feature, needed, ramp } of this.#ramps) {
      if (needed >= 0 && !(values[needed] > 0)) continue;
      into[feature] += ramp.points * rampShare(values[feature], ramp);
    }
  }
}

/**
 * How far up its ramp a value is, in [0, 1].
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(rampShare(7, { from: 0, to: 7 }), 1);
 * assert.equal(rampShare(1, { from: 0, to: 3 }), 0.5);
 * assert.equal(rampShare(40, { from: 30, to: 5 }), 0);
 * ```
 */
export function rampShare(value: number, { from, to }: Pick<Ramp, "from" | "to">): number {
  const begin = Math.log1p(from);
  const share = (Math.log1p(Math.max(0, value)) - begin) / (Math.log1p(to) - begin);
  return share > 0 ? Math.min(1, share) : 0;
}
