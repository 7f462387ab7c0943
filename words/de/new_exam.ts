import type { Sentences } from "../words.ts";

export const newExam: Sentences["newExam"] = {
  title: "Neue Prüfung",
  document: "Dokument der Prüfung",
  documentHint:
    "JSON mit code, title, duration_minutes und questions; roster, staff und policy, wenn Sie sie brauchen.",
  placeholder: "Biologie",
  submit: "Prüfung veröffentlichen",
  cancel: "Abbrechen",
  file: "oder Datei wählen",
  fileRead: "{file} ist gelesen. Veröffentlichen Sie sie, oder ändern Sie sie vorher.",
  fileUnreadable: "{file} lässt sich nicht lesen. Wählen Sie das JSON-Dokument der Prüfung.",
  fileNotJson: "{file} ist kein Prüfungsdokument: {reason}",
  nothing: "Fügen Sie das JSON-Dokument der Prüfung ein, oder wählen Sie seine Datei.",
  notJson: "Das ist kein JSON: {reason}",
  published: "{code} ist veröffentlicht",
  shownOnce:
    "Diese Zugangscodes und Passwörter werden nur einmal gezeigt. Notieren Sie sie jetzt: Der Server behält nur ihre Hashwerte.",
  tokens: "Persönliche Zugangscodes",
  student: "Prüfling",
  number: "Nummer",
  token: "Persönlicher Zugangscode",
  accounts: "Neue Konten",
  account: "Konto",
  firstPassword: "Erstes Passwort",
  done: "Fertig",
};
