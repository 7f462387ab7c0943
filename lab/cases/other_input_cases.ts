import type { Random } from "../../scoring/models/random.ts";
import { between, chance, logNormal } from "../simulation/distributions.ts";
import { fillerSentence } from "../simulation/filler_text.ts";
import { NO_ACCOMMODATIONS } from "./accommodated.ts";
import type { Case } from "./case.ts";
import { Desk } from "./desk.ts";
import { entriesOf } from "./entries.ts";
import { sit } from "./sit.ts";

const SENTENCES = 28;

/** Text that honest people enter otherwise than by the keys of a desk's keyboard. */
export const OTHER_INPUT_CASES: readonly Case[] = [
  entered(
    "phone_keyboard",
    "a telephone's keyboard, which composes every word and names no key",
    "touch",
    (desk, word, random) => {
      for (let letter = 0; letter < word.length; letter++) {
        desk.key("other", logNormal(random, 210, 0.35), null);
        desk.edit(letter, letter + 1, "composition");
      }
      desk.key("other", logNormal(random, 240, 0.3), null);
      desk.edit(0, 1, "typing");
    },
  ),
  entered(
    "tablet_keyboard",
    "a tablet's keyboard: letters inserted, some words corrected by it",
    "touch",
    (desk, word, random) => {
      for (let letter = 0; letter < word.length; letter++) {
        desk.key("letter", logNormal(random, 200, 0.35), null);
        desk.edit(0, 1, "typing");
      }
      if (chance(random, 0.1)) desk.edit(word.length, word.length + Math.round(between(random, -1, 1)), "replacement");
      desk.key("space", logNormal(random, 220, 0.3), null);
      desk.edit(0, 1, "typing");
    },
  ),
  entered("swiped", "words swiped over a telephone's keyboard, each inserted whole", "touch", (desk, word, random) => {
    desk.wait(logNormal(random, 850, 0.35));
    desk.edit(0, word.length + 1, "composition");
    if (chance(random, 0.06)) {
      desk.wait(logNormal(random, 1_200, 0.3));
      desk.edit(word.length + 1, word.length + 2, "composition");
    }
  }),
  entered(
    "composed_characters",
    "an input method: letters compose a reading, which becomes two characters",
    "mouse",
    (desk, word, random) => {
      for (let letter = 0; letter < word.length; letter++) {
        desk.key("other", logNormal(random, 170, 0.35), logNormal(random, 100, 0.2));
        desk.edit(letter, letter + 1, "composition");
      }
      desk.key("space", logNormal(random, 380, 0.4), logNormal(random, 95, 0.2));
      desk.edit(word.length, 2, "composition");
    },
  ),
  entered("handwritten", "a pen whose writing becomes words", "pen", (desk, word, random) => {
    desk.wait(logNormal(random, 300, 0.3) * (word.length + 1));
    desk.edit(0, word.length + 1, "typing");
  }),
  {
    name: "dictated",
    is: "dictation that the institution granted",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "simulation",
    make: (_, random) => ({
      ...dictating(random),
      context: { accommodations: { ...NO_ACCOMMODATIONS, technologies: ["dictation"] } },
    }),
  },
  {
    name: "dictation_declared",
    is: "dictation that the student declared",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "simulation",
    make: (_, random) => ({ ...dictating(random), context: { declared: ["dictation"] } }),
  },
];

function entered(
  name: string,
  is: string,
  pointer: "mouse" | "touch" | "pen",
  enter: (desk: Desk, word: string, random: Random) => void,
): Case {
  return {
    name,
    is,
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "simulation",
    make: sit((desk, _, random) => {
      tap(desk, random, pointer);
      for (let sentence = 0; sentence < SENTENCES; sentence++) {
        desk.wait(logNormal(random, 6_000, 0.7));
        if (chance(random, 0.5)) tap(desk, random, pointer);
        for (const word of fillerSentence(random).split(" ")) {
          if (chance(random, 0.12)) desk.wait(logNormal(random, 1_500, 0.6));
          enter(desk, word, random);
        }
      }
    }),
  };
}

/** Presses into the answer. */
function tap(desk: Desk, random: Random, pointer: "mouse" | "touch" | "pen"): void {
  desk.wait(logNormal(random, 600, 0.3));
  desk.click(
    between(random, 0.1, 0.9),
    between(random, 0.2, 0.5),
    between(random, 40, 110),
    between(random, 0.05, 0.9),
    pointer,
  );
}

function dictating(random: Random): ReturnType<Case["make"]> {
  const desk = new Desk();
  for (let sentence = 0; sentence < SENTENCES; sentence++) {
    desk.wait(logNormal(random, 6_000, 0.6));
    const words = fillerSentence(random).split(" ");
    while (words.length > 0) {
      const phrase = words.splice(0, Math.round(between(random, 2, 7))).join(" ");
      desk.wait(300 + phrase.length * 70);
      desk.edit(0, phrase.length + 1, "dictation");
    }
  }
  return { entries: entriesOf(desk.events) };
}
