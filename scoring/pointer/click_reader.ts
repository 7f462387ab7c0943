import type { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** A button held for longer, in ms, drags something: that is no click. */
const MAX_HELD_MS = 500;
/** A press that comes later after the last movement, in ms, was thought about. */
const MAX_SETTLE_MS = 2_000;
const SHORTEST_MS = 10;

/** Clicks of a window that count; beyond, only their shares would stay the same. */
const MAX_CLICKS = 50;

/** Logs of times are kept in whole steps of 1/64, so that sums of them are exact. */
const LOG_STEPS = 64;

/**
 * Sums that a window's clicks leave: how many and the sum of the log of a time, for how long a button is held and for
 * how long the pointer stands before it is pressed.
 */
export const CLICK_FIELDS = ["held", "held_log", "settled", "settled_log"] as const;

/**
 * How each time is compared. No data set at hand holds clicks: spreads within a person (of one click, and of a minute's
 * mean) are assumed, in logs.
 */
export const CLICK_TIMES = [
  { count: 0, sum: 1, worth: 2, spread: 0.35 * LOG_STEPS, drift: 0.15 * LOG_STEPS, leastBefore: 8, leastRecent: 4 },
  { count: 2, sum: 3, worth: 1, spread: 0.8 * LOG_STEPS, drift: 0.3 * LOG_STEPS, leastBefore: 8, leastRecent: 4 },
] as const;

/** What is remembered: when the button or finger went down, in ms, −1 while it is up; and the open window's sums. */
const start = () => ({ downT: -1, held: 0, heldLog: 0, settled: 0, settledLog: 0 });

/** A {@link ClickReader} in JSON. */
export const ClickReaderSnapshot = memorySchema(start());
export type ClickReaderSnapshot = z.infer<typeof ClickReaderSnapshot>;

/** Times a pointer's clicks. */
export class ClickReader {
  readonly #memory = start();

  /** Reads a press or its end. @param movedT Attempt time of the pointer's last step, ms; −1 where there was none. */
  observe(event: Extract<ScorableEvent, { type: "mouse_data" }>, movedT: number): void {
    const memory = this.#memory;
    const t = event.t + event.points[0][0];
    if (event.kind === "down") {
      memory.downT = t;
      const settleMs = t - movedT;
      if (movedT >= 0 && settleMs >= 0 && settleMs <= MAX_SETTLE_MS && memory.settled < MAX_CLICKS) {
        memory.settled++;
        memory.settledLog += logSteps(settleMs);
      }
    } else if (event.kind === "up" && memory.downT >= 0) {
      const heldMs = t - memory.downT;
      memory.downT = -1;
      if (heldMs >= 0 && heldMs <= MAX_HELD_MS && memory.held < MAX_CLICKS) {
        memory.held++;
        memory.heldLog += logSteps(heldMs);
      }
    }
  }

  /** Writes the sums, as {@link CLICK_FIELDS}, and begins anew. */
  take(into: Int16Array, from: number): void {
    const memory = this.#memory;
    into[from] = memory.held;
    into[from + 1] = memory.heldLog;
    into[from + 2] = memory.settled;
    into[from + 3] = memory.settledLog;
    memory.held =
      memory.heldLog =
      memory.settled =
      memory.settledLog =
        0;
  }

  snapshot(): ClickReaderSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: ClickReaderSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}

function logSteps(ms: number): number {
  return Math.round(Math.log(Math.max(SHORTEST_MS, ms)) * LOG_STEPS);
}
