/** Features of the scorer by name: how each is called in a list, and what it measures. */
export const featureTitles = {
  avg_norm_x: {
    name: "Pointer place across",
    meaning: "Mean horizontal place of the pointer, as a share of the window's width.",
  },
  avg_norm_y: {
    name: "Pointer place up and down",
    meaning: "Mean vertical place of the pointer, as a share of the window's height.",
  },
  std_norm_x: {
    name: "Pointer spread across",
    meaning: "How widely the pointer moves from left to right, as a standard deviation.",
  },
  std_norm_y: {
    name: "Pointer spread up and down",
    meaning: "How widely the pointer moves up and down, as a standard deviation.",
  },
  top_edge_time: {
    name: "Pointer at top edge",
    meaning: "Share of the pointer's moving time spent at the window's top edge.",
  },
  bottom_edge_time: {
    name: "Pointer at bottom edge",
    meaning: "Share of the pointer's moving time spent at the window's bottom edge.",
  },
  idle_percentage: {
    name: "Pointer idle",
    meaning: "Share of the time at the exam without pointer, key or edit for more than two seconds.",
  },
  avg_mouse_speed: { name: "Pointer speed", meaning: "Mean speed of the pointer while it moves." },
  key_press_rate: { name: "Typing rate", meaning: "Keys pressed in a minute." },
  shortcut_key_ratio: { name: "Shortcuts", meaning: "Share of the keys pressed that were shortcuts." },
  backspace_ratio: { name: "Corrections", meaning: "Share of the keys pressed that erased." },
  rapid_key_ratio: { name: "Rapid keys", meaning: "Share of the keys pressed within 25 ms of the key before." },
  clipboard_operation_rate: {
    name: "Clipboard",
    meaning: "Copies and pastes from outside in a minute; text moved within the exam is left out.",
  },
  mean_dwell: { name: "Key hold", meaning: "How long a key is held, on average." },
  std_dwell: { name: "Key hold, spread", meaning: "How much the time that keys are held varies." },
  mean_flight: {
    name: "Time between keys",
    meaning: "Time from letting one key go to pressing the next, on average, pauses left out.",
  },
  std_flight: { name: "Time between keys, spread", meaning: "How much the time between keys varies, pauses left out." },
  copy_events: { name: "Copies", meaning: "How often text was copied." },
  paste_events: { name: "Pastes", meaning: "How often text from outside the exam was pasted." },
  blur_count: {
    name: "Times away",
    meaning: "How often the exam's window lost the keyboard for a second or more with its tab in view.",
  },
  tab_switch_count: { name: "Tab switches", meaning: "How often the exam's tab was hidden for a second or more." },
  total_blur_duration: {
    name: "Away lately",
    meaning: "Time away from the exam in spells of a second or more; a blur within a hidden tab counts once.",
  },
  rapid_switch_count: {
    name: "Rapid switches",
    meaning: "How often the exam was left again within ten seconds of coming back.",
  },
  suspicious_resize_count: {
    name: "Window made small",
    meaning: "How often the window was narrowed to less than 70 % of a wide screen for a second or more.",
  },
  inactivity_time: { name: "Inactivity", meaning: "Time without any input, in spells of five seconds or more." },
} as const;
