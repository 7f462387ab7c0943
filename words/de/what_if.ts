import type { Sentences } from "../words.ts";

export const whatIf: Sentences["whatIf"] = {
  opens:
    "Dieselbe Aufzeichnung, mit anderen Gewichten bewertet oder so, als wäre ein Hilfsmittel bekannt gewesen. Die festgehaltene Bewertung bleibt.",
  open: "Anders bewerten",
  try: "Ausprobieren",
  presets: {
    recorded: "Wie aufgezeichnet",
    no_outside: "Ohne Text von außerhalb",
    no_away: "Ohne Abwesenheit und Fensterwechsel",
    no_rhythm: "Ohne den Rhythmus der Tasten",
    no_pointer: "Ohne den Zeiger",
    no_screens: "Ohne Bildschirme und Vollbild",
    with: "Als wäre „{technology}“ bekannt gewesen",
    own: "Eigene Gewichte",
  },
  scoring: "Die Aufzeichnung wird bewertet …",
  failed: "Die Aufzeichnung konnte in diesem Browser nicht bewertet werden. Laden Sie die Seite neu.",
  lead:
    "Die Aufzeichnung bis jetzt, {n:entries}, in diesem Browser noch einmal bewertet, genau wie auf dem Server. Was Sie hier ausprobieren, ändert nichts.",
  otherVersion: "Ein Teil wurde mit einer anderen Version der Bewertung berechnet",
  otherVersionLead: "Die Zahlen hier können von denen abweichen, die damals gezeigt wurden.",
  asScored: "Wie bewertet",
  whatIf: "Was wäre wenn",
  lineAsScored: "wie bewertet",
  lineWhatIf: "was wäre wenn",
  summary: "Wie bewertet: höchstens {before}",
  summaryBoth: "Höchstens {before} wie bewertet, {after} was wäre wenn",
  weights: "Gewichte",
  reset: "Zurücksetzen",
  move: "Ändern Sie ein Gewicht",
  muted: "stumm",
  times: "× {weight}",
  timesSaid: "mal {weight}",
  points: "Punkte jetzt",
  share: "Anteil",
};
