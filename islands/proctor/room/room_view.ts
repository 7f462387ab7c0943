import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import { Selection } from "../many/selection.ts";
import { KeptSwitch } from "./kept_switch.ts";
import { LetterKeys } from "./letter_keys.ts";
import { EVERYBODY, type RoomFilter } from "./room_filter.ts";
import { type CompareNames, heldOrder, orderRows, type RoomSort } from "./room_order.ts";
import type { RoomStore } from "./room_store.ts";

/** Rows change place at most this often, in ms, so that an eye can follow. */
export const SETTLE_MS = 1_000;

/** How the room is looked at: filter, order, who is open. Order is held while somebody points at it or asks for it. */
export class RoomView {
  readonly filter: Signal<RoomFilter> = signal(EVERYBODY);
  readonly sort: Signal<RoomSort> = signal("risk");
  /** Held because the proctor said so. */
  readonly isPinned: Signal<boolean> = signal(false);
  /** Held because a pointer or the focus is in the list. */
  readonly isTouched: Signal<boolean> = signal(false);
  readonly isHeld: ReadonlySignal<boolean> = computed(() => this.isPinned.value || this.isTouched.value);
  /** Attempts as shown. */
  readonly order: Signal<readonly string[]> = signal([]);
  /** The attempt whose drawer is open. */
  readonly opened: ReadonlySignal<string | null>;
  readonly letterKeys = new LetterKeys();
  /** Whether rows are low, so that more of them are seen. */
  readonly compact = new KeptSwitch("invigil.room_compact", false);
  /** Who is chosen, to do one thing to all of them. */
  readonly selection = new Selection();
  /** Counts up each time that somebody opens a drawer to work in it; moving on through the list is none. */
  readonly visits: Signal<number> = signal(0);
  readonly #opened: Signal<string | null>;
  readonly #store: RoomStore;
  readonly #compareNames: CompareNames;
  #sortedAtMs = -Infinity;

  /** @param opened Whose drawer is open from the start. */
  constructor(store: RoomStore, compareNames: CompareNames, opened: string | null = null) {
    this.#opened = signal(opened);
    this.opened = this.#opened;
    this.#store = store;
    this.#compareNames = compareNames;
  }

  /** Opens a student's drawer and goes into it. */
  open(attemptId: string): void {
    this.#opened.value = attemptId;
    this.visits.value++;
  }

  /** Shows another student in the open drawer; whoever moves on through the list stays there. */
  moveTo(attemptId: string): void {
    if (this.#opened.peek() !== null) this.#opened.value = attemptId;
  }

  /** Closes the drawer. */
  close(): void {
    this.#opened.value = null;
  }

  /** Changes the filter; the list follows at once, held or not: that is what was asked for. */
  show(change: Partial<RoomFilter>): void {
    this.filter.value = { ...this.filter.peek(), ...change };
    this.#resort();
  }

  /** Sorts by something else, at once. */
  sortBy(sort: RoomSort): void {
    this.sort.value = sort;
    this.#resort();
  }

  /** Holds the order, or releases it and sorts. */
  pin(isPinned: boolean): void {
    this.isPinned.value = isPinned;
    if (!this.isHeld.peek()) this.#resort();
  }

  /**
   * Follows what has changed in the store.
   *
   * @param nowMs Time on any clock, in ms; sorting waits {@link SETTLE_MS} between two times.
   */
  follow(nowMs: number): void {
    const known = this.order.peek();
    const isDue = !this.isHeld.peek() && (nowMs - this.#sortedAtMs >= SETTLE_MS || known.length === 0);
    if (isDue) {
      this.#sortedAtMs = nowMs;
      this.#resort();
    } else this.#set(heldOrder(this.#store.rows, this.filter.peek(), known, this.#store.alerted()));
  }

  /** The attempt `steps` places below (above, where negative) another one, or the end of the list. */
  neighbour(id: string | null, steps: number): string | null {
    const order = this.order.peek();
    if (order.length === 0) return null;
    const index = id === null ? -1 : order.indexOf(id);
    if (index < 0) return order[steps > 0 ? 0 : order.length - 1];
    return order[Math.min(order.length - 1, Math.max(0, index + steps))];
  }

  /** Those who are shown and can be chosen: to who has not come nothing can be done. */
  choosable(): string[] {
    return this.order.peek().filter((id) => this.#store.rows.get(id)?.student.peek().state !== "expected");
  }

  /** Chooses a student, or lets go of them. @param isRange Everybody in between as well. @returns Whether they are chosen now. */
  choose(id: string, isRange = false): boolean {
    const choosable = this.choosable();
    if (!choosable.includes(id)) return false;
    if (isRange) this.selection.extendTo(id, choosable);
    else this.selection.toggle(id);
    return this.selection.chosen.peek().has(id);
  }

  /** Chooses everybody who is shown; a second time nobody. */
  chooseShown(): void {
    const choosable = this.choosable();
    const { chosen } = this.selection;
    if (choosable.every((id) => chosen.peek().has(id))) this.selection.clear();
    else this.selection.choose(choosable);
  }

  /** Who is chosen and still in the room, as they are now. */
  chosen(): RoomStudent[] {
    return [...this.selection.chosen.peek()].flatMap((id) => {
      const student = this.#store.rows.get(id)?.student.peek();
      return student === undefined || student.state === "expected" ? [] : [student];
    });
  }

  #resort(): void {
    this.#set(
      orderRows(
        this.#store.rows,
        this.filter.peek(),
        this.sort.peek(),
        this.order.peek(),
        this.#compareNames,
        this.#store.alerted(),
      ),
    );
  }

  #set(order: readonly string[]): void {
    const known = this.order.peek();
    if (order.length === known.length && order.every((id, index) => id === known[index])) return;
    this.order.value = order;
  }
}
