import type { FeatureName } from "./features/catalogue.ts";
import type { CategoryName, ContributionCategory } from "../protocol/risk.ts";

/**
 * How much everything counts, in one place. Signals, rules and anomaly add up to more than 100 on purpose: three kinds
 * of evidence in full reach it, one alone never does. docs/scoring.md tells how the figures were found.
 */

/** Share of each category in the rules' total (the seeds' weights). */
export const CATEGORY_WEIGHTS: Readonly<Record<CategoryName, number>> = { mouse: 0.3, keyboard: 0.35, window: 0.35 };

/** Points of risk for a rules' total of 100. Rules describe habits, and every habit has an honest reason. */
export const RULES_POINTS = 60;

/** The rules: points in its category's score of 0–100 for each feature at its upper bound (the seeds' formulas). */
export const RULES = [
  { name: "idle_percentage", category: "mouse", points: 30 },
  { name: "top_edge_time", category: "mouse", points: 35 },
  { name: "bottom_edge_time", category: "mouse", points: 35 },
  { name: "std_norm_x", category: "mouse", points: 35 },
  { name: "std_norm_y", category: "mouse", points: 35 },
  { name: "shortcut_key_ratio", category: "keyboard", points: 25 },
  { name: "clipboard_operation_rate", category: "keyboard", points: 30 },
  { name: "rapid_key_ratio", category: "keyboard", points: 25 },
  { name: "backspace_ratio", category: "keyboard", points: 20 },
  { name: "total_blur_duration", category: "window", points: 30 },
  { name: "rapid_switch_count", category: "window", points: 30 },
  { name: "tab_switch_count", category: "window", points: 20 },
  { name: "suspicious_resize_count", category: "window", points: 20 },
] as const satisfies readonly { name: FeatureName; category: CategoryName; points: number }[];

/** Features that are compared with the student's own earlier minutes. */
export const OWN_FEATURES = [
  "mean_dwell",
  "mean_flight",
  "std_flight",
  "key_press_rate",
  "backspace_ratio",
  "rapid_key_ratio",
  "avg_mouse_speed",
] as const satisfies readonly FeatureName[];

/** Points for each of them at its furthest. Together they stay Low: an unusual quarter of an hour is no finding. */
export const OWN_FEATURE_POINTS = 2;

/**
 * Features that are compared with the cohort: what is done around the exam. Never typing style, which is nobody's
 * fault, and never the clipboard, so that one paste is not counted twice.
 */
export const COHORT_FEATURES = [
  "idle_percentage",
  "top_edge_time",
  "bottom_edge_time",
  "shortcut_key_ratio",
  "blur_count",
  "tab_switch_count",
  "total_blur_duration",
  "rapid_switch_count",
  "suspicious_resize_count",
] as const satisfies readonly FeatureName[];

/** Points for being as far from the cohort as can be. */
export const COHORT_POINTS = 10;

/**
 * The signals, in the order that reports have them: points of risk at 1, and up to where, in [0, 1), there are none.
 *
 * What models say of people is never quite zero, and nobody should carry points for that; what is counted and measured
 * in time begins at its own bounds. What a signal must never do alone, whatever it weighs, its tracker's `limit` says.
 */
export const SIGNALS = [
  { name: "away", points: 38, from: 0 },
  { name: "external_text", points: 50, from: 0 },
  { name: "transcription", points: 40, from: 0.25 },
  { name: "takeover", points: 45, from: 0.25 },
  { name: "automation", points: 40, from: 0.25 },
  { name: "display", points: 12, from: 0 },
  { name: "capture", points: 40, from: 0 },
] as const satisfies readonly { name: string; points: number; from: number }[];

export type SignalName = typeof SIGNALS[number]["name"];

/** Without new evidence a contribution falls to half in this time, in ms: a proctor who comes back after a break still sees it. */
export const HALF_LIFE_MS = 600_000;

/** A factor of policy and accommodations together, at most. */
export const LARGEST_FACTOR = 3;

/** Everything that can contribute, in a fixed order: rules, own features, `cohort`, signals. */
export const CONTRIBUTORS: readonly { name: string; category: ContributionCategory }[] = [
  ...RULES.map(({ name, category }) => ({ name, category })),
  ...OWN_FEATURES.map((name) => ({ name, category: "anomaly" as const })),
  { name: "cohort", category: "anomaly" },
  ...SIGNALS.map(({ name }) => ({ name, category: "signal" as const })),
];

/** Where each kind begins in {@link CONTRIBUTORS}. */
export const OWN_AT = RULES.length;
export const COHORT_AT = OWN_AT + OWN_FEATURES.length;
export const SIGNALS_AT = COHORT_AT + 1;
