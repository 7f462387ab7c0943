import type { Random } from "../../scoring/models/random.ts";
import { chance, logNormal } from "../simulation/distributions.ts";
import type { Stroke } from "./stroke.ts";

/**
 * How copied text is written, over the 392 copied essays of `transcription-detection`: who types faster takes more in
 * at a look. In the slowest quarter (58 strokes a minute) 10 characters lie between two pauses of 2 s and more, in the
 * next ones (83, 116, 233) 16, 38 and 153: a power of the pace. Pauses in ms, slips mended for each letter; spreads in
 * logs.
 */
const BURST_CHARACTERS = 153;
const BURST_PACE = 233;
const BURST_POWER = 1.9;
const BURST_SPREAD = 0.6;
const PAUSE_MS = 4_600;
const PAUSE_SPREAD = 0.45;
const SLIP_SHARE = 0.027;
/** Copyists of one pace differ by this much in what they take in, and in how much reading slows their keys. */
const BURST_OF_PEOPLE = 0.5;
const READING_FACTOR = 1.15;
const READING_OF_PEOPLE = 0.12;
/** No gap within a burst is longer, in ms: the next words are in the head, or before the eyes. */
const LONGEST_GAP_MS = 1_200;
/** Shortest pause for a look at the page, in ms. */
const LEAST_PAUSE_MS = 2_000;

interface Copying {
  /** Characters taken in at a look; by the writer's pace when left out. */
  burstCharacters?: number;
  /** How long a look takes, in ms. */
  pauseMs?: number;
}

/**
 * A writer's keys as if the text were copied out: what was thought over, taken back and revised is gone; the writer's
 * own times from key to key stay; between looks at the page a burst, and now and then a slip.
 *
 * @example
 * const letter = { gapMs: 9_000, key: "letter" as const, dwellMs: 90, removed: 0, inserted: 1 };
 * const copied = copiedOut([letter, { ...letter, key: "backspace", removed: 1, inserted: 0 }], createRandom(1));
 * assert.equal(copied[0].key, "letter");
 */
export function copiedOut(strokes: readonly Stroke[], random: Random, copying: Copying = {}): Stroke[] {
  const burst = copying.burstCharacters ??
    logNormal(random, BURST_CHARACTERS * Math.pow(pace(strokes) / BURST_PACE, BURST_POWER), BURST_OF_PEOPLE);
  const slowed = logNormal(random, READING_FACTOR, READING_OF_PEOPLE);
  const pause = copying.pauseMs ?? logNormal(random, PAUSE_MS, PAUSE_SPREAD / 2);
  const usual = medianGap(strokes);
  const copied: Stroke[] = [];
  let left = logNormal(random, burst, BURST_SPREAD);
  for (const stroke of strokes) {
    if (stroke.inserted === 0) continue;
    let gapMs = slowed * (stroke.gapMs > LONGEST_GAP_MS ? logNormal(random, usual * 1.5, 0.4) : stroke.gapMs);
    if (left <= 0 && stroke.key === "space") {
      gapMs += Math.max(LEAST_PAUSE_MS, logNormal(random, pause, PAUSE_SPREAD));
      left = logNormal(random, burst, BURST_SPREAD);
    }
    left--;
    copied.push({ ...stroke, gapMs });
    if (stroke.key !== "letter" || !chance(random, SLIP_SHARE)) continue;
    copied.push({ ...stroke, gapMs: usual, key: "backspace", removed: 1, inserted: 0 }, {
      ...stroke,
      gapMs: usual * 1.3,
    });
  }
  return copied;
}

/** Median of a writer's gaps, in ms. */
function medianGap(strokes: readonly Stroke[]): number {
  const gaps = strokes.map(({ gapMs }) => gapMs).sort((one, other) => one - other);
  return gaps[gaps.length >> 1] ?? 0;
}

/** Strokes a minute while somebody writes without a stop. */
function pace(strokes: readonly Stroke[]): number {
  let sum = 0;
  for (const { gapMs } of strokes) sum += Math.min(gapMs, LONGEST_GAP_MS);
  return 60_000 * strokes.length / sum;
}
