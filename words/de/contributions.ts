import type { Sentences } from "../words.ts";

export const contributions: Sentences["contributions"] = {
  names: {
    mouse: "Zeiger",
    keyboard: "Tastatur",
    window: "Fenster",
    cohort: "Anders als die übrigen Versuche",
    earlier: "Früheres, abklingend",
  },
  kinds: {
    mouse: "Zeigerregeln",
    keyboard: "Tastaturregeln",
    window: "Fensterregeln",
    anomaly: "Vergleich mit dem Üblichen",
    signal: "Signal",
    history: "Rest von zuvor",
  },
};
