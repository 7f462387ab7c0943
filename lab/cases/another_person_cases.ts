import { between } from "../simulation/distributions.ts";
import type { Carrier } from "./carrier.ts";
import type { Case } from "./case.ts";
import { pointByHand } from "./choosing.ts";
import type { Desk } from "./desk.ts";
import { sit } from "./sit.ts";
import type { Stroke } from "./stroke.ts";
import type { Random } from "../../scoring/models/random.ts";

/** A pointer's way comes after so many strokes. */
const STROKES_A_WAY = 25;

/** Somebody else goes on. */
export const ANOTHER_PERSON_CASES: readonly Case[] = [
  {
    name: "another_person",
    is: "another writer goes on from the middle; no dwell is seen",
    isHonest: false,
    expected: "medium",
    evidence: ["takeover"],
    carriedBy: "writers",
    make: sit((desk, carrier) => desk.write(spliced(carrier).map((stroke) => ({ ...stroke, dwellMs: null })))),
  },
  {
    name: "another_person_with_dwell",
    is: "another writer goes on from the middle; dwell was recorded",
    isHonest: false,
    expected: "medium",
    evidence: ["takeover"],
    carriedBy: "writers_with_dwell",
    make: sit((desk, carrier) => desk.write(spliced(carrier))),
  },
  {
    name: "another_person_with_pointer",
    is: "another writer goes on from the middle, with keys and another pointer",
    isHonest: false,
    expected: "medium",
    evidence: ["takeover"],
    carriedBy: "writers_with_dwell",
    make: sit((desk, carrier, random) => {
      const half = carrier.strokes.length >> 1;
      writeAndPoint(desk, carrier.strokes.slice(0, half), carrier, random);
      writeAndPoint(desk, carrier.other.slice(half), { ways: carrier.otherWays }, random);
    }),
  },
  {
    name: "another_person_who_pastes",
    is: "another writer goes on from the middle and pastes 350 characters every three minutes",
    isHonest: false,
    expected: "high",
    evidence: ["takeover", "external_text"],
    carriedBy: "writers_with_dwell",
    make: sit((desk, { strokes, other }, random) => {
      desk.write(strokes.slice(0, strokes.length >> 1));
      let dueMs = desk.nowMs + 60_000;
      for (const stroke of other.slice(other.length >> 1)) {
        desk.press(stroke);
        if (desk.nowMs < dueMs) continue;
        desk.paste(Math.round(between(random, 280, 420)), "outside");
        dueMs = desk.nowMs + 180_000;
      }
    }),
  },
  {
    name: "another_person_from_the_first_key",
    is: "another writer from the very first key",
    isHonest: false,
    expected: "medium",
    evidence: [],
    isLimit: true,
    carriedBy: "writers",
    make: sit((desk, { other }) => desk.write(other)),
  },
];

/** The first half by one, the second by the other. */
function spliced({ strokes, other }: Carrier): Stroke[] {
  return [...strokes.slice(0, strokes.length >> 1), ...other.slice(other.length >> 1)];
}

/** Writes, and moves and presses now and then. */
export function writeAndPoint(
  desk: Desk,
  strokes: readonly Stroke[],
  hand: Pick<Carrier, "ways">,
  random: Random,
): void {
  for (let from = 0; from < strokes.length; from += STROKES_A_WAY) {
    desk.write(strokes.slice(from, from + STROKES_A_WAY));
    pointByHand(desk, hand, random);
  }
}
