import { linearShare } from "../linear_share.ts";
import type { CohortSummary } from "../../protocol/log_entry.ts";
import { COHORT_FEATURES } from "../weights.ts";
import { growIsolationForest, IsolationForest, IsolationForestModel } from "./isolation_forest.ts";
import { createRandom } from "./random.ts";

/** Attempts from which on a cohort has a forest: fewer have no shape that an attempt could stand out of. */
export const LEAST_FOREST_ATTEMPTS = 40;

/** Small enough to be kept within a scoring context: some 30 kB. */
const OPTIONS = { trees: 50, sampleSize: 64 };
const SEED = 20_080;

/** Scores up to here are ordinary (0.5 is the middle of a cohort); from `full` on nobody is near. */
const ORDINARY = 0.62;
const FULL = 0.8;

/** A feature that cohorts are compared in. */
type CohortFeatureName = typeof COHORT_FEATURES[number];

/** An attempt's features by name; null for what there was nothing to tell from. */
type Features = Readonly<Record<string, number | null>>;

/**
 * Grows the forest of a cohort, for `summariseCohort`: over what is done around the exam, never over typing style.
 * Values below the cohort's median are lifted to it, so that doing less than others is never unusual.
 *
 * @returns Undefined below {@link LEAST_FOREST_ATTEMPTS}. The same attempts give the same forest.
 */
export function growCohortForest(
  attempts: readonly Features[],
  usual: CohortSummary["features"],
): IsolationForestModel | undefined {
  if (attempts.length < LEAST_FOREST_ATTEMPTS) return undefined;
  const rows = attempts.map((attempt) => COHORT_FEATURES.map((name) => lifted(attempt[name], usual[name])));
  return growIsolationForest(rows, COHORT_FEATURES, OPTIONS, createRandom(SEED));
}

const READ = new WeakMap<CohortSummary, IsolationForest | null>();

/**
 * How far an attempt lies from its cohort, in [0, 1], by the cohort's forest.
 *
 * @param cohort Immutable: its forest is read once.
 * @param valueOf Value of a feature by name; NaN or null for one that is unknown or not considered, which then counts
 *   as the cohort's median.
 * @returns Null where there is no forest, or it is of other features.
 */
export function scoreByForest(
  cohort: CohortSummary,
  valueOf: (name: CohortFeatureName) => number | null,
): number | null {
  let read = READ.get(cohort);
  if (read === undefined) {
    const model = IsolationForestModel.safeParse(cohort.forest);
    const isOurs = model.success && model.data.features.join() === COHORT_FEATURES.join();
    read = isOurs ? new IsolationForest(model.data) : null;
    READ.set(cohort, read);
  }
  if (read === null) return null;
  const score = read.score(COHORT_FEATURES.map((name) => lifted(valueOf(name), cohort.features[name])));
  return linearShare(score, ORDINARY, FULL);
}

function lifted(value: number | null | undefined, usual: { median: number } | undefined): number {
  const middle = usual?.median ?? 0;
  return value === null || value === undefined || !Number.isFinite(value) ? middle : Math.max(middle, value);
}
