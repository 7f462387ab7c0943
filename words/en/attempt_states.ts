/** How an attempt stands. */
export const attemptStates = {
  active: "Active",
  paused: "Paused",
  locked: "Locked",
  expired: "Time over",
  submitted: "Submitted",
  terminated: "Ended",
} as const;
