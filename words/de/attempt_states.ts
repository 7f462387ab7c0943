import type { Sentences } from "../words.ts";

export const attemptStates: Sentences["attemptStates"] = {
  waiting: "Wartet",
  expected: "Noch nicht da",
  active: "Aktiv",
  paused: "Pausiert",
  locked: "Gesperrt",
  expired: "Zeit um",
  submitted: "Abgegeben",
  terminated: "Beendet",
};
