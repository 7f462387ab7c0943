import type { Sentences } from "../words.ts";

export const examPaper: Sentences["examPaper"] = {
  title: "Auf Papier",
  pageTitle: "{exam} · Auf Papier",
  lead:
    "Ein Aushang für den Saal, und die Fragen für alle, die nicht am Computer schreiben können. Richtige Antworten stehen nicht darin.",
  print: "Drucken",
  shown: "Was gedruckt wird",
  parts: { both: "Beides", notice: "Aushang", questions: "Fragen" },
  slips: "Zettel mit persönlichen Links",
  draft: "Diese Prüfung ist ein Entwurf: Adresse und Code öffnen nichts, bis sie veröffentlicht ist.",
  closed: "Diese Prüfung ist geschlossen: Niemand kann ihr jetzt beitreten.",
  noZone:
    "Diese Prüfung nennt keine Zeitzone, daher stehen ihre Zeiten in UTC. Wählen Sie eine in ihren Einstellungen.",
  pooled:
    "Jeder Prüfling bekommt einige Fragen aus jedem Pool. Hier stehen alle: Streichen Sie, was nicht beantwortet werden soll.",
  noneTitle: "Noch keine Fragen",
  noneLead: "Sie stehen hier mit Platz zum Schreiben, sobald es welche gibt.",
  write: "Fragen schreiben",
  notice: {
    kind: "Prüfung",
    opens: "Öffnet {at}",
    closes: "Schließt {at}",
    duration: "{minutes:fullMinutes} Zeit zum Schreiben",
    address: "Öffnen Sie diese Adresse",
    code: "oder geben Sie diesen Code unter {address} ein",
    scan: "oder scannen Sie dies",
    steps: "Was zu tun ist",
    open:
      "Öffnen Sie die Adresse auf dem Gerät, mit dem Sie schreiben, oder scannen Sie das Quadrat mit seiner Kamera.",
    byCode: "Geben Sie Ihren Namen ein. Halten Sie Ihre Nummer bereit, falls Sie eine haben.",
    byLink: "Halten Sie den Zettel mit Ihrem persönlichen Link bereit: Die Seite fragt danach.",
    begin: "Lesen Sie, was aufgezeichnet wird, stimmen Sie zu und beginnen Sie. Von da an läuft Ihre Zeit.",
    letIn:
      "Lesen Sie, was aufgezeichnet wird, stimmen Sie zu und treten Sie bei. Die Aufsicht lässt Sie ein; von da an läuft Ihre Zeit.",
    trouble:
      "Wenn etwas nicht geht, schreiben Sie weiter und heben Sie die Hand: Ihre Arbeit bleibt auf dem Gerät erhalten.",
  },
  sheet: {
    label: "Fragen auf Papier",
    name: "Name",
    number: "Nummer",
    total: "{questions:questions}, zusammen {points:points}",
    question: "Frage {number}",
    words: { between: "{min} bis {max:words}", least: "Mindestens {min:words}", most: "Höchstens {max:words}" },
    order: "Nummerieren Sie dies in der richtigen Reihenfolge, mit 1 für das Erste.",
    match: "Schreiben Sie neben jedes den Buchstaben dessen, was dazugehört.",
    file: "Diese Frage verlangt Dateien, die auf Papier nicht gehen. Fragen Sie die Aufsicht, wie Sie sie abgeben.",
    end: "Ende der Prüfung",
  },
};
