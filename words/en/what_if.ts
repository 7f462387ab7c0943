/** The same record, scored under other weights. */
export const whatIf = {
  scoring: "Scoring the record…",
  failed: "The record could not be scored in this browser. Reload the page.",
  lead:
    "The record so far, {n:entries}, scored again in this browser exactly as on the server. Nothing is changed by what you try.",
  otherVersion: "A part was scored by another version of the scorer",
  otherVersionLead: "Numbers here may differ from those shown at the time.",
  asScored: "As scored",
  whatIf: "What if",
  lineAsScored: "as scored",
  lineWhatIf: "what if",
  summary: "As scored: highest {before}",
  summaryBoth: "Highest {before} as scored, {after} what if",
  weights: "Weights",
  reset: "Reset",
  move: "Move a weight",
  muted: "muted",
  times: "× {weight}",
  timesSaid: "times {weight}",
  points: "Points now",
  share: "Share",
} as const;
