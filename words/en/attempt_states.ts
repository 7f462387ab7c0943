/** How an attempt stands, or a student without one. */
export const attemptStates = {
  waiting: "Waits",
  expected: "Not here yet",
  active: "Active",
  paused: "Paused",
  locked: "Locked",
  expired: "Time over",
  submitted: "Submitted",
  terminated: "Ended",
} as const;
