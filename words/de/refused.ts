import type { Sentences } from "../words.ts";

export const refused: Sentences["refused"] = {
  unreachable: "Der Prüfungsserver ist nicht erreichbar. Prüfen Sie das Netz, und versuchen Sie es noch einmal.",
  not_answered: "Der Prüfungsserver hat nicht geantwortet. Prüfen Sie das Netz und versuchen Sie es noch einmal.",
  unexpected:
    "Auf dem Prüfungsserver ist etwas schiefgegangen. Warten Sie einen Moment, und versuchen Sie es noch einmal.",
};
