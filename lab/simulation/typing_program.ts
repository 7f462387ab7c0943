import type { KeyClass } from "../../protocol/events.ts";
import type { KeyEvent } from "../../protocol/scorable_event.ts";
import type { Random } from "../../scoring/models/random.ts";
import { between, logNormal, normal } from "./distributions.ts";

/** How a program spaces its keys: the next delay in ms, from the key that comes and the one before. */
type Delays = (random: Random, key: KeyClass, before: KeyClass) => number;

/**
 * Kinds of program that type a text, each drawn with its own pace. The first five are simple: whatever key comes, the
 * delay is drawn alike. Browser drivers send keys as fast as the page takes them, or after a short delay. The last
 * one pauses where people do: at the beginning of words and sentences.
 */
export const TYPING_PROGRAMS = {
  fixed: (random) => {
    const delayMs = between(random, 50, 250);
    // A timer's own jitter.
    return () => delayMs + between(random, 0, 4);
  },
  uniform: (random) => {
    const lowMs = between(random, 30, 120);
    const highMs = lowMs + between(random, 40, 200);
    return () => between(random, lowMs, highMs);
  },
  normal: (random) => {
    const meanMs = between(random, 80, 250);
    const spreadMs = meanMs * between(random, 0.15, 0.5);
    return () => meanMs + spreadMs * normal(random);
  },
  log_normal: (random) => {
    const medianMs = between(random, 80, 250);
    const spread = between(random, 0.2, 0.9);
    return () => logNormal(random, medianMs, spread);
  },
  exponential: (random) => {
    const meanMs = between(random, 80, 250);
    return () => -meanMs * Math.log(1 - random());
  },
  driver: (random) => () => between(random, 0, 2),
  driver_with_delay: (random) => () => between(random, 5, 15),
  pauses_by_context: (random) => {
    const medianMs = between(random, 80, 200);
    const spread = between(random, 0.3, 0.5);
    const longer = between(random, 1.5, 3);
    return (_, key, before) => {
      const isStart = before !== "letter" && key === "letter";
      const isSentence = isStart && before === "punctuation";
      return logNormal(random, medianMs, spread) * (isSentence ? 2 * longer : isStart ? longer : 1);
    };
  },
} as const satisfies Record<string, (random: Random) => Delays>;

export type TypingProgram = keyof typeof TYPING_PROGRAMS;

/** Programs whose delays do not depend on what they type. */
export const SIMPLE_PROGRAMS = ["fixed", "uniform", "normal", "log_normal", "exponential"] as const;
/** Drivers of browsers. */
export const DRIVERS = ["driver", "driver_with_delay"] as const;

/**
 * A text as a program types it. Keys are held as people hold them, but by drivers, who let go at once: so that times
 * between keys alone have to tell.
 *
 * @param keys Classes of the text's keys, in order: those of a real session, for what follows what.
 *
 * @example
 * const [first, second] = typeByProgram("driver", ["letter", "space"], createRandom(1));
 * assert.ok(second.t - first.t <= 3);
 */
export function typeByProgram(program: TypingProgram, keys: readonly KeyClass[], random: Random): KeyEvent[] {
  const delay: Delays = TYPING_PROGRAMS[program](random);
  const isDriver = DRIVERS.some((name) => name === program);
  let at = 1_000;
  let before: KeyClass = "enter";
  return keys.map((key) => {
    at += Math.max(0, delay(random, key, before));
    before = key;
    const dwell = isDriver ? between(random, 0, 2) : logNormal(random, 95, 0.25);
    return { type: "keystroke_data", t: Math.round(at), key, dwell: Math.round(dwell * 10) / 10, flight: null };
  });
}
