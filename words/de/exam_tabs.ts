import type { Sentences } from "../words.ts";

export const examTabs: Sentences["examTabs"] = {
  pages: "Seiten dieser Prüfung",
  people: "Personen",
  edit: "Prüfung",
  room: "Raum",
  marking: "Bewertung",
  review: "Durchsicht",
  overview: "Überblick",
  results: "Ergebnisse",
};
