import type { Sentences } from "../words.ts";

export const refusalStates: Sentences["refusalStates"] = {
  waiting: "noch nicht eingelassen",
  active: "im Gange",
  paused: "unterbrochen",
  locked: "gesperrt",
  expired: "abgelaufen",
  submitted: "abgegeben",
  terminated: "beendet",
};
