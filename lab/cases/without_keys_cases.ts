import type { InputKind } from "../../protocol/events.ts";
import type { Random } from "../../scoring/models/random.ts";
import { between } from "../simulation/distributions.ts";
import type { Case } from "./case.ts";
import { Desk } from "./desk.ts";
import { entriesOf } from "./entries.ts";
import { sit } from "./sit.ts";

/** Characters that come without keys, all in all. */
const CHARACTERS = 2_000;
/** Own keys before the first of them. */
const OWN_STROKES = 300;

/** Text that no key wrote, called something harmless by the client. */
export const WITHOUT_KEYS_CASES: readonly Case[] = [
  ...pieces("text_as_history", "pieces of 200 characters that the client calls undone and redone", "history", 200),
  ...pieces("text_as_replacement", "pieces of 120 characters that the client calls spell checking", "replacement", 120),
  ...pieces(
    "text_as_dictation",
    "pieces of 180 characters called dictated, where nobody may dictate",
    "dictation",
    180,
  ),
  ...pieces("text_as_composition", "compositions of 62 characters without a key", "composition", 62),
  ...pieces("text_in_small_pieces", "pieces of 19 characters called typed, without a key", "typing", 19),
  {
    name: "typed_without_any_key",
    is: "2,000 characters that come one by one and no key was pressed",
    isHonest: false,
    expected: "medium",
    evidence: ["capture"],
    carriedBy: "writers",
    make: sit((desk, { strokes }) => {
      for (const { gapMs, inserted } of strokes.slice(0, CHARACTERS)) {
        desk.wait(gapMs);
        if (inserted > 0) desk.edit(0, inserted, "typing");
      }
    }),
  },
  {
    name: "keys_that_wrote_nothing",
    is: "1,920 keys that change no text, then as much text without keys",
    isHonest: false,
    expected: "medium",
    evidence: ["capture"],
    carriedBy: "writers",
    make: sit((desk, { strokes }, random) => {
      const keys = strokes.filter(({ inserted }) => inserted > 0);
      for (let press = 0; press < 1_920; press++) {
        const { key, gapMs, dwellMs } = keys[press % keys.length];
        desk.key(key, gapMs, dwellMs);
      }
      inPieces(desk, random, 19, "typing", 1_920);
    }),
  },
  {
    name: "essay_with_the_submission_only",
    is: "an essay of 2,400 characters that stands in the submission and that no event wrote",
    isHonest: false,
    expected: "medium",
    evidence: ["capture"],
    carriedBy: "simulation",
    make: (_, random) => {
      const desk = new Desk();
      desk.wait(between(random, 15, 25) * 60_000);
      return {
        entries: [...entriesOf(desk.events), {
          kind: "answered",
          applied: true,
          outside_characters: 2_400,
          differs: ["q1"],
        }],
      };
    },
  },
];

function pieces(name: string, is: string, input: InputKind, characters: number): Case[] {
  return [{
    name,
    is,
    isHonest: false,
    expected: "medium",
    evidence: ["capture"],
    carriedBy: "writers",
    make: sit((desk, { strokes }, random) => {
      desk.write(strokes.slice(0, OWN_STROKES));
      inPieces(desk, random, characters, input, CHARACTERS);
    }),
  }];
}

/** Brings text in pieces, each after the time that a fluent writer would take for it. */
function inPieces(desk: Desk, random: Random, characters: number, input: InputKind, total: number): void {
  for (let brought = 0; brought < total; brought += characters) {
    desk.wait(characters * between(random, 120, 220));
    desk.edit(0, characters, input);
  }
}
