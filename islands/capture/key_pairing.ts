import type { CapturedEvent, KeyClass } from "../../protocol/events.ts";
import { MAX_KEY_TIME_MS, MAX_OPEN_EVENT_MS } from "../../protocol/limits.ts";

/** A keystroke with its begin on the monotonic clock, before that is turned into attempt time. */
export type Keystroke = Omit<Extract<CapturedEvent, { type: "keystroke_data" }>, "t" | "type"> & { at: number };

/** Which key it is, to pair its release. It never leaves {@link KeyPairing}. */
export interface PressedKey {
  code: string;
  /** False where the browser names no physical key, as on glass: two different keys may then have the same code. */
  isCertain: boolean;
  /** Whether a script pressed it, and no device. */
  isScripted?: boolean;
}

interface Stroke {
  pressed: PressedKey;
  key: KeyClass;
  at: number;
  releasedAt: number | null;
  isClosed: boolean;
  isRepeat: boolean;
  /** The press before this one, whose release the flight is measured from. */
  previous: Stroke | null;
}

/**
 * Pairs key-downs with key-ups: dwell from press to release, flight from the release of the key pressed before,
 * negative where two keys overlap (rollover).
 *
 * Strokes come out in the order of their presses. One whose predecessor is still held waits for it, because its
 * flight is not known before; a key held longer than four seconds, or whose release got lost (another window took
 * it), comes out without a dwell. Modifiers have no flight and are nobody's predecessor: they are held across
 * other keys by their nature. Where two keys that cannot be told apart are held together, nobody knows whose release
 * comes first: both come out without a dwell.
 */
export class KeyPairing {
  readonly #emit: (stroke: Keystroke) => void;
  #open: Stroke[] = [];
  #previous: Stroke | null = null;
  /** Presses of keys that cannot be told apart whose releases are awaited, by code, with the latest press's time. */
  readonly #awaited = new Map<string, { count: number; at: number }>();

  constructor(emit: (stroke: Keystroke) => void) {
    this.#emit = emit;
  }

  /** A key went down. @param at Monotonic clock, ms. */
  press(pressed: PressedKey, key: KeyClass, at: number): void {
    // A second press of a key that was never released: its key-up was lost.
    const lost = this.#held(pressed.code);
    if (lost !== undefined) lost.isClosed = true;
    const isModifier = key === "modifier";
    const stroke: Stroke = {
      pressed,
      key,
      at,
      releasedAt: null,
      isClosed: !pressed.isCertain && this.#isOverlapping(pressed.code, at),
      isRepeat: false,
      previous: isModifier ? null : this.#previous,
    };
    if (!isModifier) this.#previous = stroke;
    this.#open.push(stroke);
    this.#drain();
  }

  /** The browser repeated a held key. Counted, without times of its own. */
  repeat(pressed: PressedKey, key: KeyClass, at: number): void {
    if (key === "modifier") return;
    this.#open.push({ pressed, key, at, releasedAt: null, isClosed: true, isRepeat: true, previous: null });
    this.#drain();
  }

  /** A key came up. A release without its press (the press went to another window) says nothing. */
  release({ code }: Pick<PressedKey, "code">, at: number): void {
    const awaited = this.#awaited.get(code);
    if (awaited !== undefined && --awaited.count <= 0) this.#awaited.delete(code);
    const stroke = this.#held(code);
    if (stroke === undefined) return;
    stroke.releasedAt = at;
    stroke.isClosed = true;
    this.#drain();
  }

  /** Gives up on keys held since before `now` − 4 s. */
  cut(now: number): void {
    for (const stroke of this.#open) {
      if (!stroke.isClosed && now - stroke.at >= MAX_OPEN_EVENT_MS) stroke.isClosed = true;
    }
    this.#drain();
  }

  /** Gives up on every held key: the keyboard went elsewhere. The next stroke has no flight. */
  abandon(): void {
    for (const stroke of this.#open) stroke.isClosed = true;
    this.#previous = null;
    this.#awaited.clear();
    this.#drain();
  }

  /** Counts a press of a key that others may share their code with, and says whether another one is still held. */
  #isOverlapping(code: string, at: number): boolean {
    const awaited = this.#awaited.get(code);
    // What is awaited for longer than any key is held will not come.
    const held = awaited === undefined || at - awaited.at >= MAX_OPEN_EVENT_MS ? 0 : awaited.count;
    this.#awaited.set(code, { count: held + 1, at });
    return held > 0;
  }

  #held(code: string): Stroke | undefined {
    return this.#open.find((stroke) => stroke.pressed.code === code && !stroke.isClosed);
  }

  #drain(): void {
    while (this.#open.length > 0 && this.#open[0].isClosed) {
      const stroke = this.#open.shift()!;
      this.#emit({
        at: stroke.at,
        dwell: within(stroke.releasedAt === null ? null : Math.max(0, stroke.releasedAt - stroke.at)),
        flight: within(stroke.previous?.releasedAt == null ? null : stroke.at - stroke.previous.releasedAt),
        key: stroke.key,
        ...(stroke.isRepeat ? { repeat: true } : {}),
        ...(stroke.pressed.isScripted ? { scripted: true } : {}),
      });
      // Only the latest press may become a predecessor; chains must not grow with the exam.
      stroke.previous = null;
    }
  }
}

/** Tenths of a ms: what browsers give, without their noise; null beyond the protocol's bound. */
function within(ms: number | null): number | null {
  if (ms === null || Math.abs(ms) > MAX_KEY_TIME_MS) return null;
  return Math.round(ms * 10) / 10;
}
