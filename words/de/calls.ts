import type { Sentences } from "../words.ts";

export const calls: Sentences["calls"] = {
  loading: "Wird geladen …",
  unreachable: "Der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  not_answered: "Der Server hat nicht geantwortet. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  not_understood: "Der Server hat etwas geantwortet, das diese Seite nicht versteht. Laden Sie die Seite neu.",
  failed: "Der Server hat mit Status {status} geantwortet. Versuchen Sie es noch einmal.",
  strange_entry: "Das Protokoll enthält einen Eintrag, den diese Seite nicht versteht. Laden Sie die Seite neu.",
  signedOut:
    "Sie sind abgemeldet. Melden Sie sich in einem anderen Tab wieder an und versuchen Sie es hier noch einmal: Was Sie geschrieben haben, steht noch auf dieser Seite.",
  partNotLoaded: "Dieser Teil der Seite konnte nicht geladen werden. Prüfen Sie die Verbindung.",
  again: "Noch einmal versuchen",
  pager: { label: "Seiten der Liste", place: "{from}–{to} von {n}", before: "Zurück", after: "Weiter" },
};
