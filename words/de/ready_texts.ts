import type { Sentences } from "../words.ts";

export const readyTexts: Sentences["readyTexts"] = {
  calm: "Alles ist in Ordnung. Bitte arbeiten Sie weiter.",
  stay: "Bitte bleiben Sie auf der Seite der Prüfung.",
  network:
    "Ihre Verbindung war ein paar Mal weg. Was Sie schreiben, bleibt erhalten; bitte bleiben Sie auf dieser Seite.",
  hand: "Bitte heben Sie die Hand: Eine Aufsicht kommt zu Ihnen.",
  quiet: "Bitte seien Sie leise, damit alle arbeiten können.",
  corrected: "Eine Frage wurde berichtigt: ",
};
