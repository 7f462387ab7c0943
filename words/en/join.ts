/** The page that asks for an exam's code. */
export const join = {
  title: "Join an exam",
  lead: "You will see what is captured, and why, before anything starts.",
  unknownTitle: "No exam has this code",
  unknown: "{code} opens no exam that can be joined now. Check it letter by letter, or ask whoever gave it to you.",
  /** A code whose exam is over, for whoever comes late. */
  closedTitle: "This code opens no exam now",
  closed:
    "The exam with the code {code} is closed. If you should still sit it, ask whoever gave you the code. If you have sat it, your result is on the page “Your result”, in the browser that you sat it in or by your personal link.",
} as const;
