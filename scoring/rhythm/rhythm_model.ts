import { z } from "zod";
import { LikelihoodRatio, LikelihoodRatioModel } from "../models/likelihood_ratio.ts";

/**
 * Model of a person's keys, of two ways in which the same person may go on: as usual, or changed (faster or slower all
 * through, with one hand, with a tremor, with keys that bounce). Each is a {@link LikelihoodRatioModel} of "another
 * person to the same one"; that of the changed person knows what such changes do to the features.
 */
export const RhythmModel = z.strictObject({
  kind: z.literal("rhythm"),
  version: z.int(),
  usual: LikelihoodRatioModel,
  changed: LikelihoodRatioModel,
});
export type RhythmModel = z.infer<typeof RhythmModel>;

/** A {@link RhythmModel}, ready to compare stretches. */
export interface RhythmRatio {
  readonly usual: LikelihoodRatio;
  readonly changed: LikelihoodRatio;
}

/**
 * Reads a {@link RhythmModel} from JSON.
 *
 * @param features Names that it must have been trained on.
 * @throws {RangeError} If the model is of other features, or its parts do not fit.
 */
export function readRhythmModel(json: unknown, features: readonly string[]): RhythmRatio {
  const { usual, changed } = RhythmModel.parse(json);
  return { usual: new LikelihoodRatio(usual, features), changed: new LikelihoodRatio(changed, features) };
}

/** What the changed person is held to be less likely than the usual one, in log odds. */
const CHANGED_AGAINST_USUAL = 2;

/**
 * Log likelihood ratio of another person to the same one, who may be typing as usual or changed: what either explains
 * speaks for the same person.
 *
 * @param usual The ratio against the same person as usual.
 * @param changed The ratio against the same person, changed.
 *
 * @example What a change explains is hardly evidence, what neither explains is
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.ok(eitherWay(30, -5) < 0);
 * assert.ok(eitherWay(30, 20) > 20);
 * ```
 */
export function eitherWay(usual: number, changed: number): number {
  const other = changed + CHANGED_AGAINST_USUAL;
  return Math.min(usual, other) - Math.log1p(Math.exp(-Math.abs(usual - other)));
}
