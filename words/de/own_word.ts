import type { Sentences } from "../words.ts";

export const ownWord: Sentences["ownWord"] = {
  open: "Etwas dazu sagen",
  hint: "Ein Satz, etwa dass das Telefon geklingelt hat. Das Personal liest ihn hierneben; er ändert keine Zahl.",
  missing: "Schreiben Sie zuerst einen Satz.",
  send: "Senden",
  sent: "Gesendet. Das Personal liest es hierneben.",
};
