/** Contributions that are neither signals nor features, and what each comes from. */
export const contributions = {
  names: {
    mouse: "Pointer",
    keyboard: "Keyboard",
    window: "Window",
    cohort: "Unlike this exam's others",
    earlier: "Earlier, fading",
  },
  kinds: {
    mouse: "pointer rules",
    keyboard: "keyboard rules",
    window: "window rules",
    anomaly: "compared with what is usual",
    signal: "signal",
    history: "what is left of before",
  },
} as const;
