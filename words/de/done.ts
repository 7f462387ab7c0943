import type { Sentences } from "../words.ts";

export const done: Sentences["done"] = {
  by: "{done} ({by})",
  why: "{done}: {reason}",
  byStudent: "Prüfling",
  bySystem: "System",
  byPerson: "{name}",
  kinds: {
    started: "Begonnen",
    paused: "Pausiert",
    resumed: "Fortgesetzt",
    locked: "Gesperrt",
    released: "Freigegeben",
    extended: "Verlängert",
    extendedBy: "Um {minutes:minutes} verlängert",
    noticed: "Benachrichtigt",
    warned: "Verwarnt",
    messaged: "Nachricht gesendet",
    answeredLate: "Antworten kamen mit der Abgabe, nicht rechtzeitig: behalten, nicht übernommen",
    taken_over: "Über eine andere Verbindung fortgesetzt: anderes Gerät, anderer Browser oder anderes Netz",
    handed_over: "Arbeit, die nach der Nachfrist kam, wurde angenommen, nicht übernommen",
    answered: "Die letzten Antworten kamen mit der Abgabe",
    expired: "Zeit abgelaufen",
    submitted: "Abgegeben",
    terminated: "Beendet",
    ended: "Beendet",
  },
};
