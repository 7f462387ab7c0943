import type { CapturedEvent, KeyClass } from "../../protocol/events.ts";
import { MAX_KEY_TIME_MS, MAX_OPEN_EVENT_MS } from "../../protocol/limits.ts";

/** A keystroke with its begin on the monotonic clock, before that is turned into attempt time. */
export type Keystroke = Omit<Extract<CapturedEvent, { type: "keystroke_data" }>, "t" | "type"> & { at: number };

interface Stroke {
  /** Which physical key, to pair its release. It never leaves this class. */
  code: string;
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
 * other keys by their nature.
 */
export class KeyPairing {
  readonly #emit: (stroke: Keystroke) => void;
  #open: Stroke[] = [];
  #previous: Stroke | null = null;

  constructor(emit: (stroke: Keystroke) => void) {
    this.#emit = emit;
  }

  /** A key went down. @param at Monotonic clock, ms. */
  press(code: string, key: KeyClass, at: number): void {
    // A second press of a key that was never released: its key-up was lost.
    const lost = this.#held(code);
    if (lost !== undefined) lost.isClosed = true;
    const isModifier = key === "modifier";
    const stroke: Stroke = {
      code,
      key,
      at,
      releasedAt: null,
      isClosed: false,
      isRepeat: false,
      previous: isModifier ? null : this.#previous,
    };
    if (!isModifier) this.#previous = stroke;
    this.#open.push(stroke);
    this.#drain();
  }

  /** The browser repeated a held key. Counted, without times of its own. */
  repeat(code: string, key: KeyClass, at: number): void {
    if (key === "modifier") return;
    this.#open.push({ code, key, at, releasedAt: null, isClosed: true, isRepeat: true, previous: null });
    this.#drain();
  }

  /** A key came up. A release without its press (the press went to another window) says nothing. */
  release(code: string, at: number): void {
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
    this.#drain();
  }

  #held(code: string): Stroke | undefined {
    return this.#open.find((stroke) => stroke.code === code && !stroke.isClosed);
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
