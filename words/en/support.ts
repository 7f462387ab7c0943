/** What is taken into account of the student who reads it, and how they ask for a person. */
export const support = {
  title: "For you",
  taken: "Taken into account: {list}.",
  extraTime: "{percent:share} more time",
  extraMinutes: "{minutes:minutes} more",
  breaks: "breaks of {minutes:minutes}: ask for one",
  /** Of breaks that need no asking. */
  ownBreak: {
    take: "Take a break: {left} left",
    hint: "Your time stands still, and the paper is covered until you are back.",
    usedUp: "Your time for breaks is used up. You can ask a proctor for one.",
  },
  noBreakOffline: "Not connected: a break cannot begin now. Try again in a moment.",
  more: "other adjustments",
  declared: "You said that you use: {list}. Proctors can see it.",
  ask: "Ask a proctor",
  about: "What do you need?",
  needs: {
    break: "A break",
    accommodation: "Something to be taken into account",
    other: "Something else",
  },
  words: "In your words (optional)",
  send: "Ask",
  cancel: "Cancel",
  asked: "Proctors were told. Keep going meanwhile.",
  offline: "Not connected: nobody can be told now. Try again in a moment.",
} as const;
