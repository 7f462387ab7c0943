/** Signals of the scorer by name: how each is called, and what it looks at. */
export const signals = {
  away: { name: "Time away", meaning: "Spells of a second and more outside the exam" },
  external_text: { name: "Text from outside", meaning: "Text that arrived without being typed here" },
  transcription: { name: "Copied out", meaning: "Text that is written down rather than composed" },
  takeover: { name: "Change of hand", meaning: "Rhythm and pointer unlike the student's own beginning" },
  automation: { name: "Automated input", meaning: "Input that no hand makes" },
  display: { name: "Screens", meaning: "Fullscreen left, or more than one screen" },
  capture: { name: "Recording", meaning: "Whether what was recorded can be all that happened" },
} as const;
