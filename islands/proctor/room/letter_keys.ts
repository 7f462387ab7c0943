import { type Signal, signal } from "@preact/signals";

const NAME = "invigil.letter_keys";

/** Whether the room's keys of one letter are on; kept in this browser. Who speaks to a computer may type them unmeant. */
export const letterKeys: Signal<boolean> = signal(read());

/** Turns the keys of one letter on or off. */
export function setLetterKeys(isOn: boolean): void {
  letterKeys.value = isOn;
  try {
    localStorage.setItem(NAME, isOn ? "on" : "off");
  } catch {
    // Where nothing is kept, it holds as long as the page.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(NAME) !== "off";
  } catch {
    return true;
  }
}
