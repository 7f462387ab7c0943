import type { Sentences } from "../words.ts";

export const docsSearch: Sentences["docsSearch"] = {
  label: "In der Dokumentation suchen",
  hint:
    "Gesucht wird auf Englisch, in Titeln, Überschriften und Texten. Enter öffnet den ersten Treffer, die Pfeiltasten führen durch die anderen.",
  button: "Suchen",
  found: "Gefunden: {n:plain}",
  nothing: "Nichts enthält auch nur die Hälfte dieser Wörter. Versuchen Sie es mit weniger oder kürzeren.",
  results: "Was gefunden wurde",
};
