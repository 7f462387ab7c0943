import { type ReadonlySignal, type Signal, signal } from "@preact/signals";

/** The students that a proctor has chosen in the list, to do one thing to all of them. */
export class Selection {
  readonly chosen: ReadonlySignal<ReadonlySet<string>>;
  readonly #chosen: Signal<ReadonlySet<string>> = signal(new Set());
  /** Where a range begins: the one that was chosen last. */
  #anchor: string | null = null;

  constructor() {
    this.chosen = this.#chosen;
  }

  /** Chooses one, or lets go of it. */
  toggle(id: string): void {
    const chosen = new Set(this.#chosen.peek());
    if (!chosen.delete(id)) chosen.add(id);
    this.#chosen.value = chosen;
    this.#anchor = id;
  }

  /**
   * Chooses everybody from the one that was chosen last up to another one.
   *
   * @param order Those who can be chosen, as they are shown.
   */
  extendTo(id: string, order: readonly string[]): void {
    const to = order.indexOf(id);
    const from = this.#anchor === null ? to : order.indexOf(this.#anchor);
    if (to < 0 || from < 0) return this.toggle(id);
    this.#chosen.value = new Set([
      ...this.#chosen.peek(),
      ...order.slice(Math.min(from, to), Math.max(from, to) + 1),
    ]);
  }

  /** Chooses these and nobody else. */
  choose(ids: readonly string[]): void {
    this.#chosen.value = new Set(ids);
    this.#anchor = ids.at(-1) ?? null;
  }

  clear(): void {
    this.choose([]);
  }
}
