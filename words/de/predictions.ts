import type { Sentences } from "../words.ts";

export const predictions: Sentences["predictions"] = {
  low: "Niedriges Risiko: Hier ist wenig ungewöhnlich.",
  medium: "Mittleres Risiko: Einiges ist ungewöhnlich und einen Blick wert.",
  high: "Hohes Risiko erkannt: Vieles ist ungewöhnlich; ein Mensch sollte hinsehen.",
  too_little: "Niedriges Risiko, aber es wurde zu wenig gemessen, um etwas zu sagen.",
  rests_on: "Es beruht auf: {fields}.",
  rests_on_nothing: "Nichts in diesen Feldern trägt dazu bei.",
  learnt_from:
    "Gelernt aus dem Live-Wert simulierter Sitzungen und aufgezeichneten Schreibens mit simulierten Ereignissen; der " +
    "Live-Wert sieht mehr.",
};
