/**
 * Features of the scorer by name: how each is called in a sentence and in a list, how its value is
 * said, and what it measures.
 */
export const features = {
  avg_norm_x: {
    name: "mean place of the pointer from the left",
    short: "Pointer place across",
    value: "{value:share}",
    meaning: "Mean horizontal place of the pointer, as a share of the window's width.",
  },
  avg_norm_y: {
    name: "mean place of the pointer from the top",
    short: "Pointer place up and down",
    value: "{value:share}",
    meaning: "Mean vertical place of the pointer, as a share of the window's height.",
  },
  std_norm_x: {
    name: "spread of the pointer from side to side",
    short: "Pointer spread across",
    value: "{value:share}",
    meaning: "How widely the pointer moves from left to right, as a standard deviation.",
  },
  std_norm_y: {
    name: "spread of the pointer up and down",
    short: "Pointer spread up and down",
    value: "{value:share}",
    meaning: "How widely the pointer moves up and down, as a standard deviation.",
  },
  top_edge_time: {
    name: "pointer movement at the top edge",
    short: "Pointer at top edge",
    value: "{value:share}",
    meaning: "Share of the pointer's moving time spent at the window's top edge.",
  },
  bottom_edge_time: {
    name: "pointer movement at the bottom edge",
    short: "Pointer at bottom edge",
    value: "{value:share}",
    meaning: "Share of the pointer's moving time spent at the window's bottom edge.",
  },
  idle_percentage: {
    name: "time without input",
    short: "Pointer idle",
    value: "{value:share}",
    meaning: "Share of the time at the exam without pointer, key or edit for more than two seconds.",
  },
  avg_mouse_speed: {
    name: "speed of the pointer",
    short: "Pointer speed",
    value: "{value:hundredths} px/ms",
    meaning: "Mean speed of the pointer while it moves.",
  },
  key_press_rate: {
    name: "keys pressed",
    short: "Typing rate",
    value: "{value:upToTenths} a minute",
    meaning: "Keys pressed in a minute.",
  },
  shortcut_key_ratio: {
    name: "share of shortcuts",
    short: "Shortcuts",
    value: "{value:share}",
    meaning: "Share of the keys pressed that were shortcuts.",
  },
  backspace_ratio: {
    name: "share of erasing keys",
    short: "Corrections",
    value: "{value:share}",
    meaning: "Share of the keys pressed that erased.",
  },
  rapid_key_ratio: {
    name: "share of keys within 25 ms of another",
    short: "Rapid keys",
    value: "{value:share}",
    meaning: "Share of the keys pressed within 25 ms of the key before.",
  },
  clipboard_operation_rate: {
    name: "copies and pastes from outside",
    short: "Clipboard",
    value: "{value:upToTenths} a minute",
    meaning: "Copies and pastes from outside in a minute; text moved within the exam is left out.",
  },
  mean_dwell: {
    name: "time that a key is held",
    short: "Key hold",
    value: "{value:plain} ms",
    meaning: "How long a key is held, on average.",
  },
  std_dwell: {
    name: "variation of the time that a key is held",
    short: "Key hold, spread",
    value: "{value:plain} ms",
    meaning: "How much the time that keys are held varies.",
  },
  mean_flight: {
    name: "time between keys",
    short: "Time between keys",
    value: "{value:plain} ms",
    meaning: "Time from letting one key go to pressing the next, on average, pauses left out.",
  },
  std_flight: {
    name: "variation of the time between keys",
    short: "Time between keys, spread",
    value: "{value:plain} ms",
    meaning: "How much the time between keys varies, pauses left out.",
  },
  copy_events: { name: "copies", short: "Copies", value: "{value:upToTenths}", meaning: "How often text was copied." },
  paste_events: {
    name: "pastes from outside",
    short: "Pastes",
    value: "{value:upToTenths}",
    meaning: "How often text from outside the exam was pasted.",
  },
  blur_count: {
    name: "times that the window lost the keyboard",
    short: "Times away",
    value: "{value:upToTenths}",
    meaning: "How often the exam's window lost the keyboard for a second or more with its tab in view.",
  },
  tab_switch_count: {
    name: "times that the tab was hidden",
    short: "Tab switches",
    value: "{value:upToTenths}",
    meaning: "How often the exam's tab was hidden for a second or more.",
  },
  total_blur_duration: {
    name: "time away",
    short: "Away lately",
    value: "{value:inSeconds}",
    meaning: "Time away from the exam in spells of a second or more; a blur within a hidden tab counts once.",
  },
  rapid_switch_count: {
    name: "times left again within ten seconds",
    short: "Rapid switches",
    value: "{value:upToTenths}",
    meaning: "How often the exam was left again within ten seconds of coming back.",
  },
  suspicious_resize_count: {
    name: "times that the window was narrowed",
    short: "Window made small",
    value: "{value:upToTenths}",
    meaning: "How often the window was narrowed to less than 70 % of a wide screen for a second or more.",
  },
  inactivity_time: {
    name: "time without any input",
    short: "Inactivity",
    value: "{value:inSeconds}",
    meaning: "Time without any input, in spells of five seconds or more.",
  },
} as const;
