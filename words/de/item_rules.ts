import type { Sentences } from "../words.ts";

export const itemRules: Sentences["itemRules"] = {
  singleChoice: "Alle Punkte für die richtige Wahl.",
  rightMinusWrong: "Punkte für jede richtige Wahl, abgezogen für jede falsche, nie unter 0.",
  allOrNothing: "Alle Punkte, wenn genau das Richtige gewählt ist, sonst keine.",
  trueFalse: "Alle Punkte für das richtige Wort.",
  numeric: "Alle Punkte innerhalb der Toleranz, ihre Grenzen eingeschlossen.",
  numericUnits:
    "Alle Punkte innerhalb der Toleranz in jeder der Einheiten. Eine fehlende oder andere Einheit gibt den Anteil, der hier steht.",
  shortText: "Alle Punkte für eine Antwort, die gilt. Leerzeichen davor, danach und dazwischen zählen nicht.",
  shortTextLoose:
    "Alle Punkte für eine Antwort, die gilt. Groß- und Kleinschreibung und Leerzeichen davor, danach und dazwischen zählen nicht.",
  matching: "Punkte für jedes richtige Paar.",
  ordering: "Punkte für das, was in der richtigen Reihenfolge steht, abgezogen für das in der falschen, nie unter 0.",
  cloze: "Punkte für jede richtige Lücke.",
  byHand: "Wird von Hand bewertet.",
  noKey: "Wird von Hand bewertet, solange keine richtige Antwort angegeben ist.",
};
