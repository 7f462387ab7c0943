import type { Sentences } from "../words.ts";

export const join: Sentences["join"] = {
  title: "An einer Prüfung teilnehmen",
  lead: "Bevor etwas beginnt, sehen Sie, was erfasst wird und warum.",
  unknownTitle: "Zu diesem Code gibt es keine Prüfung",
  unknown:
    "{code} öffnet keine Prüfung, an der man jetzt teilnehmen kann. Prüfen Sie den Code Zeichen für Zeichen, oder fragen Sie die Person, die ihn Ihnen gegeben hat.",
  closedTitle: "Dieser Code öffnet jetzt keine Prüfung",
  closed:
    "Die Prüfung mit dem Code {code} ist geschlossen. Wenn Sie sie noch schreiben sollen, fragen Sie die Person, die Ihnen den Code gegeben hat. Wenn Sie sie geschrieben haben, steht Ihr Ergebnis auf der Seite „Ihr Ergebnis“: in dem Browser, in dem Sie sie geschrieben haben, oder mit Ihrem persönlichen Link.",
};
