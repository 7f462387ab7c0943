/** How an attempt stands, within the sentence of a refusal. */
export const refusalStates = {
  active: "active",
  paused: "paused",
  locked: "locked",
  expired: "expired",
  submitted: "submitted",
  terminated: "terminated",
} as const;
