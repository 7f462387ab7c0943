/**
 * Features of the scorer by name: how each is called in a sentence and in a list, and how its value is said.
 */
export const features = {
  avg_norm_x: {
    name: "mean place of the pointer from the left",
    short: "Pointer place across",
    value: "{value:share}",
  },
  avg_norm_y: {
    name: "mean place of the pointer from the top",
    short: "Pointer place up and down",
    value: "{value:share}",
  },
  std_norm_x: {
    name: "spread of the pointer from side to side",
    short: "Pointer spread across",
    value: "{value:share}",
  },
  std_norm_y: {
    name: "spread of the pointer up and down",
    short: "Pointer spread up and down",
    value: "{value:share}",
  },
  top_edge_time: { name: "pointer movement at the top edge", short: "Pointer at top edge", value: "{value:share}" },
  bottom_edge_time: {
    name: "pointer movement at the bottom edge",
    short: "Pointer at bottom edge",
    value: "{value:share}",
  },
  idle_percentage: { name: "time without input", short: "Pointer idle", value: "{value:share}" },
  avg_mouse_speed: { name: "speed of the pointer", short: "Pointer speed", value: "{value:hundredths} px/ms" },
  key_press_rate: { name: "keys pressed", short: "Typing rate", value: "{value:upToTenths} a minute" },
  shortcut_key_ratio: { name: "share of shortcuts", short: "Shortcuts", value: "{value:share}" },
  backspace_ratio: { name: "share of erasing keys", short: "Corrections", value: "{value:share}" },
  rapid_key_ratio: { name: "share of keys within 25 ms of another", short: "Rapid keys", value: "{value:share}" },
  clipboard_operation_rate: {
    name: "copies and pastes from outside",
    short: "Clipboard",
    value: "{value:upToTenths} a minute",
  },
  mean_dwell: { name: "time that a key is held", short: "Key hold", value: "{value:plain} ms" },
  std_dwell: { name: "variation of the time that a key is held", short: "Key hold, spread", value: "{value:plain} ms" },
  mean_flight: { name: "time between keys", short: "Time between keys", value: "{value:plain} ms" },
  std_flight: {
    name: "variation of the time between keys",
    short: "Time between keys, spread",
    value: "{value:plain} ms",
  },
  copy_events: { name: "copies", short: "Copies", value: "{value:upToTenths}" },
  paste_events: { name: "pastes from outside", short: "Pastes", value: "{value:upToTenths}" },
  blur_count: { name: "times that the window lost the keyboard", short: "Times away", value: "{value:upToTenths}" },
  tab_switch_count: { name: "times that the tab was hidden", short: "Tab switches", value: "{value:upToTenths}" },
  total_blur_duration: { name: "time away", short: "Away lately", value: "{value:inSeconds}" },
  rapid_switch_count: {
    name: "times left again within ten seconds",
    short: "Rapid switches",
    value: "{value:upToTenths}",
  },
  suspicious_resize_count: {
    name: "times that the window was narrowed",
    short: "Window made small",
    value: "{value:upToTenths}",
  },
  inactivity_time: { name: "time without any input", short: "Inactivity", value: "{value:inSeconds}" },
} as const;
