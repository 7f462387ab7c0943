import type { Sentences } from "../words.ts";

export const ownStatement: Sentences["ownStatement"] = {
  title: "Ihre eigenen Worte",
  lead:
    "War etwas ungewöhnlich, oder soll jemand wissen, wie Sie gearbeitet haben? Sagen Sie es hier. Wer für die Prüfung zuständig ist, liest es neben der Aufzeichnung. Von selbst ändert es keine Bewertung.",
  label: "Was Sie sagen möchten",
  hint: "Was gesendet ist, bleibt, wie es ist. Sie können noch etwas nachreichen.",
  missing: "Schreiben Sie, was Sie sagen möchten.",
  send: "Senden",
  sent: "Gesendet. Wer für die Prüfung zuständig ist, kann es jetzt lesen.",
  before: "Was Sie gesagt haben",
  removed: "Die Worte wurden nach Ablauf ihrer Frist entfernt.",
};
