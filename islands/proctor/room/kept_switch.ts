import { type Signal, signal } from "@preact/signals";

/** Something that is on or off, kept in this browser. */
export class KeptSwitch {
  readonly isOn: Signal<boolean>;
  readonly #name: string;

  /** @param isOn Before anything was chosen. */
  constructor(name: string, isOn: boolean) {
    this.#name = name;
    this.isOn = signal(isOn);
  }

  /** Takes over what was chosen here before. */
  restore(): void {
    try {
      const kept = localStorage.getItem(this.#name);
      if (kept !== null) this.isOn.value = kept === "on";
    } catch {
      // Where nothing is kept, it stays as it is.
    }
  }

  turn(isOn: boolean): void {
    this.isOn.value = isOn;
    try {
      localStorage.setItem(this.#name, isOn ? "on" : "off");
    } catch {
      // Where nothing is kept, it holds as long as the page.
    }
  }
}
