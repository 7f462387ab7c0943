/** The page that asks for an exam's code. */
export const join = {
  title: "Join an exam",
  lead: "You will see what is captured, and why, before anything starts.",
  unknownTitle: "No exam has this code",
  unknown: "{code} opens no exam that can be joined now. Check it letter by letter, or ask whoever gave it to you.",
} as const;
