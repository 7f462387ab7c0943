/** What is taken into account of the student who reads it, and how they ask for a person. */
export const support = {
  title: "For you",
  taken: "Taken into account: {list}.",
  extraTime: "{percent:share} more time",
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
