import type { Sentences } from "../words.ts";

export const calls: Sentences["calls"] = {
  loading: "Wird geladen …",
  unreachable: "Der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  not_answered: "Der Server hat nicht geantwortet. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  not_understood: "Der Server hat etwas geantwortet, das diese Seite nicht versteht. Laden Sie die Seite neu.",
  failed: "Der Server hat mit Status {status} geantwortet. Versuchen Sie es noch einmal.",
  strange_entry: "Das Protokoll enthält einen Eintrag, den diese Seite nicht versteht. Laden Sie die Seite neu.",
};
