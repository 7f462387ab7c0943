import type { Sentences } from "../words.ts";

export const support: Sentences["support"] = {
  title: "Für Sie",
  taken: "Berücksichtigt: {list}.",
  extraTime: "{percent:share} mehr Zeit",
  more: "weitere Anpassungen",
  declared: "Sie haben angegeben: {list}. Die Aufsicht kann es sehen.",
  ask: "Aufsicht rufen",
  about: "Was brauchen Sie?",
  needs: {
    break: "Eine Pause",
    accommodation: "Dass etwas berücksichtigt wird",
    other: "Etwas anderes",
  },
  words: "In Ihren Worten (freiwillig)",
  send: "Rufen",
  cancel: "Abbrechen",
  asked: "Die Aufsicht weiß Bescheid. Machen Sie solange weiter.",
  offline: "Keine Verbindung: Gerade kann niemand Bescheid bekommen. Versuchen Sie es gleich noch einmal.",
};
