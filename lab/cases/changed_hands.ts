import type { Random } from "../../scoring/models/random.ts";
import { between, chance, logNormal } from "../simulation/distributions.ts";
import type { Stroke } from "./stroke.ts";

/** Longer gaps are thinking, and do not change with the hand. In ms. */
const THINKING_MS = 2_000;

// Changes of `lab/simulation/changed_typing.ts` are learnt from. These are other ones of the same kinds, so that the case
// list tests what no model saw.

/**
 * The same writer at another pace, from one place on.
 *
 * @param factor On gaps below two seconds; below 1 is faster. Dwells change by its square root.
 * @param from Index of the first stroke that it changes.
 *
 * @example
 * const strokes = [{ gapMs: 200, key: "letter" as const, dwellMs: 100, removed: 0, inserted: 1 }];
 * assert.equal(strokesAtPace(strokes, 0.75)[0].gapMs, 150);
 */
export function strokesAtPace(strokes: readonly Stroke[], factor: number, from = 0): Stroke[] {
  return strokes.map((stroke, index) => index < from ? stroke : paced(stroke, factor));
}

/** Growing slower from the first key to the last, in the end by a factor. */
export function strokesGrowingSlower(strokes: readonly Stroke[], factor: number): Stroke[] {
  return strokes.map((stroke, index) => paced(stroke, 1 + (factor - 1) * index / strokes.length));
}

/** One hand does the work of both from a place on: letters come slower, and less evenly, dwells stay. */
export function oneHanded(strokes: readonly Stroke[], random: Random, from: number): Stroke[] {
  return strokes.map((stroke, index) => {
    if (index < from || stroke.gapMs >= THINKING_MS) return stroke;
    return { ...stroke, gapMs: stroke.gapMs * logNormal(random, 1.4, 0.25) };
  });
}

/** A worn keyboard: some letters come twice within some 30 ms, and are mostly taken back. */
export function doubledKeys(strokes: readonly Stroke[], random: Random, share = 0.03): Stroke[] {
  return strokes.flatMap((stroke) => {
    if (stroke.key !== "letter" || !chance(random, share)) return [stroke];
    const again: Stroke = { ...stroke, gapMs: between(random, 18, 45), dwellMs: between(random, 10, 25) };
    if (chance(random, 0.25)) return [stroke, again];
    const back = logNormal(random, 350, 0.4);
    return [stroke, again, { gapMs: back, key: "backspace", dwellMs: stroke.dwellMs, removed: 1, inserted: 0 }];
  });
}

/** A tremor that sets in at a place: gaps waver, keys are held longer and less evenly, some come twice. */
export function trembling(strokes: readonly Stroke[], random: Random, from: number): Stroke[] {
  const shaken = strokes.slice(from).map((stroke) => ({
    ...stroke,
    gapMs: stroke.gapMs >= THINKING_MS ? stroke.gapMs : stroke.gapMs * logNormal(random, 1.1, 0.3),
    dwellMs: stroke.dwellMs === null ? null : stroke.dwellMs * logNormal(random, 1.15, 0.35),
  }));
  return [...strokes.slice(0, from), ...doubledKeys(shaken, random, 0.015)];
}

function paced(stroke: Stroke, factor: number): Stroke {
  if (stroke.gapMs >= THINKING_MS) return stroke;
  const dwellMs = stroke.dwellMs === null ? null : stroke.dwellMs * Math.sqrt(factor);
  return { ...stroke, gapMs: stroke.gapMs * factor, dwellMs };
}
