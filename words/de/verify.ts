import type { Sentences } from "../words.ts";

export const verify: Sentences["verify"] = {
  title: "Belege prüfen",
  lead:
    "Wählen Sie den signierten Nachweis eines Prüflings oder den Export einer Prüfung. Die Datei wird in diesem Browser gelesen und geprüft; nichts davon wird irgendwohin gesendet.",
  noScript:
    "Diese Seite braucht JavaScript: Damit prüft Ihr Browser die Datei selbst und sendet sie nirgendwohin. Erlauben Sie es für diese Seite.",
  file: "Datei",
  fileHint: "Sie endet auf .ndjson.",
  drop: "Oder hierher ziehen.",
  more: "Wer hat signiert?",
  moreMeaning:
    "Eine Datei nennt den Schlüssel, mit dem sie signiert ist, und jeder kann einen Schlüssel machen. Eine Quittung des Prüflings oder der Schlüssel des Servers, von einem Ort, dem Sie trauen, sagt, dass es der richtige ist.",
  key: "Schlüssel des Servers",
  keyHint: "Was /.well-known/invigil-evidence.json auf dem Server der Prüfung antwortet, oder der Schlüssel selbst.",
  receipts: "Quittungen",
  receiptsHint:
    "Je 24 Gruppen zu 8 Zeichen, wie der Prüfling sie aufbewahrt. Die von der Abgabe und die auf /evidence gelten beide.",
  check: "Prüfen",
  checking: "Wird geprüft…",
  missing: "Wählen Sie eine Datei.",
  unreadable: {
    key: "Was im Feld für den Schlüssel steht, ist kein Schlüssel.",
    receipts: "Was im Feld für Quittungen steht, ist keine Quittung.",
    file: "Die Datei ließ sich nicht lesen.",
  },
  misfit: "Sie passt nicht",
  misfitMeaning:
    "Die Datei ist nicht, was der Server geschrieben hat: Sie wurde geändert, abgeschnitten, neu zusammengesetzt oder ist von anderer Art. Die erste Stelle, die nicht passt:",
  misfitLine: "Zeile {line:plain}",
  misfitEntry: "Zeile {line:plain}, hinter Eintrag {n:plain}",
  fits: "Alles passt",
  proofOf: "Nachweis von {student}, Prüfung „{title}“",
  proofWhen: "Geschrieben {from} bis {to}, mitgenommen {at}.",
  proofRunning: "Begonnen {from}, mitgenommen {at}.",
  writing:
    "{typed:characters} nach und nach getippt, {arrived:characters} in längeren Stücken, {gone:characters} gelöscht.",
  risk: "Risiko {peak} von 100 im höchsten Fall, {risk} am Ende. Eine Zahl zum Hinsehen, kein Urteil.",
  replayed: "Jede Bewertung folgt aus der Aufzeichnung: Sie wurde hier neu gerechnet und ist dieselbe.",
  notReplayed: "Eine andere Version hat bewertet, darum wurde hier nicht nachgerechnet.",
  entries:
    "{whole:plain} Einträge ganz, {told:plain} ohne den Namen, wer es tat, {hidden:plain} der Aufsicht allein als Prüfsumme.",
  exportOf: "Export der Prüfung „{title}“",
  exportHolds: "{attempts:attempts}, {entries:plain} Einträge in {lines:plain} Zeilen.",
  exportNotReplayed: "Davon hat {n:attempts} eine andere Version bewertet; dort wurde nicht nachgerechnet.",
  keyConfirmed: "Der Schlüssel ist bestätigt.",
  keyUnconfirmed:
    "Der Schlüssel ist nicht bestätigt: Ihn nennt nur die Datei selbst. Geben Sie den Schlüssel des Servers oder eine Quittung an.",
  keyIs: "Signiert mit dem Schlüssel {key}",
  receiptsFit: "Quittungen, die passen: {n:plain}",
  hash: "Prüfsumme der letzten Zeile: {hash}",
  replay: "Wie die Antworten entstanden",
  replayLead: "Aus der Datei abgespielt. Die Fragen stehen nicht darin.",
};
