import type { Sentences } from "../words.ts";

export const examMoves: Sentences["examMoves"] = {
  archiving: {
    title: "Diese Prüfung archivieren?",
    lead: "Sie verlässt die Liste und behält alles, was sie hat. Sie finden sie unter „Archivierte zeigen“ wieder.",
    leadOpen:
      "Sie wird geschlossen: Niemand kann mehr beginnen, und wer schreibt, schreibt bis zum Ende der eigenen Zeit weiter. Sie verlässt die Liste und behält alles, was sie hat; Sie finden sie unter „Archivierte zeigen“ wieder.",
    submit: "Archivieren",
    cancel: "Behalten",
  },
  reopening: {
    title: "Diese Prüfung wieder öffnen?",
    lead:
      "Prüflinge können wieder beginnen, solange ihre Zeiten es zulassen. Richtige Antworten und Rückmeldungen, die schon zu lesen sind, werden zurückgehalten, bis sie geschlossen ist.",
    submit: "Wieder öffnen",
    cancel: "Geschlossen lassen",
    done: "Die Prüfung ist wieder offen.",
  },
  restoring: {
    title: "Diese Prüfung zurückholen?",
    lead:
      "Sie steht wieder in der Liste und ist offen: Prüflinge können beginnen, solange ihre Zeiten es zulassen. Sollen sie das nicht, schließen Sie sie im Editor.",
    submit: "Zurückholen und öffnen",
    cancel: "Im Archiv lassen",
  },
};
