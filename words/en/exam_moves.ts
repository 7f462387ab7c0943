/** What is asked before an exam is archived, opened again or brought back: in the editor and in the list of exams. */
export const examMoves = {
  archiving: {
    title: "Archive this exam?",
    lead: "It leaves the list and keeps all it has. You find it again under “Show archived”.",
    leadOpen:
      "It closes: nobody else can begin, and whoever is writing goes on until their time is up. It leaves the list and keeps all it has; you find it again under “Show archived”.",
    submit: "Archive",
    cancel: "Keep it",
  },
  reopening: {
    title: "Reopen this exam?",
    lead:
      "Students can begin again, as long as its times allow. Right answers and feedback that students can read already are held back until it is closed.",
    submit: "Reopen the exam",
    cancel: "Leave it closed",
    done: "The exam is open again.",
  },
  restoring: {
    title: "Bring this exam back?",
    lead:
      "It is in the list again, and open: students can begin, as long as its times allow. If they should not, close it in the editor.",
    submit: "Bring back and open",
    cancel: "Leave it archived",
  },
} as const;
