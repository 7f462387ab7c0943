import { z } from "zod";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";

/** A shorter time away counts for nothing, in ms: a notification, a password manager, a slip of the hand. */
export const SHORTEST_AWAY_MS = 1_000;

/** Input this long after a spell began shows that the keyboard is back, though nobody said so, in ms. */
const INPUT_ENDS_AFTER_MS = 50;

/** {@link AwaySpells} in JSON. */
export const AwaySpellsSnapshot = z.strictObject({ flags: z.number(), startMs: z.number() });
export type AwaySpellsSnapshot = z.infer<typeof AwaySpellsSnapshot>;

/**
 * Follows the times away from the exam: tab hidden, window without the keyboard, or both. Overlapping ones are one
 * spell, so that a blur within a hidden tab counts once.
 *
 * A pause or lock ends a spell where it begins; one that outlasts it goes on with the first event after it that is no
 * idleness, for that may have begun within the pause. Input ends a spell too: keys reach only the window that has the keyboard, and the event that should have said so can be lost.
 *
 * @example
 * const spells = new AwaySpells();
 * spells.observe({ type: "tab_switch", visible: false, t: 1_000 });
 * assert.equal(spells.observe({ type: "tab_switch", visible: true, t: 6_000 }), true);
 * assert.equal(spells.endedMs - spells.beganMs, 5_000);
 */
export class AwaySpells {
  /** Begin of the spell that is not over, in ms; −1 where the student is here. */
  openMs = -1;
  /** Whether the tab was hidden in the open spell. */
  openHidden = false;
  /** The spell that the last `observe` or `hold` ended. */
  beganMs = 0;
  endedMs = 0;
  wasHidden = false;
  #isHidden = false;
  #isBlurred = false;
  #isHeld = false;
  #isReturning = false;

  /** Takes an event in. @returns Whether it ended a spell. */
  observe(event: ScorableEvent): boolean {
    if (this.#isReturning && event.type !== "idle") this.#return(event.t);
    switch (event.type) {
      case "tab_switch":
        this.#isHidden = !event.visible;
        return this.#look(event.t);
      case "focus_change":
        this.#isBlurred = !event.focused;
        return this.#look(event.t);
      case "mouse_data":
        if (this.openMs < 0 || event.kind !== "down") return false;
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
    if (this.#isReturning) this.#return(t);
    return this.openMs < 0 ? false : this.#input(t);
  }

  /** The attempt is paused or locked, or goes on. @returns Whether that ended a spell. */
  hold(isHeld: boolean, t: number): boolean {
    if (isHeld === this.#isHeld) return false;
    this.#isHeld = isHeld;
    this.#isReturning = !isHeld;
    return isHeld && this.openMs >= 0 ? this.#close(t) : false;
  }

  /** Length of the open spell at `t`, in ms, once it is long enough to count; else 0. */
  openLengthMs(t: number): number {
    const length = this.openMs < 0 ? 0 : t - this.openMs;
    return length >= SHORTEST_AWAY_MS ? length : 0;
  }

  #input(t: number): boolean {
    if (t <= this.openMs + INPUT_ENDS_AFTER_MS) return false;
    this.#isHidden = false;
    this.#isBlurred = false;
    return this.#look(t);
  }

  #return(t: number): void {
    this.#isReturning = false;
    if (this.#isHidden || this.#isBlurred) this.#open(t);
  }

  #look(t: number): boolean {
    if (this.#isHidden || this.#isBlurred) {
      if (this.openMs >= 0) this.openHidden ||= this.#isHidden;
      else if (!this.#isHeld) this.#open(t);
      return false;
    }
    return this.openMs >= 0 ? this.#close(t) : false;
  }

  #open(t: number): void {
    this.openMs = t;
    this.openHidden = this.#isHidden;
  }

  #close(t: number): boolean {
    this.beganMs = this.openMs;
    this.endedMs = Math.max(t, this.openMs);
    this.wasHidden = this.openHidden;
    this.openMs = -1;
    this.openHidden = false;
    return true;
  }

  snapshot(): AwaySpellsSnapshot {
    const flags = [this.openHidden, this.#isHidden, this.#isBlurred, this.#isHeld, this.#isReturning];
    return { flags: flags.reduce((sum, flag, bit) => sum + (flag ? 1 << bit : 0), 0), startMs: this.openMs };
  }

  restore({ flags, startMs }: AwaySpellsSnapshot): void {
    this.openMs = startMs;
    this.openHidden = (flags & 1) !== 0;
    this.#isHidden = (flags & 2) !== 0;
    this.#isBlurred = (flags & 4) !== 0;
    this.#isHeld = (flags & 8) !== 0;
    this.#isReturning = (flags & 16) !== 0;
  }
}
