/** The page that asks for an exam's code. */
export const join = {
  title: "Join an exam",
  lead: "You will see what is captured, and why, before anything starts.",
  unknownTitle: "This code opens no exam now",
  unknown:
    "{code} is the code of no exam that can be joined now: it may be closed, or written differently. Check it letter by letter, or ask whoever gave it to you.",
} as const;
