/** What a student says to one reason, while the exam is written. */
export const ownWord = {
  open: "Say something to this",
  hint: "One sentence, such as that the phone rang. Staff read it beside this; it changes no number.",
  missing: "Write a sentence first.",
  send: "Send",
  sent: "Sent. Staff read it beside this.",
} as const;
