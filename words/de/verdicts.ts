import type { Sentences } from "../words.ts";

export const verdicts: Sentences["verdicts"] = {
  satisfactory: "In Ordnung",
  suspicious: "Auffällig",
  violation: "Regelverstoß",
  not_reviewed: "Nicht geprüft",
};
