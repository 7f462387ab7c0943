import type { Sentences } from "../words.ts";

export const done: Sentences["done"] = {
  by: "{done} ({by})",
  why: "{done}: {reason}",
  by_student: "Prüfling",
  by_system: "System",
  by_person: "{name}",
  kinds: {
    started: "Begonnen",
    paused: "Pausiert",
    resumed: "Fortgesetzt",
    locked: "Gesperrt",
    released: "Freigegeben",
    extended: "Verlängert",
    extended_by: "Um {minutes:minutes} verlängert",
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
