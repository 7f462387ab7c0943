import { z } from "zod";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { readSnapshot } from "../windows/read_snapshot.ts";
import { inSeconds, times } from "./sentence.ts";
import type { SignalEvidence, SignalTracker } from "./signal.ts";

/** A shorter state of the display counts for nothing, in ms. */
const SHORTEST_MS = 1_000;
/** A second screen that was there from the start is common furniture; one that comes later was brought. */
const SCREEN_FROM_START = 0.2;
const SCREEN_ADDED = 0.6;
/** The start of an attempt, in ms: a page tells its screens when it opens. */
const START_MS = 10_000;
/** Full screen left for so long counts in full, in ms … */
const FULL_LEFT_MS = 120_000;
const LEFT_SHARE = 0.7;
/** … and a window beside others on a wide screen for so long. */
const FULL_NARROW_MS = 600_000;
const NARROW_SHARE = 0.5;
/** Below this share of a wide screen's width there is room for another window. */
const NARROW_WIDTH = 0.7;
const WIDE_SCREEN_PX = 1_000;

/** Whether time counts: it does, a pause or lock stands, or one is over and no event came yet. */
const RUNNING = 0;
const HELD = 1;
const RETURNING = 2;

const Snapshot = z.array(z.number()).length(13);

/**
 * `display`: a second screen, full screen left, the window narrowed beside another.
 *
 * Each is common by itself, so each adds little; states below a second count nothing. Full screen counts only once it
 * was entered. Time passes here only with events, and not in a pause. Minimum of data: one event about the display.
 */
export class Display implements SignalTracker {
  #firstMs = -1;
  #nowMs = 0;
  #isExtended = 0;
  #wasAdded = 0;
  #everExtended = 0;
  #leftSinceMs = -1;
  #leftMs = 0;
  #leftTimes = 0;
  #narrowSinceMs = -1;
  #narrowMs = 0;
  #hold = RUNNING;
  #fromMs = -1;
  #seen = 0;

  observe(event: ScorableEvent): void {
    const t = event.t;
    this.#advance(t);
    if (this.#hold === RETURNING && event.type !== "idle") this.#return(t);
    switch (event.type) {
      case "display_change":
        this.#seen = 1;
        if (event.extended && this.#isExtended === 0) {
          this.#everExtended = 1;
          if (this.#firstMs + START_MS < t) this.#wasAdded = 1;
          this.#note(t);
        }
        this.#isExtended = event.extended ? 1 : 0;
        return;
      case "fullscreen_change":
        this.#seen = 1;
        if (!event.active) {
          if (this.#leftSinceMs < 0) this.#leftSinceMs = t;
        } else this.#backToFull(t);
        return;
      case "window_resize": {
        this.#seen = 1;
        const isNarrow = event.screenWidth >= WIDE_SCREEN_PX && event.width < event.screenWidth * NARROW_WIDTH;
        if (isNarrow && this.#narrowSinceMs < 0) this.#narrowSinceMs = t;
        else if (!isNarrow) this.#backToWide(t);
        return;
      }
    }
  }

  key({ t }: KeyEvent): void {
    this.#goOn(t);
  }

  edit({ t }: EditEvent): void {
    this.#goOn(t);
  }

  #goOn(t: number): void {
    this.#advance(t);
    if (this.#hold === RETURNING) this.#return(t);
  }

  #advance(t: number): void {
    if (this.#firstMs < 0) this.#firstMs = t;
    if (t > this.#nowMs) this.#nowMs = t;
  }

  #return(t: number): void {
    this.#leftSinceMs = this.#leftSinceMs < 0 ? -1 : t;
    this.#narrowSinceMs = this.#narrowSinceMs < 0 ? -1 : t;
    this.#hold = RUNNING;
  }

  hold(isHeld: boolean): void {
    if (!isHeld) {
      this.#hold = this.#hold === HELD ? RETURNING : this.#hold;
      return;
    }
    if (this.#hold === RUNNING) this.#restart(this.#nowMs);
    this.#hold = HELD;
  }

  score(t: number): number | null {
    if (this.#seen === 0) return null;
    const screen = this.#wasAdded === 1 ? SCREEN_ADDED : this.#everExtended === 1 ? SCREEN_FROM_START : 0;
    const left = LEFT_SHARE * Math.min(1, (this.#leftMs + this.#openMs(this.#leftSinceMs, t)) / FULL_LEFT_MS);
    const narrow = NARROW_SHARE * Math.min(1, (this.#narrowMs + this.#openMs(this.#narrowSinceMs, t)) / FULL_NARROW_MS);
    return 1 - (1 - screen) * (1 - left) * (1 - narrow);
  }

  evidence(): SignalEvidence {
    const parts: string[] = [];
    if (this.#wasAdded === 1) parts.push("a second screen was added during the exam");
    else if (this.#everExtended === 1) parts.push("a second screen from the start");
    const openLeft = this.#openMs(this.#leftSinceMs, this.#nowMs);
    const leftMs = this.#leftMs + openLeft;
    if (leftMs > 0) {
      parts.push(`full screen left ${times(this.#leftTimes + (openLeft > 0 ? 1 : 0))}, ${inSeconds(leftMs)} in all`);
    }
    const narrowMs = this.#narrowMs + this.#openMs(this.#narrowSinceMs, this.#nowMs);
    if (narrowMs > 0) {
      parts.push(`window narrower than ${NARROW_WIDTH * 100} % of the screen for ${inSeconds(narrowMs)}`);
    }
    const isNothing = parts.length === 0;
    const text = isNothing ? "nothing unusual about the display" : parts.join("; ");
    return {
      seen: `${text[0].toUpperCase()}${text.slice(1)}.`,
      usual: null,
      fromT: this.#fromMs < 0 ? null : this.#fromMs,
      toT: isNothing || this.#fromMs < 0 ? null : this.#nowMs,
    };
  }

  /** What goes on through a pause ends where the pause begins, and begins anew after it. */
  #restart(t: number): void {
    const isLeft = this.#leftSinceMs >= 0;
    const isNarrow = this.#narrowSinceMs >= 0;
    this.#backToFull(t);
    this.#backToWide(t);
    this.#leftSinceMs = isLeft ? t : -1;
    this.#narrowSinceMs = isNarrow ? t : -1;
  }

  #openMs(sinceMs: number, t: number): number {
    if (sinceMs < 0 || this.#hold !== RUNNING) return 0;
    return t - sinceMs >= SHORTEST_MS ? t - sinceMs : 0;
  }

  #backToFull(t: number): void {
    const lengthMs = this.#leftSinceMs < 0 || this.#hold !== RUNNING ? 0 : t - this.#leftSinceMs;
    if (lengthMs >= SHORTEST_MS) {
      this.#leftMs += lengthMs;
      this.#leftTimes++;
      this.#note(this.#leftSinceMs);
    }
    this.#leftSinceMs = -1;
  }

  #backToWide(t: number): void {
    const lengthMs = this.#narrowSinceMs < 0 || this.#hold !== RUNNING ? 0 : t - this.#narrowSinceMs;
    if (lengthMs >= SHORTEST_MS) {
      this.#narrowMs += lengthMs;
      this.#note(this.#narrowSinceMs);
    }
    this.#narrowSinceMs = -1;
  }

  #note(t: number): void {
    if (this.#fromMs < 0) this.#fromMs = t;
  }

  snapshot(): unknown {
    return [
      this.#firstMs,
      this.#nowMs,
      this.#isExtended,
      this.#wasAdded,
      this.#everExtended,
      this.#leftSinceMs,
      this.#leftMs,
      this.#leftTimes,
      this.#narrowSinceMs,
      this.#narrowMs,
      this.#hold,
      this.#fromMs,
      this.#seen,
    ];
  }

  restore(snapshot: unknown): void {
    [
      this.#firstMs,
      this.#nowMs,
      this.#isExtended,
      this.#wasAdded,
      this.#everExtended,
      this.#leftSinceMs,
      this.#leftMs,
      this.#leftTimes,
      this.#narrowSinceMs,
      this.#narrowMs,
      this.#hold,
      this.#fromMs,
      this.#seen,
    ] = readSnapshot(Snapshot, snapshot, "the signal display");
  }
}
