import type { Sentences } from "../words.ts";

export const staff_header: Sentences["staff_header"] = {
  main: "Hauptmenü",
  exams: "Prüfungen",
  admin: "Verwaltung",
  account: "Konto",
  viewer: "{name} · {role}",
  sign_out: "Abmelden",
};
