import type { CategoryName } from "../../protocol/risk.ts";

/** What is known of a feature, once for scorer, documents and pages. */
export interface FeatureDefinition {
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
  /** Why the bounds lie there. */
  reason: string;
  /** Least spread that a median absolute deviation is taken for: below it, differences mean nothing. */
  spread: number;
  sentence: string;
}

/** Bounds of counts and seconds hold for this window. */
export const BOUNDS_WINDOW_MS = 300_000;

/** Bounds of `top_edge_time + bottom_edge_time`: menus and navigation at the edges take up to a third of the movement. */
export const EDGE_BOUNDS = [0.35, 0.9] as const;

/** Bounds of `std_norm_x + std_norm_y`: moving evenly over the whole page gives 0.58, jumping between two corners 1. */
export const SPREAD_BOUNDS = [0.6, 1] as const;

const POSITION = "Where the pointer is says nothing by itself; it is there for models and for the eye.";
const RHYTHM = "No rhythm is wrong in itself; it is compared with the student's own.";

/** All features, in the order that vectors of them have. */
export const FEATURES = [
  {
    name: "avg_norm_x",
    category: "mouse",
    unit: "share",
    range: [0, 1],
    bounds: null,
    reason: POSITION,
    spread: 0.05,
    sentence: "Mean horizontal place of the pointer, as a share of the window's width.",
  },
  {
    name: "avg_norm_y",
    category: "mouse",
    unit: "share",
    range: [0, 1],
    bounds: null,
    reason: POSITION,
    spread: 0.05,
    sentence: "Mean vertical place of the pointer, as a share of the window's height.",
  },
  {
    name: "std_norm_x",
    category: "mouse",
    unit: "share",
    range: [0, 0.5],
    bounds: SPREAD_BOUNDS,
    reason: "Bounds of the sum with std_norm_y: only jumping between far corners passes them.",
    spread: 0.05,
    sentence: "How widely the pointer moves from left to right, as a standard deviation.",
  },
  {
    name: "std_norm_y",
    category: "mouse",
    unit: "share",
    range: [0, 0.5],
    bounds: SPREAD_BOUNDS,
    reason: "Bounds of the sum with std_norm_x: only jumping between far corners passes them.",
    spread: 0.05,
    sentence: "How widely the pointer moves up and down, as a standard deviation.",
  },
  {
    name: "top_edge_time",
    category: "mouse",
    unit: "share",
    range: [0, 1],
    bounds: EDGE_BOUNDS,
    reason: "Bounds of the sum with bottom_edge_time: the way to tabs, address bar and task bar.",
    spread: 0.05,
    sentence: "Share of the pointer's moving time spent at the window's top edge.",
  },
  {
    name: "bottom_edge_time",
    category: "mouse",
    unit: "share",
    range: [0, 1],
    bounds: EDGE_BOUNDS,
    reason: "Bounds of the sum with top_edge_time: the way to tabs, address bar and task bar.",
    spread: 0.05,
    sentence: "Share of the pointer's moving time spent at the window's bottom edge.",
  },
  {
    name: "idle_percentage",
    category: "mouse",
    unit: "share",
    range: [0, 1],
    bounds: [0.75, 1],
    reason: "Reading and thinking fill more than half of many honest sittings; only near-silence counts.",
    spread: 0.1,
    sentence: "Share of the time at the exam without pointer, key or edit for more than two seconds.",
  },
  {
    name: "avg_mouse_speed",
    category: "mouse",
    unit: "px/ms",
    range: [0, 1_000],
    bounds: null,
    reason: "It depends on the device; it is compared with the student's own.",
    spread: 0.1,
    sentence: "Mean speed of the pointer while it moves.",
  },
  {
    name: "key_press_rate",
    category: "keyboard",
    unit: "per minute",
    range: [0, 6_000],
    bounds: null,
    reason: RHYTHM,
    spread: 40,
    sentence: "Keys pressed in a minute.",
  },
  {
    name: "shortcut_key_ratio",
    category: "keyboard",
    unit: "share",
    range: [0, 1],
    bounds: [0.15, 0.6],
    reason: "People who edit by keyboard reach one key in eight; shortcuts of moved text are left out.",
    spread: 0.05,
    sentence: "Share of the keys pressed that were shortcuts.",
  },
  {
    name: "backspace_ratio",
    category: "keyboard",
    unit: "share",
    range: [0, 1],
    bounds: [0.35, 0.8],
    reason: "Writers erase a tenth of their keys, hesitant ones a quarter.",
    spread: 0.05,
    sentence: "Share of the keys pressed that erased.",
  },
  {
    name: "rapid_key_ratio",
    category: "keyboard",
    unit: "share",
    range: [0, 1],
    bounds: [0.25, 0.7],
    reason: "Rollover and chords put up to a tenth of a fast typist's keys within 25 ms of another.",
    spread: 0.05,
    sentence: "Share of the keys pressed within 25 ms of the key before.",
  },
  {
    name: "clipboard_operation_rate",
    category: "keyboard",
    unit: "per minute",
    range: [0, 600],
    bounds: [0.5, 3],
    reason: "Two copies or pastes in five minutes are nothing; fifteen are the way that the answer is made.",
    spread: 0.2,
    sentence: "Copies and pastes from outside in a minute; text moved within the exam is left out.",
  },
  {
    name: "mean_dwell",
    category: "keyboard",
    unit: "ms",
    range: [0, 2_000],
    bounds: null,
    reason: RHYTHM,
    spread: 6,
    sentence: "How long a key is held, on average.",
  },
  {
    name: "std_dwell",
    category: "keyboard",
    unit: "ms",
    range: [0, 1_000],
    bounds: null,
    reason: RHYTHM,
    spread: 6,
    sentence: "How much the time that keys are held varies.",
  },
  {
    name: "mean_flight",
    category: "keyboard",
    unit: "ms",
    range: [-1_000, 2_000],
    bounds: null,
    reason: RHYTHM,
    spread: 20,
    sentence: "Time from letting one key go to pressing the next, on average, pauses left out.",
  },
  {
    name: "std_flight",
    category: "keyboard",
    unit: "ms",
    range: [0, 1_500],
    bounds: null,
    reason: RHYTHM,
    spread: 25,
    sentence: "How much the time between keys varies, pauses left out.",
  },
  {
    name: "copy_events",
    category: "keyboard",
    unit: "count",
    range: [0, 1_000_000],
    bounds: null,
    reason: "Counted in clipboard_operation_rate.",
    spread: 1,
    sentence: "How often text was copied.",
  },
  {
    name: "paste_events",
    category: "keyboard",
    unit: "count",
    range: [0, 1_000_000],
    bounds: null,
    reason: "Counted in clipboard_operation_rate.",
    spread: 1,
    sentence: "How often text from outside the exam was pasted.",
  },
  {
    name: "blur_count",
    category: "window",
    unit: "count",
    range: [0, 1_000_000],
    bounds: null,
    reason: "Its time counts in total_blur_duration.",
    spread: 1,
    sentence: "How often the exam's window lost the keyboard for a second or more with its tab in view.",
  },
  {
    name: "tab_switch_count",
    category: "window",
    unit: "count",
    range: [0, 1_000_000],
    bounds: [2, 10],
    reason: "Twice in five minutes is a notification or a wrong click.",
    spread: 1,
    sentence: "How often the exam's tab was hidden for a second or more.",
  },
  {
    name: "total_blur_duration",
    category: "window",
    unit: "s",
    range: [0, 2_592_000],
    bounds: [10, 150],
    reason: "Ten seconds see to a notification; half of the time away is counted in full.",
    spread: 5,
    sentence: "Time away from the exam in spells of a second or more; a blur within a hidden tab counts once.",
  },
  {
    name: "rapid_switch_count",
    category: "window",
    unit: "count",
    range: [0, 1_000_000],
    bounds: [1, 8],
    reason: "Going back once for something forgotten is common; to and fro is how text is looked up.",
    spread: 1,
    sentence: "How often the exam was left again within ten seconds of coming back.",
  },
  {
    name: "suspicious_resize_count",
    category: "window",
    unit: "count",
    range: [0, 1_000_000],
    bounds: [1, 5],
    reason: "Once is arranging the desk; again and again makes room for something beside the exam.",
    spread: 1,
    sentence: "How often the window was narrowed to less than 70 % of a wide screen for a second or more.",
  },
  {
    name: "inactivity_time",
    category: "window",
    unit: "s",
    range: [0, 2_592_000],
    bounds: null,
    reason: "Counted in idle_percentage.",
    spread: 20,
    sentence: "Time without any input, in spells of five seconds or more.",
  },
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
