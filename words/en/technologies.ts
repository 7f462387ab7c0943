/** Assistive technologies, as they are called within a sentence. */
export const technologies = {
  dictation: "dictation",
  screen_reader: "screen reader",
  switch_access: "switch access",
  motor_impairment: "aids for limited movement",
} as const;
