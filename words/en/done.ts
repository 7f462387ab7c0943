/** What staff, student or system did to an attempt, by whom and why. */
export const done = {
  by: "{done} {by}",
  why: "{done}: {reason}",
  by_student: "by the student",
  by_system: "by the system",
  by_person: "by {name}",
  kinds: {
    started: "Started",
    paused: "Paused",
    resumed: "Resumed",
    locked: "Locked",
    released: "Released",
    extended: "Extended by {minutes:minutes}",
    warned: "Warned",
    messaged: "Messaged",
    answered: "Last answers came with the submission",
    expired: "Time over",
    submitted: "Submitted",
    terminated: "Ended",
  },
} as const;
