import { doubledKeys, oneHanded, strokesAtPace, strokesGrowingSlower, trembling } from "./changed_hands.ts";
import type { Carrier } from "./carrier.ts";
import type { Case } from "./case.ts";
import { pointByHand } from "./choosing.ts";
import { sit } from "./sit.ts";
import type { Stroke } from "./stroke.ts";
import type { Random } from "../../scoring/models/random.ts";

/** What an honest writer's hands do over an hour. Each is carried with and without recorded dwell. */
const WRITERS: readonly { name: string; is: string; write(carrier: Carrier, random: Random): readonly Stroke[] }[] = [
  { name: "plain", is: "an essay as it was written", write: ({ strokes }) => strokes },
  {
    name: "a_quarter_faster",
    is: "the writer at 1.25 of their pace",
    write: ({ strokes }) => strokesAtPace(strokes, 0.8),
  },
  {
    name: "a_quarter_slower",
    is: "the writer at 0.75 of their pace",
    write: ({ strokes }) => strokesAtPace(strokes, 1.33),
  },
  {
    name: "faster_from_the_middle",
    is: "25 % faster from the middle on",
    write: ({ strokes }) => strokesAtPace(strokes, 0.75, strokes.length >> 1),
  },
  {
    name: "much_faster_from_the_middle",
    is: "35 % faster from the middle on",
    write: ({ strokes }) => strokesAtPace(strokes, 0.65, strokes.length >> 1),
  },
  {
    name: "slower_from_the_middle",
    is: "25 % slower from the middle on",
    write: ({ strokes }) => strokesAtPace(strokes, 1.25, strokes.length >> 1),
  },
  {
    name: "much_slower_from_the_middle",
    is: "35 % slower from the middle on",
    write: ({ strokes }) => strokesAtPace(strokes, 1.35, strokes.length >> 1),
  },
  {
    name: "tired",
    is: "growing slower, by 40 % in the end",
    write: ({ strokes }) => strokesGrowingSlower(strokes, 1.4),
  },
  {
    name: "one_hand_from_the_middle",
    is: "one hand only from the middle on",
    write: ({ strokes }, random) => oneHanded(strokes, random, strokes.length >> 1),
  },
  {
    name: "doubled_keys",
    is: "a worn keyboard that doubles three letters in a hundred",
    write: ({ strokes }, random) => doubledKeys(strokes, random),
  },
  {
    name: "tremor_from_the_middle",
    is: "a tremor that sets in half way",
    write: ({ strokes }, random) => trembling(strokes, random, strokes.length >> 1),
  },
];

/** Honest writers whose hands are all that differs. */
export const PLAIN_CASES: readonly Case[] = [
  ...WRITERS.flatMap(({ name, is, write }) =>
    (["writers", "writers_with_dwell"] as const).map((carriedBy): Case => ({
      name: carriedBy === "writers" ? name : `${name}_with_dwell`,
      is: carriedBy === "writers" ? is : `${is}; dwell was recorded`,
      isHonest: true,
      expected: "low",
      evidence: [],
      carriedBy,
      make: sit((desk, carrier, random) => desk.write(write(carrier, random))),
    }))
  ),
  {
    name: "left_handed_pointer",
    is: "a left-handed writer who uses the pointer",
    isHonest: true,
    expected: "low",
    evidence: [],
    carriedBy: "writers_with_dwell",
    make: sit((desk, carrier, random) => {
      for (let from = 0; from < carrier.strokes.length; from += 40) {
        desk.write(carrier.strokes.slice(from, from + 40));
        pointByHand(desk, carrier, random, (way) => ({ ...way, x: way.x.map((x) => 16 / 9 - x) }));
      }
    }),
  },
];
