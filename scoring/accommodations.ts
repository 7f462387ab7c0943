import type { AssistiveTechnology } from "../protocol/exam.ts";
import type { ScoringContext } from "../protocol/log_entry.ts";
import { CATEGORIES } from "../protocol/risk.ts";
import { FEATURES, getFeature } from "./features/catalogue.ts";
import { CONTRIBUTORS, LARGEST_FACTOR, SIGNALS } from "./weights.ts";

/** What is not considered, or counts in another measure. */
interface Adjustment {
  muted: readonly string[];
  weights: Readonly<Partial<Record<string, number>>>;
}

const KEY_RHYTHM = ["mean_dwell", "std_dwell", "mean_flight", "std_flight", "key_press_rate", "rapid_key_ratio"];

/** What each assistive technology disturbs, and so what is not considered with it. */
export const TECHNOLOGY_PRESETS: Readonly<Record<AssistiveTechnology, Adjustment>> = {
  // Spoken text arrives in phrases, without keys and without their rhythm; the program may have a window of its own.
  dictation: {
    muted: ["external_text", "transcription", "takeover", "automation", "backspace_ratio", ...KEY_RHYTHM],
    weights: { idle_percentage: 0.5, away: 0.5, total_blur_duration: 0.5 },
  },
  // A screen reader is driven by shortcuts, moves the pointer by itself, and opens windows of its own.
  screen_reader: {
    muted: ["mouse", "shortcut_key_ratio", "rapid_key_ratio", "automation"],
    weights: { away: 0.5, total_blur_duration: 0.5, rapid_switch_count: 0.5 },
  },
  // Keys and pointer come from a scanning program, and words from its prediction.
  switch_access: {
    muted: ["mouse", "keyboard", "transcription", "takeover", "automation"],
    weights: { external_text: 0.5 },
  },
  // Key times and pointer paths vary with pain, fatigue and the aid in use.
  motor_impairment: {
    muted: ["mouse", "takeover", "automation", "backspace_ratio", ...KEY_RHYTHM],
    weights: { transcription: 0.5 },
  },
};

/**
 * Extra time goes with slower work and longer pauses, which the cohort's pace does not describe. Slow writers' pauses
 * look like a copyist's more often than others': of them `transcription` lifts nobody above Low by itself.
 */
export const EXTRA_TIME: Adjustment = {
  muted: ["idle_percentage", "inactivity_time", "key_press_rate", "cohort"],
  weights: { transcription: 0.75 },
};

/** What a context makes of every contributor, worked out once. */
export interface Terms {
  /** A factor for each of {@link CONTRIBUTORS}, 0 where it is not considered. */
  readonly factors: Float64Array;
  /** A factor for each feature of the catalogue. */
  readonly featureFactors: Float64Array;
  /** Names not considered, sorted: signals, features, categories, `cohort`. */
  readonly muted: readonly string[];
}

const KNOWN: ReadonlySet<string> = new Set([
  ...SIGNALS.map(({ name }) => name),
  ...CATEGORIES,
  ...FEATURES.map(({ name }) => name),
  "cohort",
  "anomaly",
  "signal",
]);

/**
 * Policy and accommodations as factors: applied before anything is scored, so that what is muted never changes a score.
 *
 * A factor is the product of what policy, accommodations and presets say of a contributor's name and of its categories,
 * at most {@link LARGEST_FACTOR}. A weight of 0 mutes; unknown names change nothing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { defaultContext } from "./fold.ts";
 *
 * const context = defaultContext();
 * const terms = resolveTerms({ ...context, policy: { muted: ["automation"], weights: {} } });
 * assert.deepEqual(terms.muted, ["automation"]);
 * ```
 */
export function resolveTerms(context: Pick<ScoringContext, "policy" | "accommodations">): Terms {
  const { policy, accommodations } = context;
  const adjustments: Pick<Adjustment, "muted" | "weights">[] = [
    { muted: policy.muted, weights: policy.weights },
    { muted: accommodations.muted, weights: accommodations.weights },
    ...accommodations.technologies.map((technology) => TECHNOLOGY_PRESETS[technology]),
  ];
  if (accommodations.extra_time_percent > 0 || (accommodations.extra_time_minutes ?? 0) > 0) {
    adjustments.push(EXTRA_TIME);
  }

  const byName = new Map<string, number>();
  for (const { muted, weights } of adjustments) {
    for (const name of muted) byName.set(name, 0);
    for (const [name, weight] of Object.entries(weights)) {
      const bounded = weight !== undefined && weight > 0 ? Math.min(weight, LARGEST_FACTOR) : 0;
      byName.set(name, (byName.get(name) ?? 1) * bounded);
    }
  }
  const factorOf = (...names: string[]) => {
    let factor = 1;
    for (const each of new Set(names)) factor *= byName.get(each) ?? 1;
    return Math.min(factor, LARGEST_FACTOR);
  };
  const factors = Float64Array.from(
    CONTRIBUTORS,
    ({ name, category }) => factorOf(name, category, getFeature(name)?.category ?? name),
  );
  const featureFactors = Float64Array.from(FEATURES, ({ name, category }) => factorOf(name, category));
  const muted = [...byName].filter(([name, factor]) => factor === 0 && KNOWN.has(name)).map(([name]) => name).sort();
  return { factors, featureFactors, muted };
}

/**
 * Whether something is not considered, by its own name or by its category's.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(isMuted({ muted: ["mouse"] }, "mouse"), true);
 * ```
 */
export function isMuted(terms: Pick<Terms, "muted">, name: string, category: string = name): boolean {
  return terms.muted.includes(name) || terms.muted.includes(category);
}
