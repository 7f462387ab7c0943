import { type Signal, signal } from "@preact/signals";
import { z } from "zod";

/** A short list of one's own that one browser keeps, the newest first. */
export class KeptList<Item> {
  readonly all: Signal<readonly Item[]> = signal([]);
  readonly #name: string;
  readonly #items: z.ZodType<Item[]>;
  readonly #most: number;
  readonly #keyOf: (item: Item) => string;

  /**
   * @param name It is kept under.
   * @param item What one of them is; anything else that is kept there is left aside.
   * @param most Items, at most: of too many the oldest goes.
   * @param keyOf What makes two of them the same.
   */
  constructor(name: string, item: z.ZodType<Item>, most: number, keyOf: (item: Item) => string) {
    this.#name = name;
    this.#items = z.array(item).max(most);
    this.#most = most;
    this.#keyOf = keyOf;
  }

  /** Takes over what was kept here before. */
  restore(): void {
    try {
      this.all.value = this.#items.parse(JSON.parse(localStorage.getItem(this.#name) ?? "[]"));
    } catch {
      // What is not as we keep it, or where nothing is kept: there is none.
    }
  }

  /** Keeps an item, in the place of the same one. */
  keep(item: Item): void {
    this.#write([item, ...this.#without(item)].slice(0, this.#most));
  }

  forget(item: Item): void {
    this.#write(this.#without(item));
  }

  #without(item: Item): Item[] {
    return this.all.peek().filter((other) => this.#keyOf(other) !== this.#keyOf(item));
  }

  #write(items: readonly Item[]): void {
    this.all.value = items;
    try {
      localStorage.setItem(this.#name, JSON.stringify(items));
    } catch {
      // Where nothing is kept, it holds as long as the page.
    }
  }
}
