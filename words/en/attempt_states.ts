/** How an attempt stands. */
export const attempt_states = {
  active: "Active",
  paused: "Paused",
  locked: "Locked",
  expired: "Time over",
  submitted: "Submitted",
  terminated: "Ended",
} as const;
