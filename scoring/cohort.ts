import { median, medianAbsoluteDeviation } from "simple-statistics";
import type { CohortSummary } from "../protocol/log_entry.ts";
import { FEATURES } from "./features/catalogue.ts";
import { growCohortForest } from "./models/cohort_forest.ts";

/** An attempt's features over all of its time, by name, as `attemptFeatures` of the fold gives them. */
export type AttemptFeatures = Readonly<Record<string, number | null>>;

/**
 * What is usual in an exam: median and median absolute deviation of every feature over its attempts.
 *
 * @param attempts A record of features an attempt; null is left out.
 * @param growForest Grows the isolation forest that is kept with the summary, once the cohort is large enough.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const summary = summariseCohort([{ blur_count: 1 }, { blur_count: 3 }, { blur_count: 5 }]);
 * assert.deepEqual(summary.features.blur_count, { median: 3, mad: 2, n: 3 });
 * ```
 */
export function summariseCohort(
  attempts: readonly AttemptFeatures[],
  growForest: (attempts: readonly AttemptFeatures[], usual: CohortSummary["features"]) => unknown = growCohortForest,
): CohortSummary {
  const features: CohortSummary["features"] = {};
  for (const { name } of FEATURES) {
    const values = attempts.map((attempt) => attempt[name]).filter((value): value is number => Number.isFinite(value));
    if (values.length === 0) continue;
    features[name] = { median: median(values), mad: medianAbsoluteDeviation(values), n: values.length };
  }
  const forest = growForest(attempts, features);
  return forest === undefined
    ? { attempts: attempts.length, features }
    : { attempts: attempts.length, features, forest };
}
