/** How an attempt stands, within the sentence of a refusal. */
export const refusalStates = {
  waiting: "waiting to be let in",
  active: "active",
  paused: "paused",
  locked: "locked",
  expired: "expired",
  submitted: "submitted",
  terminated: "terminated",
} as const;
