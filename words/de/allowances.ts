import type { Sentences } from "../words.ts";

export const allowances: Sentences["allowances"] = {
  title: "Nachteilsausgleich",
  none: "Es wird nichts berücksichtigt.",
  extraTime: "{percent:share} mehr Zeit",
  extraMinutes: "{minutes:minutes} mehr",
  breaks: "Pausen von {minutes:minutes}",
  ownBreaks: "Pausen ohne zu fragen, zusammen {minutes:minutes}",
  someBreaks: "Pausen von {minutes:minutes}, bis zu {count}",
  muted: "nicht berücksichtigt: {names}",
  reweighed: "anders gewichtet: {names}",
  declared: "Eigene Angabe des Prüflings: {technologies}. Für sich ist das kein Nachteilsausgleich.",
  change: "Ändern …",
  grantBreak: "Pause gewähren …",
  changed: "Geändert, von jetzt an.",
  breakGranted: "Gewährt. Die Prüfung steht still, bis die Pause vorbei ist.",
  dialog: {
    title: "Nachteilsausgleich: {name}",
    lead: "Er gilt von jetzt an. Was vorher bewertet wurde, bleibt, wie es ist.",
    extraTime: "Mehr Zeit, in Prozent der Prüfungsdauer",
    extraTimeWrong: "Geben Sie eine Zahl zwischen 0 und {most} ein",
    technologies: "Hilfsmittel",
    signals: "Signale, die nicht berücksichtigt werden",
    signalsBy: "Das kann nur die Prüfungsleitung ändern.",
    reason: "Grund (freiwillig)",
    reasonHint: "Nur für das Personal: Der Prüfling liest ihn nicht, und kein Export enthält ihn im Klartext.",
    submit: "Von jetzt an gewähren",
  },
  breakDialog: {
    title: "Pause gewähren: {name}",
    lead:
      "Die Prüfung steht still und nichts wird erfasst. Das Ende verschiebt sich um die Pause; der Prüfling darf früher zurückkommen.",
    minutes: "Minuten",
    minutesWrong: "Geben Sie Minuten zwischen 1 und {most} ein",
    submit: "Pause gewähren",
  },
};
