import { type Signal, signal } from "@preact/signals";

const NAME = "invigil.letter_keys";

/**
 * Whether the room's keys of one letter are on, kept in this browser. Who speaks to a computer may type them unmeant, and
 * turns them off.
 */
export class LetterKeys {
  readonly isOn: Signal<boolean> = signal(true);

  /** Takes over what was chosen here before. */
  restore(): void {
    try {
      this.isOn.value = localStorage.getItem(NAME) !== "off";
    } catch {
      // Where nothing is kept, they are on.
    }
  }

  turn(isOn: boolean): void {
    this.isOn.value = isOn;
    try {
      localStorage.setItem(NAME, isOn ? "on" : "off");
    } catch {
      // Where nothing is kept, it holds as long as the page.
    }
  }
}
