/** Where students put their own words beside what was recorded of their exam. */
export const ownStatement = {
  title: "Your own words",
  lead:
    "Was something unusual, or should somebody know how you worked? Say it here. The exam's staff read it beside what was recorded, and it changes no mark by itself.",
  label: "What you want to say",
  hint: "Once sent, it stays as it is. You can send more.",
  missing: "Write what you want to say.",
  send: "Send",
  sent: "Sent. The exam's staff can read it now.",
  before: "What you have said",
  removed: "The words were removed when their time was over.",
} as const;
