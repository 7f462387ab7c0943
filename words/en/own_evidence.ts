/** What was recorded of an exam, for its own student. */
export const ownEvidence = {
  title: "What was recorded of your exam",
  lead: "Once your exam is over, this page shows you what was recorded while you wrote, and what was made of it.",
  noScript:
    "This page needs JavaScript: by it your browser fetches what was recorded of your exam. Allow it for this page.",
  meaning:
    "This is what the exam's staff see too. The numbers decide nothing: a person looks at them, and hears you. No camera was used. Your answers were recorded as you wrote them; beyond them, neither which keys you pressed nor what you had copied.",
  when: "{from} to {to} · {state}",
  byLink:
    "This page was opened by a link from the exam's staff. In this tab it stays open until {until}. Whoever has the link can read the page, so keep it to yourself.",
  none:
    "This browser knows of no exam that you have sat. Open this page on the device that you wrote on, or ask the exam's staff for a link.",
  choose: "Which exam?",
  risk: {
    title: "Risk, and its reasons",
    notShown: "This exam does not show its risk to students.",
    numbers: "{peak} of 100 at its highest, {end} at the end",
    meaning:
      "Risk says how far the way you wrote differs from what is usual. It can be wrong: illness, a different keyboard, a bad network or a way of working of your own can raise it.",
    nothing: "Nothing stood out.",
    marked: "Marked: {note}",
    markedByPerson: "Somebody of the staff marked this moment.",
    points: "{points} points of the risk at the end",
    look: "Look at {time}",
    incomparable: "These signals say nothing here, since the way you wrote cannot be compared: {signals}.",
  },
  replay: {
    title: "How your answers came to be",
    lead: "Played from the record alone: what you typed, deleted, moved, and what arrived in one piece.",
    open: "Show how my answers came to be",
    removed: "The record was removed when its time was over.",
  },
  proof: {
    title: "An account to take away",
    meaning:
      "This file is your own proof of how your answers came to be: every step that was recorded, signed by the server. Anybody can check it, and nobody can change it unnoticed. It holds your answers and your name, so give it only to people who should read them.",
    take: "Take the signed account",
    none:
      "There is no account to take away: the exam shows its students no risk, or the record was removed when its time was over.",
    receipt: "Your receipt, which confirms the account. Keep it somewhere else:",
    check: "Check an account",
  },
  deeds: {
    title: "What was done",
    by: { student: "by you", system: "by the system", staff: "by staff" },
  },
} as const;
