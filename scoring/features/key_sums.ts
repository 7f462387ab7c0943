import type { z } from "zod";
import type { KeyEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";
import type { BucketRing } from "../windows/bucket_ring.ts";
import { Column } from "./columns.ts";

/** A key held longer is resting on the keyboard, and a longer flight is a pause: neither is rhythm. In ms. */
const LONGEST_KEY_MS = 2_000;
/** Keys overlap by rollover, but not by more, in ms. */
const LONGEST_OVERLAP_MS = 1_000;
/** Two presses closer than this are nobody's two strokes, rollover and chords aside, in ms. */
const RAPID_MS = 25;

/** What is remembered, as it is before the first key. */
const start = () => ({ lastMs: -1 });

/** {@link KeySums} in JSON. */
export const KeySumsSnapshot = memorySchema(start());
export type KeySumsSnapshot = z.infer<typeof KeySumsSnapshot>;

/** Adds key presses to the columns. Repeats of a held key and modifiers are no presses. */
export class KeySums {
  readonly #memory = start();

  /** Adds a key to the ring's row of its time. */
  add({ t, repeat, key, dwell, flight }: KeyEvent, ring: BucketRing): void {
    if (repeat === true || key === "modifier") return;
    const memory = this.#memory;
    const row = ring.row(t);
    ring.add(row, Column.presses, 1);
    if (key === "shortcut") ring.add(row, Column.shortcuts, 1);
    else if (key === "backspace" || key === "delete") ring.add(row, Column.erasures, 1);
    const interval = t - memory.lastMs;
    if (interval >= 0) {
      if (memory.lastMs >= 0) {
        ring.add(row, Column.intervals, 1);
        if (interval < RAPID_MS) ring.add(row, Column.rapid, 1);
      }
      memory.lastMs = t;
    }
    if (dwell !== null && dwell >= 0 && dwell <= LONGEST_KEY_MS) {
      const tenths = Math.round(dwell * 10);
      ring.add(row, Column.dwells, 1);
      ring.add(row, Column.dwell, tenths);
      ring.add(row, Column.dwell_squared, tenths * tenths);
    }
    if (flight !== null && flight >= -LONGEST_OVERLAP_MS && flight <= LONGEST_KEY_MS) {
      const tenths = Math.round(flight * 10);
      ring.add(row, Column.flights, 1);
      ring.add(row, Column.flight, tenths);
      ring.add(row, Column.flight_squared, tenths * tenths);
    }
  }

  /** The next key follows none: time passed that was nobody's. */
  interrupt(): void {
    this.#memory.lastMs = -1;
  }

  snapshot(): KeySumsSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: KeySumsSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
