import type { Sentences } from "../words.ts";

export const docs: Sentences["docs"] = {
  title: "Dokumentation",
  lead:
    "Wie man hier Prüfungen schreibt, beaufsichtigt, durchsieht, erstellt und betreibt, wie ein Risikowert entsteht und wie oft er falsch liegt.",
  english: "Die Dokumente sind auf Englisch.",
  reference: "Jeder REST-Aufruf und jede Nachricht der Sockets: die API-Referenz",
  readers: {
    students: "Für Studierende",
    proctors: "Für Aufsichten",
    reviewers: "Für alle, die Prüfungen durchsehen",
    instructors: "Für Lehrende",
    privacyOfficers: "Für Datenschutzbeauftragte",
    operators: "Für den Betrieb",
    everyone: "Der Risikowert und seine Fehlerquoten",
    developers: "Für die Entwicklung",
    decisions: "Warum es so gebaut ist",
  },
  all: "Alle Dokumente",
  documents: "Dokumente",
  onThisPage: "Auf dieser Seite",
  neighbours: "Davor und danach",
  previous: "Davor",
  next: "Weiter",
};
