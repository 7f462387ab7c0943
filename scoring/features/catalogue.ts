import type { CategoryName } from "../../protocol/risk.ts";

/** What is known of a feature, once for scorer, documents and pages. */
interface FeatureDefinition {
  name: string;
  category: CategoryName;
  unit: "share" | "s" | "ms" | "px/ms" | "per minute" | "count";
  /** Least and greatest value that it can take. */
  range: readonly [number, number];
  /**
   * Where the rules begin to count it and where they count it in full; null where they do not. Of a `count` and of
   * seconds: in five minutes, and in proportion in another window.
   */
  bounds: readonly [number, number] | null;
  /** Least spread that a median absolute deviation is taken for: below it, differences mean nothing. */
  spread: number;
}

/** Bounds of counts and seconds hold for this window. */
export const BOUNDS_WINDOW_MS = 300_000;

/** Bounds of `top_edge_time + bottom_edge_time`: menus and navigation at the edges take up to a third of the movement. */
export const EDGE_BOUNDS = [0.35, 0.9] as const;

/** Bounds of `std_norm_x + std_norm_y`: moving evenly over the whole page gives 0.58, jumping between two corners 1. */
export const SPREAD_BOUNDS = [0.6, 1] as const;

/**
 * All features, in the order that vectors of them have. Where the pointer is says nothing by itself: it is there for
 * models and for the eye. No rhythm is wrong in itself: it is compared with the student's own.
 */
export const FEATURES = [
  { name: "avg_norm_x", category: "mouse", unit: "share", range: [0, 1], bounds: null, spread: 0.05 },
  { name: "avg_norm_y", category: "mouse", unit: "share", range: [0, 1], bounds: null, spread: 0.05 },
  // Bounds of the sum with std_norm_y: only jumping between far corners passes them.
  { name: "std_norm_x", category: "mouse", unit: "share", range: [0, 0.5], bounds: SPREAD_BOUNDS, spread: 0.05 },
  // Bounds of the sum with std_norm_x: only jumping between far corners passes them.
  { name: "std_norm_y", category: "mouse", unit: "share", range: [0, 0.5], bounds: SPREAD_BOUNDS, spread: 0.05 },
  // Bounds of the sum with bottom_edge_time: the way to tabs, address bar and task bar.
  { name: "top_edge_time", category: "mouse", unit: "share", range: [0, 1], bounds: EDGE_BOUNDS, spread: 0.05 },
  // Bounds of the sum with top_edge_time: the way to tabs, address bar and task bar.
  { name: "bottom_edge_time", category: "mouse", unit: "share", range: [0, 1], bounds: EDGE_BOUNDS, spread: 0.05 },
  // Reading and thinking fill more than half of many honest sittings; only near-silence counts.
  { name: "idle_percentage", category: "mouse", unit: "share", range: [0, 1], bounds: [0.75, 1], spread: 0.1 },
  // It depends on the device; it is compared with the student's own.
  { name: "avg_mouse_speed", category: "mouse", unit: "px/ms", range: [0, 1_000], bounds: null, spread: 0.1 },
  { name: "key_press_rate", category: "keyboard", unit: "per minute", range: [0, 6_000], bounds: null, spread: 40 },
  // People who edit by keyboard reach one key in eight; shortcuts of moved text are left out.
  { name: "shortcut_key_ratio", category: "keyboard", unit: "share", range: [0, 1], bounds: [0.15, 0.6], spread: 0.05 },
  // Writers erase a tenth of their keys, hesitant ones a quarter.
  { name: "backspace_ratio", category: "keyboard", unit: "share", range: [0, 1], bounds: [0.35, 0.8], spread: 0.05 },
  // Rollover and chords put up to a tenth of a fast typist's keys within 25 ms of another.
  { name: "rapid_key_ratio", category: "keyboard", unit: "share", range: [0, 1], bounds: [0.25, 0.7], spread: 0.05 },
  // Two copies or pastes in five minutes are nothing; fifteen are the way that the answer is made.
  {
    name: "clipboard_operation_rate",
    category: "keyboard",
    unit: "per minute",
    range: [0, 600],
    bounds: [0.5, 3],
    spread: 0.2,
  },
  { name: "mean_dwell", category: "keyboard", unit: "ms", range: [0, 2_000], bounds: null, spread: 6 },
  { name: "std_dwell", category: "keyboard", unit: "ms", range: [0, 1_000], bounds: null, spread: 6 },
  { name: "mean_flight", category: "keyboard", unit: "ms", range: [-1_000, 2_000], bounds: null, spread: 20 },
  { name: "std_flight", category: "keyboard", unit: "ms", range: [0, 1_500], bounds: null, spread: 25 },
  // Counted in clipboard_operation_rate.
  { name: "copy_events", category: "keyboard", unit: "count", range: [0, 1_000_000], bounds: null, spread: 1 },
  // Counted in clipboard_operation_rate.
  { name: "paste_events", category: "keyboard", unit: "count", range: [0, 1_000_000], bounds: null, spread: 1 },
  // Its time counts in total_blur_duration.
  { name: "blur_count", category: "window", unit: "count", range: [0, 1_000_000], bounds: null, spread: 1 },
  // Twice in five minutes is a notification or a wrong click.
  { name: "tab_switch_count", category: "window", unit: "count", range: [0, 1_000_000], bounds: [2, 10], spread: 1 },
  // Ten seconds see to a notification; half of the time away is counted in full.
  { name: "total_blur_duration", category: "window", unit: "s", range: [0, 2_592_000], bounds: [10, 150], spread: 5 },
  // Going back once for something forgotten is common; to and fro is how text is looked up.
  { name: "rapid_switch_count", category: "window", unit: "count", range: [0, 1_000_000], bounds: [1, 8], spread: 1 },
  // Once is arranging the desk; again and again makes room for something beside the exam.
  {
    name: "suspicious_resize_count",
    category: "window",
    unit: "count",
    range: [0, 1_000_000],
    bounds: [1, 5],
    spread: 1,
  },
  // Counted in idle_percentage.
  { name: "inactivity_time", category: "window", unit: "s", range: [0, 2_592_000], bounds: null, spread: 20 },
] as const satisfies readonly FeatureDefinition[];

export type FeatureName = typeof FEATURES[number]["name"];

/** Index of each feature in a vector of all. */
export const FEATURE_INDEX: Readonly<Record<FeatureName, number>> = Object.fromEntries(
  FEATURES.map(({ name }, index) => [name, index]),
) as Record<FeatureName, number>;

/** The definition of a feature, or null where there is none of that name. */
export function getFeature(name: string): FeatureDefinition | null {
  return FEATURES.find((feature) => feature.name === name) ?? null;
}
