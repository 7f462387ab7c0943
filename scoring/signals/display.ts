import type { z } from "zod";
import type { EditEvent, KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { isNarrow, NARROW_SHARE } from "../features/narrow_window.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import { readSnapshot } from "../snapshots/read_snapshot.ts";
import type { Evidence, SignalTracker } from "./signal.ts";

/** A shorter state of the display counts for nothing, in ms. */
const SHORTEST_MS = 1_000;
/** A second screen that was there from the start is common furniture; one that comes later was brought. */
const SCREEN_FROM_START = 0.2;
const SCREEN_ADDED = 0.6;
/** The start of an attempt, in ms: a page tells its screens when it opens. */
const START_MS = 10_000;
/** Full screen left for so long counts in full, in ms … */
const FULL_LEFT_MS = 120_000;
const LEFT_WEIGHT = 0.7;
/** … and a window beside others on a wide screen for so long. */
const FULL_NARROW_MS = 600_000;
const NARROW_WEIGHT = 0.5;

/** Whether time counts: it does, a pause or lock stands, or one is over and no event came yet. */
const RUNNING = 0;
const HELD = 1;
const RETURNING = 2;

/** What is remembered, as it is before the first event. Times in ms. */
const start = () => ({
  firstMs: -1,
  nowMs: 0,
  isExtended: false,
  wasAdded: false,
  everExtended: false,
  leftSinceMs: -1,
  leftMs: 0,
  leftTimes: 0,
  narrowSinceMs: -1,
  narrowMs: 0,
  hold: RUNNING,
  fromMs: -1,
  /** Whether any event told of the display. */
  isKnown: false,
});

const Snapshot = memorySchema(start());

/**
 * `display`: a second screen, full screen left, the window narrowed beside another.
 *
 * Each is common by itself, so each adds little; states below a second count nothing. Full screen counts only once it
 * was entered. Time passes here only with events, and not in a pause. Minimum of data: one event about the display.
 */
export class Display implements SignalTracker {
  readonly #memory = start();

  observe(event: ScorableEvent): void {
    const memory = this.#memory;
    const t = event.t;
    this.#advance(t);
    if (memory.hold === RETURNING && event.type !== "idle") this.#return(t);
    switch (event.type) {
      case "display_change":
        memory.isKnown = true;
        if (event.extended && !memory.isExtended) {
          memory.everExtended = true;
          if (memory.firstMs + START_MS < t) memory.wasAdded = true;
          this.#note(t);
        }
        memory.isExtended = event.extended;
        return;
      case "fullscreen_change":
        memory.isKnown = true;
        if (!event.active) {
          if (memory.leftSinceMs < 0) memory.leftSinceMs = t;
        } else this.#backToFull(t);
        return;
      case "window_resize": {
        memory.isKnown = true;
        const isNow = isNarrow(event);
        if (isNow && memory.narrowSinceMs < 0) memory.narrowSinceMs = t;
        else if (!isNow) this.#backToWide(t);
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
    if (this.#memory.hold === RETURNING) this.#return(t);
  }

  #advance(t: number): void {
    const memory = this.#memory;
    if (memory.firstMs < 0) memory.firstMs = t;
    if (t > memory.nowMs) memory.nowMs = t;
  }

  #return(t: number): void {
    const memory = this.#memory;
    memory.leftSinceMs = memory.leftSinceMs < 0 ? -1 : t;
    memory.narrowSinceMs = memory.narrowSinceMs < 0 ? -1 : t;
    memory.hold = RUNNING;
  }

  hold(isHeld: boolean): void {
    const memory = this.#memory;
    if (!isHeld) {
      memory.hold = memory.hold === HELD ? RETURNING : memory.hold;
      return;
    }
    if (memory.hold === RUNNING) this.#restart(memory.nowMs);
    memory.hold = HELD;
  }

  score(t: number): number | null {
    const memory = this.#memory;
    if (!memory.isKnown) return null;
    const screen = memory.wasAdded ? SCREEN_ADDED : memory.everExtended ? SCREEN_FROM_START : 0;
    const left = LEFT_WEIGHT *
      Math.min(1, (memory.leftMs + this.#openMs(memory.leftSinceMs, t)) / FULL_LEFT_MS);
    const narrow = NARROW_WEIGHT *
      Math.min(1, (memory.narrowMs + this.#openMs(memory.narrowSinceMs, t)) / FULL_NARROW_MS);
    return 1 - (1 - screen) * (1 - left) * (1 - narrow);
  }

  evidence(): Evidence | null {
    const memory = this.#memory;
    const openLeft = this.#openMs(memory.leftSinceMs, memory.nowMs);
    const leftMs = memory.leftMs + openLeft;
    const narrowMs = memory.narrowMs + this.#openMs(memory.narrowSinceMs, memory.nowMs);
    const code = memory.wasAdded
      ? "screen_added"
      : memory.everExtended
      ? "screen_from_start"
      : leftMs > 0
      ? "full_screen_left"
      : narrowMs > 0
      ? "window_narrow"
      : null;
    if (code === null) return null;
    return {
      code,
      numbers: {
        ...(leftMs > 0 ? { left_times: memory.leftTimes + (openLeft > 0 ? 1 : 0), left_ms: leftMs } : {}),
        ...(narrowMs > 0 ? { narrow_share: NARROW_SHARE, narrow_ms: narrowMs } : {}),
      },
      from: memory.fromMs < 0 ? null : memory.fromMs,
      to: memory.fromMs < 0 ? null : memory.nowMs,
    };
  }

  /** What goes on through a pause ends where the pause begins, and begins anew after it. */
  #restart(t: number): void {
    const memory = this.#memory;
    const isLeft = memory.leftSinceMs >= 0;
    const isNarrow = memory.narrowSinceMs >= 0;
    this.#backToFull(t);
    this.#backToWide(t);
    memory.leftSinceMs = isLeft ? t : -1;
    memory.narrowSinceMs = isNarrow ? t : -1;
  }

  #openMs(sinceMs: number, t: number): number {
    if (sinceMs < 0 || this.#memory.hold !== RUNNING) return 0;
    return t - sinceMs >= SHORTEST_MS ? t - sinceMs : 0;
  }

  #backToFull(t: number): void {
    const memory = this.#memory;
    const lengthMs = memory.leftSinceMs < 0 || memory.hold !== RUNNING ? 0 : t - memory.leftSinceMs;
    if (lengthMs >= SHORTEST_MS) {
      memory.leftMs += lengthMs;
      memory.leftTimes++;
      this.#note(memory.leftSinceMs);
    }
    memory.leftSinceMs = -1;
  }

  #backToWide(t: number): void {
    const memory = this.#memory;
    const lengthMs = memory.narrowSinceMs < 0 || memory.hold !== RUNNING ? 0 : t - memory.narrowSinceMs;
    if (lengthMs >= SHORTEST_MS) {
      memory.narrowMs += lengthMs;
      this.#note(memory.narrowSinceMs);
    }
    memory.narrowSinceMs = -1;
  }

  #note(t: number): void {
    if (this.#memory.fromMs < 0) this.#memory.fromMs = t;
  }

  snapshot(): z.infer<typeof Snapshot> {
    return { ...this.#memory };
  }

  restore(snapshot: unknown): void {
    Object.assign(this.#memory, readSnapshot(Snapshot, snapshot, "the signal display"));
  }
}
