import type { Random } from "../../scoring/models/random.ts";
import { between, logNormal, normal } from "../simulation/distributions.ts";
import { fillerPassage } from "../simulation/filler_text.ts";
import { keyClassOf } from "../simulation/keyboard_layout.ts";
import type { Stroke } from "./stroke.ts";

/** From one key of a program to its next, in ms. */
export type Delay = (random: Random) => number;

/** The simple ways that typing programs space their keys. */
export const DELAYS = {
  fixed: () => 90,
  uniform: (random) => between(random, 60, 180),
  normal: (random) => Math.max(10, 115 + 28 * normal(random)),
  log_normal: (random) => logNormal(random, 115, 0.35),
  exponential: (random) => 30 - 90 * Math.log(1 - random()),
} as const satisfies Record<string, Delay>;

/**
 * A text typed by a program: every key after a delay that asks nothing of the letters, none taken back.
 *
 * @param dwell How long each key is held, in ms.
 *
 * @example
 * const strokes = typedByProgram(createRandom(1), 300, DELAYS.fixed);
 * assert.ok(strokes.length >= 300 && strokes.every(({ gapMs }) => gapMs === 90));
 */
export function typedByProgram(
  random: Random,
  characters: number,
  delay: Delay,
  dwell: Delay = (random) => between(random, 20, 90),
): Stroke[] {
  return Array.from(fillerPassage(random, characters), (character): Stroke => ({
    gapMs: delay(random),
    key: keyClassOf(character),
    dwellMs: dwell(random),
    removed: 0,
    inserted: 1,
  }));
}
