import type { Sentences } from "../words.ts";

export const staffHeader: Sentences["staffHeader"] = {
  main: "Hauptmenü",
  exams: "Prüfungen",
  admin: "Verwaltung",
  account: "Konto",
  viewer: "{name} · {role}",
  signOut: "Abmelden",
};
