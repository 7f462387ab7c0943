import type { Counted } from "../words.ts";

export const counted: Counted = {
  number: { other: "{n}" },
  percent: { other: "{n} %" },
  times: { "=1": "einmal", "=2": "zweimal", other: "{n}-mal" },

  seconds: { other: "{n} s" },
  minutes: { other: "{n} min" },
  hours: { other: "{n} h" },
  days: { other: "{n} T" },
  fullMinutes: { one: "{n} Minute", other: "{n} Minuten" },
  fullHours: { one: "{n} Stunde", other: "{n} Stunden" },
  fullDays: { one: "{n} Tag", other: "{n} Tage" },

  questions: { one: "{n} Frage", other: "{n} Fragen" },
  questionsNotAnswered: { one: "{n} Frage ist nicht beantwortet", other: "{n} Fragen sind nicht beantwortet" },
  questionsFlagged: { one: "{n} Frage ist für später vorgemerkt", other: "{n} Fragen sind für später vorgemerkt" },
  points: { one: "{n} Punkt", other: "{n} Punkte" },
  pieces: { one: "{n} Stück", other: "{n} Stücken" },
  characters: { other: "{n} Zeichen" },
  answersChosen: { one: "{n} Auswahl", other: "{n} Auswahlen" },
  words: { one: "{n} Wort", other: "{n} Wörter" },

  exams: { one: "{n} Prüfung", other: "{n} Prüfungen" },
  students: { one: "{n} Prüfling", other: "{n} Prüflinge" },
  attempts: { one: "{n} Versuch", other: "{n} Versuche" },
  alerts: { one: "{n} Meldung", other: "{n} Meldungen" },
  openAlerts: { one: "{n} offene Meldung", other: "{n} offene Meldungen" },
  openFlags: { one: "{n} offene Markierung", other: "{n} offene Markierungen" },
  smallerShares: { one: "{n} kleinerer Anteil", other: "{n} kleinere Anteile" },
  entries: { one: "{n} Eintrag", other: "{n} Einträge" },
  strokes: { one: "{n} Anschlag", other: "{n} Anschläge" },
  bursts: { one: "{n} Schreibschub", other: "{n} Schreibschübe" },
  corrections: { one: "{n} Korrektur", other: "{n} Korrekturen" },
  insertions: { one: "{n} Einfügung", other: "{n} Einfügungen" },
  edits: { one: "{n} Eingabe", other: "{n} Eingaben" },
  keys: { one: "{n} Taste", other: "{n} Tasten" },

  // Until one may try again.
  aWait: { "=1": "einer Sekunde", other: "{n} Sekunden" },
};
