import type { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { memorySchema } from "../snapshots/memory_schema.ts";

/** A shorter time away counts for nothing, in ms: a notification, a password manager, a slip of the hand. */
export const SHORTEST_AWAY_MS = 1_000;

/** Input this long after a spell began shows that the keyboard is back, though nobody said so, in ms. */
const INPUT_ENDS_AFTER_MS = 50;

/** What is remembered, as it is before the first event. */
const start = () => ({
  /** Begin of the spell that is not over, in ms; −1 where the student is here. */
  openMs: -1,
  /** Whether the tab was hidden in the open spell. */
  openHidden: false,
  isHidden: false,
  isBlurred: false,
  isHeld: false,
  isReturning: false,
});

/** {@link AwaySpells} in JSON. */
export const AwaySpellsSnapshot = memorySchema(start());
export type AwaySpellsSnapshot = z.infer<typeof AwaySpellsSnapshot>;

/**
 * Follows the times away from the exam: tab hidden, window without the keyboard, or both. Overlapping ones are one
 * spell, so that a blur within a hidden tab counts once.
 *
 * A pause or lock ends a spell where it begins; one that outlasts it goes on with the first event after it that is no
 * idleness, for that may have begun within the pause. Input ends a spell too: keys reach only the window that has the keyboard, and the event that should have said so can be lost.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const spells = new AwaySpells();
 * spells.observe({ type: "tab_switch", visible: false, t: 1_000 });
 * assert.equal(spells.observe({ type: "tab_switch", visible: true, t: 6_000 }), true);
 * assert.equal(spells.endedMs - spells.beganMs, 5_000);
 * ```
 */
export class AwaySpells {
  /** The spell that the last `observe` or `hold` ended. */
  beganMs = 0;
  endedMs = 0;
  wasHidden = false;
  readonly #memory = start();

  /** Begin of the spell that is not over, in ms; −1 where the student is here. */
  get openMs(): number {
    return this.#memory.openMs;
  }

  /** Whether the tab was hidden in the open spell. */
  get openHidden(): boolean {
    return this.#memory.openHidden;
  }

  /** Takes an event in. @returns Whether it ended a spell. */
  observe(event: ScorableEvent): boolean {
    const memory = this.#memory;
    if (memory.isReturning && event.type !== "idle") this.#return(event.t);
    switch (event.type) {
      case "tab_switch":
        memory.isHidden = !event.visible;
        return this.#look(event.t);
      case "focus_change":
        memory.isBlurred = !event.focused;
        return this.#look(event.t);
      case "mouse_data":
        if (memory.openMs < 0 || event.kind !== "down") return false;
        return this.#input(event.t);
      case "keystroke_data":
      case "answer_edit":
      case "answer_select":
        return this.input(event.t);
      default:
        return false;
    }
  }

  /** A key, an edit or a choice. @returns Whether it ended a spell. */
  input(t: number): boolean {
    if (this.#memory.isReturning) this.#return(t);
    return this.#memory.openMs < 0 ? false : this.#input(t);
  }

  /** The attempt is paused or locked, or goes on. @returns Whether that ended a spell. */
  hold(isHeld: boolean, t: number): boolean {
    const memory = this.#memory;
    if (isHeld === memory.isHeld) return false;
    memory.isHeld = isHeld;
    memory.isReturning = !isHeld;
    return isHeld && memory.openMs >= 0 ? this.#close(t) : false;
  }

  /** Length of the open spell at `t`, in ms, once it is long enough to count; else 0. */
  openLengthMs(t: number): number {
    const length = this.#memory.openMs < 0 ? 0 : t - this.#memory.openMs;
    return length >= SHORTEST_AWAY_MS ? length : 0;
  }

  #input(t: number): boolean {
    const memory = this.#memory;
    if (t <= memory.openMs + INPUT_ENDS_AFTER_MS) return false;
    memory.isHidden = false;
    memory.isBlurred = false;
    return this.#look(t);
  }

  #return(t: number): void {
    const memory = this.#memory;
    memory.isReturning = false;
    if (memory.isHidden || memory.isBlurred) this.#open(t);
  }

  #look(t: number): boolean {
    const memory = this.#memory;
    if (memory.isHidden || memory.isBlurred) {
      if (memory.openMs >= 0) memory.openHidden ||= memory.isHidden;
      else if (!memory.isHeld) this.#open(t);
      return false;
    }
    return memory.openMs >= 0 ? this.#close(t) : false;
  }

  #open(t: number): void {
    const memory = this.#memory;
    memory.openMs = t;
    memory.openHidden = memory.isHidden;
  }

  #close(t: number): boolean {
    const memory = this.#memory;
    this.beganMs = memory.openMs;
    this.endedMs = Math.max(t, memory.openMs);
    this.wasHidden = memory.openHidden;
    memory.openMs = -1;
    memory.openHidden = false;
    return true;
  }

  snapshot(): AwaySpellsSnapshot {
    return { ...this.#memory };
  }

  restore(snapshot: AwaySpellsSnapshot): void {
    Object.assign(this.#memory, snapshot);
  }
}
