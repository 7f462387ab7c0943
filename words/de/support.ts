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
    accommodation: "Etwas soll berücksichtigt werden",
    other: "Etwas anderes",
  },
  words: "In Ihren Worten (freiwillig)",
  send: "Rufen",
  cancel: "Abbrechen",
  asked: "Die Aufsicht weiß Bescheid. Machen Sie solange weiter.",
  offline: "Keine Verbindung: Die Aufsicht kann gerade nicht gerufen werden. Versuchen Sie es gleich noch einmal.",
};
