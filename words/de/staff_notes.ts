import type { Sentences } from "../words.ts";

export const staffNotes: Sentences["staffNotes"] = {
  title: "Notizen für das Personal",
  lead:
    "Nur das Personal der Prüfung liest sie. Das Protokoll hält fest, dass etwas notiert wurde; die Worte lassen sich entfernen.",
  add: "Notiz hinzufügen",
  label: "Notiz",
  save: "Notiz speichern",
  missing: "Schreiben Sie zuerst eine Notiz",
  removed: "Die Worte dieser Notiz wurden entfernt.",
  kept: "Notiz gespeichert.",
};
