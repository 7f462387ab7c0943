/** A reviewer's closing word on an attempt. */
export const verdicts = {
  satisfactory: "Satisfactory",
  suspicious: "Suspicious",
  violation: "Violation",
  not_reviewed: "Not reviewed",
} as const;
