import type { Sentences } from "../words.ts";

export const attemptStates: Sentences["attemptStates"] = {
  active: "Aktiv",
  paused: "Pausiert",
  locked: "Gesperrt",
  expired: "Zeit um",
  submitted: "Abgegeben",
  terminated: "Beendet",
};
