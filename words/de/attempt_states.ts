import type { Sentences } from "../words.ts";

export const attempt_states: Sentences["attempt_states"] = {
  active: "Aktiv",
  paused: "Pausiert",
  locked: "Gesperrt",
  expired: "Zeit um",
  submitted: "Abgegeben",
  terminated: "Beendet",
};
