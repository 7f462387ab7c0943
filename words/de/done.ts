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
    onBreak: "Pause von {minutes:minutes} gewährt",
    accommodated: "Nachteilsausgleich geändert",
    called: "Um eine Aufsicht gebeten",
    noticed: "Benachrichtigt",
    warned: "Verwarnt",
    messaged: "Nachricht gesendet",
    answered: "Die letzten Antworten kamen mit der Abgabe",
    expired: "Zeit abgelaufen",
    submitted: "Abgegeben",
    terminated: "Beendet",
    ended: "Beendet",
  },
};
