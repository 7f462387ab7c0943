import type { Sentences } from "../words.ts";

export const statements: Sentences["statements"] = {
  title: "Was der Prüfling dazu sagt",
  none: "Es gibt keine Stellungnahme.",
  about: "zu {time}",
  removed: "Die Worte wurden nach ihrer Frist entfernt.",
};
