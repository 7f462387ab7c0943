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

  pages: { one: "{n} Seite", other: "{n} Seiten" },
  questions: { one: "{n} Frage", other: "{n} Fragen" },
  questionsNotAnswered: { one: "{n} Frage ist nicht beantwortet", other: "{n} Fragen sind nicht beantwortet" },
  questionsFlagged: { one: "{n} Frage ist für später vorgemerkt", other: "{n} Fragen sind für später vorgemerkt" },
  points: { one: "{n} Punkt", other: "{n} Punkte" },
  pieces: { one: "{n} Stück", other: "{n} Stücken" },
  files: { one: "{n} Datei", other: "{n} Dateien" },
  characters: { other: "{n} Zeichen" },
  answersBlank: { one: "{n} leere Antwort", other: "{n} leere Antworten" },
  answersChosen: { one: "{n} Auswahl", other: "{n} Auswahlen" },
  words: { one: "{n} Wort", other: "{n} Wörter" },

  exams: { one: "{n} Prüfung", other: "{n} Prüfungen" },
  errors: { one: "{n} Fehler", other: "{n} Fehler" },
  hints: { one: "{n} Hinweis", other: "{n} Hinweise" },
  links: { one: "{n} persönlicher Link", other: "{n} persönliche Links" },
  students: { one: "{n} Prüfling", other: "{n} Prüflinge" },
  studentsWait: { one: "{n} Prüfling wartet", other: "{n} Prüflinge warten" },
  waitingAway: { one: "{n} davon ist nicht verbunden", other: "{n} davon sind nicht verbunden" },
  unreadWords: { one: "{n} ungelesenes Wort", other: "{n} ungelesene Worte" },
  attempts: { one: "{n} Versuch", other: "{n} Versuche" },
  openAlerts: { one: "{n} offene Meldung", other: "{n} offene Meldungen" },
  staffNotes: { one: "{n} Notiz für das Personal", other: "{n} Notizen für das Personal" },
  ownWords: { one: "Der Prüfling hat etwas gesagt", other: "Der Prüfling hat {n}-mal etwas gesagt" },
  openFlags: { one: "{n} offene Markierung", other: "{n} offene Markierungen" },
  smallerShares: { one: "{n} kleinerer Anteil", other: "{n} kleinere Anteile" },
  entries: { one: "{n} Eintrag", other: "{n} Einträge" },
  strokes: { one: "{n} Anschlag", other: "{n} Anschläge" },
  bursts: { one: "{n} Schreibschub", other: "{n} Schreibschübe" },
  marksChanged: { one: "{n} Bewertung änderte sich", other: "{n} Bewertungen änderten sich" },
  corrections: { one: "{n} Korrektur", other: "{n} Korrekturen" },
  insertions: { one: "{n} Einfügung", other: "{n} Einfügungen" },
  edits: { one: "{n} Eingabe", other: "{n} Eingaben" },
  keys: { one: "{n} Taste", other: "{n} Tasten" },

  // Until one may try again.
  aWait: { "=1": "einer Sekunde", other: "{n} Sekunden" },

  changesNotPublished: {
    one: "{n} Änderung ist noch nicht veröffentlicht",
    other: "{n} Änderungen sind noch nicht veröffentlicht",
  },
  studentsWriting: { one: "{n} Prüfling schreibt", other: "{n} Prüflinge schreiben" },
  questionsByHand: {
    one: "{n} Frage wird von Hand bewertet",
    other: "{n} Fragen werden von Hand bewertet",
  },
  marksChange: {
    one: "{n} Bewertung durch den Schlüssel ändert sich",
    other: "{n} Bewertungen durch den Schlüssel ändern sich",
  },
};
