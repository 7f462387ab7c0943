import { between, logNormal } from "../simulation/distributions.ts";
import type { Carrier } from "./carrier.ts";
import type { Case } from "./case.ts";
import { Desk } from "./desk.ts";
import { entriesOf } from "./entries.ts";
import { sit } from "./sit.ts";
import type { Random } from "../../scoring/models/random.ts";

/** Every so many strokes an honest writer does something with text that is already there. */
const EVERY_STROKES = 220;

/** Text of one's own, or of the paper, that moves. */
export const OWN_TEXT_CASES: readonly Case[] = [
  own("own_text_cut", "sentences cut and pasted elsewhere", (desk, random) => {
    const length = desk.cut(Math.round(between(random, 60, 200)));
    desk.wait(logNormal(random, 1_200, 0.4));
    desk.paste(length, "exam");
  }),
  own("own_text_copied", "sentences copied and pasted elsewhere", (desk, random) => {
    const length = Math.min(Math.round(between(random, 60, 160)), desk.length);
    desk.copy(length);
    desk.wait(logNormal(random, 1_200, 0.4));
    desk.paste(length, "exam");
  }),
  own("own_text_dragged", "sentences dragged elsewhere with the mouse", (desk, random) => {
    desk.wait(logNormal(random, 1_500, 0.3));
    const length = desk.edit(Math.round(between(random, 60, 200)), 0, "drop");
    desk.edit(0, length, "drop");
  }),
  own("own_text_undone", "a paragraph undone and done again", (desk, random) => {
    desk.shortcut();
    const length = desk.edit(Math.round(between(random, 40, 250)), 0, "history");
    desk.wait(logNormal(random, 1_500, 0.4));
    desk.shortcut();
    desk.edit(0, length, "history");
  }),
  {
    name: "paper_quoted",
    is: "passages of the paper copied into the answer, 120 characters each",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "writers",
    make: (carrier, random) => {
      const desk = new Desk();
      whileWriting(desk, carrier, () => {
        const length = Math.round(between(random, 90, 150));
        desk.copy(length);
        desk.wait(logNormal(random, 1_500, 0.4));
        desk.paste(length, "exam");
      }, 500);
      return { entries: entriesOf(desk.events), context: { paper_characters: 6_000 } };
    },
  },
  own("words_corrected", "a spell checker that replaces a word now and then", (desk, random) => {
    const length = Math.round(between(random, 4, 11));
    desk.edit(length, length + Math.round(between(random, -1, 2)), "replacement");
  }),
  own("lines_repeated", "an answer in code, with own lines copied and changed", (desk, random) => {
    const length = Math.min(Math.round(between(random, 25, 60)), desk.length);
    desk.copy(length);
    desk.wait(logNormal(random, 900, 0.4));
    desk.paste(length, "exam");
  }),
];

function own(name: string, is: string, move: (desk: Desk, random: Random) => void): Case {
  return {
    name,
    is,
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "writers_with_dwell",
    make: sit((desk, carrier, random) => whileWriting(desk, carrier, () => move(desk, random))),
  };
}

/** Writes, and does something every so many strokes, once there is some text. */
function whileWriting(desk: Desk, { strokes }: Carrier, act: () => void, every = EVERY_STROKES): void {
  strokes.forEach((stroke, index) => {
    desk.press(stroke);
    if (index % every === every - 1) act();
  });
}
