/** The same record, scored under other weights. */
export const what_if = {
  scoring: "Scoring the record…",
  failed: "The record could not be scored in this browser. Reload the page.",
  lead:
    "The record so far, {n:entries}, scored again in this browser exactly as on the server. Nothing is changed by what you try.",
  other_version: "A part was scored by another version of the scorer",
  other_version_lead: "Numbers here may differ from those shown at the time.",
  as_scored: "As scored",
  what_if: "What if",
  line_as_scored: "as scored",
  line_what_if: "what if",
  summary: "As scored: highest {before}",
  summary_both: "Highest {before} as scored, {after} what if",
  weights: "Weights",
  reset: "Reset",
  move: "Move a weight",
  muted: "muted",
  times: "× {weight}",
  times_said: "times {weight}",
  points: "Points now",
  share: "Share",
} as const;
