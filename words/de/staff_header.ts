import type { Sentences } from "../words.ts";

export const staffHeader: Sentences["staffHeader"] = {
  main: "Hauptmenü",
  exams: "Prüfungen",
  bank: "Fragen",
  admin: "Verwaltung",
  help: "Hilfe",
  account: "Konto",
  viewer: "{name} · {role}",
  signOut: "Abmelden",
  signOutAsk:
    "Nicht gespeicherte Änderungen an Prüfungen oder Bewertungen liegen nur auf diesem Gerät. Mit dem Abmelden werden sie verworfen.",
};
