/** Signals in a proctor's words. */
export const SIGNAL_NAMES: Record<string, string> = {
  away: "Time away",
  external_text: "Text from outside",
  transcription: "Copied out",
  takeover: "Change of hand",
  automation: "Automated input",
  display: "Screens",
};

/** What each signal looks at. */
export const SIGNAL_MEANINGS: Record<string, string> = {
  away: "Spells of a second and more outside the exam",
  external_text: "Text that arrived without being typed here",
  transcription: "Text that is written down rather than composed",
  takeover: "Rhythm and pointer unlike the student's own beginning",
  automation: "Input that no hand makes",
  display: "Fullscreen left, or more than one screen",
};

const OTHER_NAMES: Record<string, string> = {
  mouse: "Pointer",
  keyboard: "Keyboard",
  window: "Window",
  cohort: "Unlike this exam's others",
  earlier: "Earlier, fading",
  idle_percentage: "Pointer idle",
  top_edge_time: "Pointer at top edge",
  bottom_edge_time: "Pointer at bottom edge",
  std_norm_x: "Pointer spread across",
  std_norm_y: "Pointer spread up and down",
  avg_norm_x: "Pointer place across",
  avg_norm_y: "Pointer place up and down",
  avg_mouse_speed: "Pointer speed",
  shortcut_key_ratio: "Shortcuts",
  clipboard_operation_rate: "Clipboard",
  rapid_key_ratio: "Rapid keys",
  backspace_ratio: "Corrections",
  key_press_rate: "Typing rate",
  mean_dwell: "Key hold",
  std_dwell: "Key hold, spread",
  mean_flight: "Time between keys",
  std_flight: "Time between keys, spread",
  copy_events: "Copies",
  paste_events: "Pastes",
  blur_count: "Times away",
  tab_switch_count: "Tab switches",
  total_blur_duration: "Away lately",
  rapid_switch_count: "Rapid switches",
  suspicious_resize_count: "Window made small",
  inactivity_time: "Inactivity",
};

/**
 * A contribution, signal, category or feature in words; its own name, spelt out, where it is a new one.
 *
 * @example
 * assert.equal(nameInWords("external_text"), "Text from outside");
 * assert.equal(nameInWords("some_new_thing"), "Some new thing");
 */
export function nameInWords(name: string): string {
  const known = SIGNAL_NAMES[name] ?? OTHER_NAMES[name];
  if (known !== undefined) return known;
  const spelt = name.replaceAll("_", " ");
  return spelt.charAt(0).toUpperCase() + spelt.slice(1);
}
