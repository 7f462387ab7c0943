import type { Sentences } from "../words.ts";

export const what_if: Sentences["what_if"] = {
  scoring: "Die Aufzeichnung wird bewertet …",
  failed: "Die Aufzeichnung konnte in diesem Browser nicht bewertet werden. Laden Sie die Seite neu.",
  lead:
    "Die Aufzeichnung bis jetzt, {n:entries}, in diesem Browser noch einmal bewertet, genau wie auf dem Server. Was Sie hier ausprobieren, ändert nichts.",
  other_version: "Ein Teil wurde mit einer anderen Version der Bewertung berechnet",
  other_version_lead: "Die Zahlen hier können von denen abweichen, die damals gezeigt wurden.",
  as_scored: "Wie bewertet",
  what_if: "Was wäre wenn",
  line_as_scored: "wie bewertet",
  line_what_if: "was wäre wenn",
  summary: "Wie bewertet: höchstens {before}",
  summary_both: "Höchstens {before} wie bewertet, {after} was wäre wenn",
  weights: "Gewichte",
  reset: "Zurücksetzen",
  move: "Ändern Sie ein Gewicht",
  muted: "stumm",
  times: "× {weight}",
  times_said: "mal {weight}",
  points: "Punkte jetzt",
  share: "Anteil",
};
