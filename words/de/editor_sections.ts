import type { Sentences } from "../words.ts";

export const editorSections: Sentences["editorSections"] = {
  add: "Abschnitt hinzufügen",
  newTitle: "Abschnitt {number}",
  title: "Abschnitt",
  start: "Beginnt bei",
  question: "Frage {number}",
  none: "Noch keine Frage",
  remove: "Abschnitt entfernen",
  text: "Text des Abschnitts",
  textHint: "Steht über seiner ersten Frage und bleibt bei den anderen zur Hand.",
  going: {
    title: "Der Weg durch die Fragen",
    legend: "Kann man zurückgehen?",
    ways: {
      free: { name: "Ja, beliebig", meaning: "Jede Antwort lässt sich ändern, bis die Prüfung abgegeben ist." },
      forward: {
        name: "Nein, nur vorwärts",
        meaning:
          "Eine verlassene Frage lässt sich nicht mehr ändern. Das steht vor der Teilnahme da, und vor dem Verlassen ohne Antwort wird gefragt.",
      },
    },
  },
};
