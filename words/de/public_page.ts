import type { Sentences } from "../words.ts";

export const publicPage: Sentences["publicPage"] = {
  navigation: "Hauptmenü",
  places: {
    demo: "Demo",
    docs: "Doku",
    verify: "Belege",
    join: "Beitreten",
    staff: "Anmeldung für Lehrende",
    staffShort: "Lehrende",
  },
  docs: "Dokumentation",
  api: "API",
  privacy: "Datenschutz",
  principle: "Ein Wert ist ein Anlass hinzusehen, nie ein Urteil. Es entscheidet ein Mensch.",
  noScript:
    "Eine Prüfung braucht JavaScript: Damit werden Ihre Antworten gespeichert, während Sie schreiben. Erlauben Sie es für diese Seite.",
  social: {
    line: "Prüfungen im Browser, beaufsichtigt ohne Kamera",
    picture: "Invigil: Prüfungen im Browser, beaufsichtigt ohne Kamera",
  },
  problem: {
    title: "Das kann nicht angezeigt werden",
    toFirstPage: "Zur Startseite",
  },
};
