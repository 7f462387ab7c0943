import type { KeyEvent } from "../../protocol/scorable_event.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { normal } from "./distributions.ts";

/** What makes the same person's typing differ from what it was, and is no other person. */
export type TypingChange = (keys: readonly KeyEvent[], from: number, seed: number) => KeyEvent[];

/** A pace that grows slower ends here: half as slow again. */
const TIRED_FACTOR = 1.5;
/** Typing with one hand: a letter takes so much longer, by whether the hand has far to go. */
const ONE_HAND = { far: 1.9, near: 1.3, pauseFromMs: 2_000 };
/** A key that bounces: share of letters, and ms after which it counts again. */
const BOUNCE = { share: 0.03, fromMs: 25, spreadMs: 20, dwellMs: 30 };
/** A tremor: spread of a press in ms, of the log of a dwell; share of letters pressed twice, and after how long. */
const TREMOR = { pressMs: 35, dwell: 0.25, twiceShare: 0.04, twiceFromMs: 40, twiceSpreadMs: 60 };

/**
 * Another pace from a key on: every time between keys, and where asked every dwell, by a factor.
 *
 * @param factor Below 1 is faster.
 * @param dwellFactor The same for dwells.
 *
 * @example
 * const key = { type: "keystroke_data", key: "letter", dwell: null, flight: null } as const;
 * const keys = atOtherPace(0.5)([{ ...key, t: 0 }, { ...key, t: 100 }, { ...key, t: 300 }], 1, 1);
 * assert.deepEqual(keys.map(({ t }) => t), [0, 50, 150]);
 */
export function atOtherPace(factor: number, dwellFactor = 1): TypingChange {
  return (keys, from) =>
    stretched(keys, (index) => index < from ? 1 : factor, (index) => index < from ? 1 : dwellFactor);
}

/** Growing slower from a key on, to half as slow again at the end. */
export function growingTired(keys: readonly KeyEvent[], from: number): KeyEvent[] {
  const rest = Math.max(1, keys.length - from);
  return stretched(keys, (index) => index < from ? 1 : 1 + (TIRED_FACTOR - 1) * (index - from) / rest, () => 1);
}

/** One hand from a key on: each letter takes longer, some much longer; pauses stay as they are. */
export function withOneHand(keys: readonly KeyEvent[], from: number, seed: number): KeyEvent[] {
  const random = createRandom(seed);
  return stretched(keys, (index, interval) => {
    if (index < from || keys[index].key !== "letter") return 1;
    const factor = random() < 0.5 ? ONE_HAND.far : ONE_HAND.near;
    return interval < ONE_HAND.pauseFromMs ? factor : 1;
  }, () => 1);
}

/** Keys that bounce from a key on: a letter in thirty counts twice. */
export function withBouncingKeys(keys: readonly KeyEvent[], from: number, seed: number): KeyEvent[] {
  const random = createRandom(seed);
  const all: KeyEvent[] = [];
  keys.forEach((key, index) => {
    all.push(key);
    if (index < from || key.key !== "letter" || random() >= BOUNCE.share) return;
    const t = key.t + BOUNCE.fromMs + Math.round(BOUNCE.spreadMs * random());
    if (index + 1 === keys.length || t < keys[index + 1].t) {
      all.push({ ...key, t, dwell: key.dwell === null ? null : BOUNCE.dwellMs });
    }
  });
  return all;
}

/** A tremor from a key on: presses come earlier or later, dwells vary, some letters are pressed twice. */
export function withTremor(keys: readonly KeyEvent[], from: number, seed: number): KeyEvent[] {
  const random = createRandom(seed);
  const all: KeyEvent[] = [];
  let last = -1;
  keys.forEach((key, index) => {
    const isChanged = index >= from;
    last = Math.max(last + 1, isChanged ? Math.round(key.t + TREMOR.pressMs * normal(random)) : key.t);
    const factor = isChanged ? Math.exp(TREMOR.dwell * normal(random)) : 1;
    const trembling = {
      ...key,
      t: last,
      dwell: key.dwell === null ? null : Math.max(10, Math.round(key.dwell * factor)),
    };
    all.push(trembling);
    if (!isChanged || key.key !== "letter" || random() >= TREMOR.twiceShare) return;
    last += TREMOR.twiceFromMs + Math.round(TREMOR.twiceSpreadMs * random());
    all.push({ ...trembling, t: last });
  });
  return all;
}

function stretched(
  keys: readonly KeyEvent[],
  factor: (index: number, interval: number) => number,
  dwellFactor: (index: number) => number,
): KeyEvent[] {
  let before = keys.length === 0 ? 0 : keys[0].t;
  let t = before;
  return keys.map((key, index) => {
    const interval = key.t - before;
    before = key.t;
    t += interval * factor(index, interval);
    return { ...key, t: Math.round(t), dwell: key.dwell === null ? null : Math.round(key.dwell * dwellFactor(index)) };
  });
}
