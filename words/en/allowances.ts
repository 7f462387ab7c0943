/** What is taken into account of a student: as proctors see and grant it. */
export const allowances = {
  title: "Accommodations",
  none: "Nothing is taken into account.",
  extraTime: "{percent:share} more time",
  muted: "not considered: {names}",
  reweighed: "weighed otherwise: {names}",
  declared: "In the student's own word: uses {technologies}. It is no accommodation by itself.",
  change: "Change…",
  grantBreak: "Grant a break…",
  changed: "Changed, from now on.",
  breakGranted: "Granted. The exam stands still until the break is over.",
  dialog: {
    title: "Accommodations: {name}",
    lead: "They count from now on. What was scored before stays as it is.",
    extraTime: "More time, in percent of the exam's",
    extraTimeWrong: "Enter a number between 0 and {most}",
    technologies: "Assistive technologies",
    signals: "Signals that are not considered",
    signalsBy: "Only an instructor can change these.",
    reason: "Reason (optional)",
    reasonHint: "For staff alone: the student does not read it, and no export has it in clear.",
    submit: "Allow from now on",
  },
  breakDialog: {
    title: "Grant a break: {name}",
    lead:
      "The exam stands still and nothing is captured. The deadline moves by the break; the student may come back earlier.",
    minutes: "Minutes",
    minutesWrong: "Enter minutes between 1 and {most}",
    submit: "Grant the break",
  },
} as const;
