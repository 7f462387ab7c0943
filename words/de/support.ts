import type { Sentences } from "../words.ts";

export const support: Sentences["support"] = {
  title: "Für Sie",
  taken: "Berücksichtigt: {list}.",
  extraTime: "{percent:share} mehr Zeit",
  extraMinutes: "{minutes:minutes} mehr",
  breaks: "Pausen von {minutes:minutes}: fragen Sie danach",
  ownBreak: {
    take: "Pause machen: noch {left}",
    hint: "Ihre Zeit steht still, und die Aufgaben sind verdeckt, bis Sie zurück sind.",
    usedUp: "Ihre Zeit für Pausen ist aufgebraucht. Sie können die Aufsicht um eine bitten.",
  },
  noBreakOffline: "Nicht verbunden: Eine Pause kann jetzt nicht beginnen. Versuchen Sie es gleich noch einmal.",
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
