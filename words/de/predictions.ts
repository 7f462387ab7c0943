import type { Sentences } from "../words.ts";

export const predictions: Sentences["predictions"] = {
  low: "Niedriges Risiko: Hier ist wenig ungewöhnlich. {simulated}",
  medium: "Mittleres Risiko: Einiges ist ungewöhnlich und einen Blick wert. {simulated}",
  high: "Hohes Risiko erkannt: Vieles ist ungewöhnlich; ein Mensch sollte hinsehen. {simulated}",
  simulated: "Die Modelle dahinter wurden nur mit simulierten Sitzungen trainiert.",
};
