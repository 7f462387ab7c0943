import { inSeconds, percent, times } from "../signals/sentence.ts";
import { FEATURE_INDEX, type FeatureName, FEATURES } from "./catalogue.ts";
import { Column } from "./columns.ts";

/** What each feature is called at the beginning of a sentence. */
const NAMES: Readonly<Record<FeatureName, string>> = {
  avg_norm_x: "Mean place of the pointer from the left",
  avg_norm_y: "Mean place of the pointer from the top",
  std_norm_x: "Spread of the pointer from side to side",
  std_norm_y: "Spread of the pointer up and down",
  top_edge_time: "Pointer movement at the top edge",
  bottom_edge_time: "Pointer movement at the bottom edge",
  idle_percentage: "Time without input",
  avg_mouse_speed: "Speed of the pointer",
  key_press_rate: "Keys pressed",
  shortcut_key_ratio: "Share of shortcuts",
  backspace_ratio: "Share of erasing keys",
  rapid_key_ratio: "Share of keys within 25 ms of another",
  clipboard_operation_rate: "Copies and pastes from outside",
  mean_dwell: "Time that a key is held",
  std_dwell: "Variation of the time that a key is held",
  mean_flight: "Time between keys",
  std_flight: "Variation of the time between keys",
  copy_events: "Copies",
  paste_events: "Pastes from outside",
  blur_count: "Times that the window lost the keyboard",
  tab_switch_count: "Times that the tab was hidden",
  total_blur_duration: "Time away",
  rapid_switch_count: "Times left again within ten seconds",
  suspicious_resize_count: "Times that the window was narrowed",
  inactivity_time: "Time without any input",
};

/**
 * What a feature is called, for the beginning of a sentence.
 *
 * @example
 * assert.equal(featureTitle("mean_dwell"), "Time that a key is held");
 */
export function featureTitle(name: FeatureName): string {
  return NAMES[name];
}

/**
 * A feature's value with its unit.
 *
 * @example
 * assert.equal(featureValue("mean_dwell", 95.4), "95 ms");
 * assert.equal(featureValue("backspace_ratio", 0.12), "12 %");
 */
export function featureValue(name: FeatureName, value: number): string {
  switch (FEATURES[FEATURE_INDEX[name]].unit) {
    case "share":
      return percent(value);
    case "s":
      return inSeconds(value * 1_000);
    case "ms":
      return `${Math.round(value)} ms`;
    case "px/ms":
      return `${value.toFixed(2)} px/ms`;
    case "per minute":
      return `${Math.round(value * 10) / 10} a minute`;
    case "count":
      return `${Math.round(value * 10) / 10}`;
  }
}

/**
 * What was seen of a rule's feature, a sentence with its numbers.
 *
 * @param coveredMs Time that the value is of, in ms.
 *
 * @example
 * assert.equal(featureSentence("tab_switch_count", 4, 300_000), "The exam's tab was hidden 4 times in the last 5 min.");
 */
export function featureSentence(name: FeatureName, value: number, coveredMs: number): string {
  const last = `the last ${inSeconds(coveredMs)}`;
  switch (name) {
    case "idle_percentage":
      return `No pointer, key or edit in ${percent(value)} of the time at the exam in ${last}.`;
    case "top_edge_time":
      return `${percent(value)} of the pointer's movement in ${last} was at the window's top edge.`;
    case "bottom_edge_time":
      return `${percent(value)} of the pointer's movement in ${last} was at the window's bottom edge.`;
    case "std_norm_x":
      return `The pointer moved far from side to side in ${last}: a spread of ${percent(value)} of the window's width.`;
    case "std_norm_y":
      return `The pointer moved far up and down in ${last}: a spread of ${percent(value)} of the window's height.`;
    case "shortcut_key_ratio":
      return `${percent(value)} of the keys pressed in ${last} were shortcuts.`;
    case "backspace_ratio":
      return `${percent(value)} of the keys pressed in ${last} erased.`;
    case "rapid_key_ratio":
      return `${percent(value)} of the keys pressed in ${last} came within 25 ms of the key before.`;
    case "clipboard_operation_rate":
      return `Text was copied, or pasted from outside, ${times(Math.round(value * 5))} in ${last}.`;
    case "tab_switch_count":
      return `The exam's tab was hidden ${times(value)} in ${last}.`;
    case "total_blur_duration":
      return `Away from the exam for ${inSeconds(value * 1_000)} of ${last}.`;
    case "rapid_switch_count":
      return `The exam was left again within ten seconds of coming back ${times(value)} in ${last}.`;
    case "suspicious_resize_count":
      return `The window was narrowed to make room beside it ${times(value)} in ${last}.`;
    default:
      return `${NAMES[name]} in ${last}: ${featureValue(name, value)}.`;
  }
}

/** The columns that stand behind a feature, where the events that made it can be told apart from the rest. */
export const FEATURE_COLUMNS: Readonly<Partial<Record<FeatureName, readonly number[]>>> = {
  top_edge_time: [Column.top_ms],
  bottom_edge_time: [Column.bottom_ms],
  std_norm_x: [Column.points],
  std_norm_y: [Column.points],
  shortcut_key_ratio: [Column.shortcuts],
  backspace_ratio: [Column.erasures],
  rapid_key_ratio: [Column.rapid],
  clipboard_operation_rate: [Column.copies, Column.outside_pastes],
  tab_switch_count: [Column.tab_switches],
  total_blur_duration: [Column.away_ms],
  rapid_switch_count: [Column.rapid_switches],
  suspicious_resize_count: [Column.resizes],
};
