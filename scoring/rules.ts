import type { CategoryName } from "../protocol/risk.ts";
import { BOUNDS_WINDOW_MS, EDGE_BOUNDS, FEATURE_INDEX, FEATURES, SPREAD_BOUNDS } from "./features/catalogue.ts";
import { Column } from "./features/columns.ts";
import { CATEGORY_WEIGHTS, RULES, RULES_POINTS } from "./weights.ts";

/** Fewer pointer positions than this in the window say nothing of the pointer: none at all is not idleness. */
export const LEAST_POINTS = 30;
/** Fewer key presses than this in the window make no ratio. */
export const LEAST_PRESSES = 30;
/** As many clipboard operations speak without any typing. */
const LEAST_OPERATIONS = 3;
/** A window category of less time would be a guess, in ms. */
const LEAST_WINDOW_MS = 30_000;
/** Idleness of less time would be a guess, in ms. */
const LEAST_IDLE_MS = 60_000;

const CATEGORY_ORDER = ["mouse", "keyboard", "window"] as const satisfies readonly CategoryName[];
const CATEGORY_OF = Uint8Array.from(RULES, ({ category }) => CATEGORY_ORDER.indexOf(category));
const INDEX_OF = Uint8Array.from(RULES, ({ name }) => FEATURE_INDEX[name]);
const AT = FEATURE_INDEX;

/** What the rules read, of one window. */
export interface RuleEvidence {
  /** Vector in the catalogue's order; NaN where there is no evidence. */
  features: Float64Array;
  /** A sum a column. */
  sums: Float64Array;
  /** Time that the window covers without pauses, in ms. */
  coveredMs: number;
  /** The window's whole length, in ms. */
  windowMs: number;
}

/** What the rules say; owned by the caller and written in place. */
interface RuleScores {
  /** Points of risk of each rule, in the order of {@link RULES}. */
  readonly points: Float64Array;
  /** Scores 0–100 of mouse, keyboard and window; NaN without the minimum of evidence. */
  readonly categories: Float64Array;
}

/** Room for what {@link scoreRules} says. */
export function createRuleScores(): RuleScores {
  return { points: new Float64Array(RULES.length), categories: new Float64Array(CATEGORY_ORDER.length) };
}

/**
 * The rules: mouse = 30·idle + 35·(top + bottom edge) + 35·(std x + std y); keyboard = 25·shortcut + 30·clipboard +
 * 25·rapid + 20·backspace; window = 30·blur duration + 30·rapid switches + 20·tab switches + 20·resizes, each input
 * normalised to [0, 1] by its bounds; the total is 0.30 mouse + 0.35 keyboard + 0.35 window (the seeds' formulas).
 *
 * @param factors A factor for each rule, in the order of {@link RULES}.
 * @param into Where the scores go.
 * @returns `into`
 *
 * @example Nothing seen
 * ```ts
 * import assert from "node:assert/strict";
 * import { FEATURES } from "./features/catalogue.ts";
 * import { COLUMNS } from "./features/columns.ts";
 * import { RULES } from "./weights.ts";
 *
 * const none = { features: new Float64Array(FEATURES.length), sums: new Float64Array(COLUMNS), coveredMs: 0, windowMs: 300_000 };
 * assert.equal(rulesTotal(scoreRules(none, new Float64Array(RULES.length).fill(1), createRuleScores())), 0);
 * ```
 */
export function scoreRules(evidence: RuleEvidence, factors: Float64Array, into: RuleScores): RuleScores {
  const { features, sums, coveredMs } = evidence;
  const { points, categories } = into;
  const scale = BOUNDS_WINDOW_MS / evidence.windowMs;
  const hasPointer = sums[Column.points] >= LEAST_POINTS;
  const hasKeys = sums[Column.presses] >= LEAST_PRESSES;
  const operations = features[AT.clipboard_operation_rate] * evidence.windowMs / 60_000;
  categories[0] = hasPointer ? 0 : NaN;
  categories[1] = hasKeys || operations >= LEAST_OPERATIONS ? 0 : NaN;
  categories[2] = coveredMs >= LEAST_WINDOW_MS ? 0 : NaN;

  const edges = features[AT.top_edge_time] + features[AT.bottom_edge_time];
  const spread = features[AT.std_norm_x] + features[AT.std_norm_y];
  for (let rule = 0; rule < RULES.length; rule++) {
    const feature = INDEX_OF[rule];
    const value = features[feature];
    let share = 0;
    if (!Number.isNaN(categories[CATEGORY_OF[rule]])) {
      switch (feature) {
        case AT.top_edge_time:
        case AT.bottom_edge_time:
          // The pair is normalised as one, and each has its part of the points.
          share = edges > 0 ? normalise(edges, EDGE_BOUNDS) * value / edges : 0;
          break;
        case AT.std_norm_x:
        case AT.std_norm_y:
          share = spread > 0 ? normalise(spread, SPREAD_BOUNDS) * value / spread : 0;
          break;
        case AT.idle_percentage:
          share = coveredMs >= LEAST_IDLE_MS ? normalise(value, FEATURES[feature].bounds) : 0;
          break;
        case AT.shortcut_key_ratio:
        case AT.rapid_key_ratio:
        case AT.backspace_ratio:
          share = hasKeys ? normalise(value, FEATURES[feature].bounds) : 0;
          break;
        case AT.clipboard_operation_rate:
          share = normalise(value, FEATURES[feature].bounds);
          break;
        default:
          share = normalise(value * scale, FEATURES[feature].bounds);
      }
    }
    points[rule] = RULES[rule].points * share * factors[rule];
    categories[CATEGORY_OF[rule]] += points[rule];
  }
  for (let rule = 0; rule < RULES.length; rule++) {
    const category = CATEGORY_OF[rule];
    // Policy weights can take a category over 100: its parts then share the 100.
    const cap = categories[category] > 100 ? 100 / categories[category] : 1;
    points[rule] *= cap * CATEGORY_WEIGHTS[CATEGORY_ORDER[category]] * RULES_POINTS / 100;
  }
  for (let category = 0; category < categories.length; category++) {
    if (categories[category] > 100) categories[category] = 100;
  }
  return into;
}

/**
 * The rules' total 0–100; a category without its minimum of evidence adds 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(rulesTotal({ points: new Float64Array(), categories: Float64Array.of(100, NaN, 100) }), 65);
 * ```
 */
export function rulesTotal({ categories }: RuleScores): number {
  let total = 0;
  for (let category = 0; category < categories.length; category++) {
    if (!Number.isNaN(categories[category])) total += CATEGORY_WEIGHTS[CATEGORY_ORDER[category]] * categories[category];
  }
  return Math.min(100, total);
}

/** Where a value lies between bounds, in [0, 1]; 0 for NaN and for no bounds. */
function normalise(value: number, bounds: readonly [number, number] | null): number {
  if (bounds === null) return 0;
  const share = (value - bounds[0]) / (bounds[1] - bounds[0]);
  return share > 0 ? (share < 1 ? share : 1) : 0;
}
