import type { Sentences } from "../words.ts";

export const signals: Sentences["signals"] = {
  away: { name: "Abwesenheit", meaning: "Zeiten von einer Sekunde und mehr außerhalb der Prüfung" },
  external_text: { name: "Text von außerhalb", meaning: "Text, der hier nicht getippt wurde" },
  transcription: { name: "Abgeschrieben", meaning: "Text, der eher abgeschrieben als verfasst ist" },
  takeover: { name: "Handwechsel", meaning: "Rhythmus und Zeiger anders als zu Beginn dieses Versuchs" },
  automation: { name: "Automatische Eingabe", meaning: "Eingaben, wie sie keine Hand macht" },
  display: { name: "Bildschirme", meaning: "Vollbild verlassen oder mehr als ein Bildschirm" },
  capture: { name: "Aufzeichnung", meaning: "Ob das Aufgezeichnete alles gewesen sein kann" },
};
