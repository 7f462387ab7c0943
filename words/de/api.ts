import type { Sentences } from "../words.ts";

export const api: Sentences["api"] = {
  title: "API-Referenz",
  lead:
    "Jeder Aufruf und jede Nachricht dieses Servers: wer sie nutzen darf, was sie annimmt und antwortet, und ein Beispiel, das ein Test ausführt.",
  english: "Die Referenz selbst ist auf Englisch.",
  all: "Zur ganzen Referenz",
  parts: "Teile der Referenz",
  onThisPage: "Auf dieser Seite",
  openApi: "Die Aufrufe als OpenAPI-Dokument",
  asyncApi: "Die Sockets als AsyncAPI-Dokument",
  how:
    "Was in geschweiften Klammern steht, setzen Sie ein. Ein Token kommt von POST /api/session, das von Studierenden von POST /start_exam, und geht als Bearer mit. Eine Ablehnung nennt einen Code, eine Meldung und, wo es um ein Feld geht, dessen Pfad; nichts bleibt halb getan zurück.",
  guide: "Eine Anbindung in fünf Minuten",
  toClient: "Der Client für Ihre eigenen Programme",
  client: "Der Client",
  clientSaid:
    "Eine Datei, die nichts weiter lädt, für Browser, Node ab 20 und Deno: jeder Aufruf mit seinen Typen und beide Sockets. Was Studierende tun, bleibt darin, bis der Server es gespeichert hat, auch über Unterbrechungen und Neustarts hinweg. Vor Node 22 braucht er einen WebSocket von Ihnen. Legen Sie beide Dateien neben Ihren Code.",
  parameters: "In der Adresse",
  body: "Inhalt",
  answer: "Antwort",
  nothing: "Kein Inhalt",
  refusals: "Lehnt ab mit",
  example: "Beispiel",
  answered: "Antwortet {status}, {type}",
  fields: "Felder",
};
