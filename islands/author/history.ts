/** Steps that can be taken back, at most. */
const MOST_STEPS = 200;

/** What is written in one place within this time is one step, ms. */
const ONE_STEP_MS = 1_500;

/**
 * What a document was, and what it became: steps back and forth. Values are never changed, only replaced.
 *
 * Edits in the same place shortly after each other are one step, as in any text field.
 */
export class History<Value> {
  #past: Value[] = [];
  #future: Value[] = [];
  #place = "";
  #at = -Infinity;

  constructor(private value: Value) {}

  get current(): Value {
    return this.value;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /**
   * Replaces the value.
   *
   * @param place Where it was edited; "" makes a step of its own.
   * @param now Any clock, ms.
   */
  push(value: Value, place: string, now: number): void {
    const isSameStep = place !== "" && place === this.#place && now - this.#at < ONE_STEP_MS && this.canUndo;
    if (!isSameStep) this.#past.push(this.value);
    if (this.#past.length > MOST_STEPS) this.#past.shift();
    this.#future = [];
    this.#place = place;
    this.#at = now;
    this.value = value;
  }

  /** One step back. @returns The value as it is then. */
  undo(): Value {
    return this.#step(this.#past, this.#future);
  }

  /** One step forth again. */
  redo(): Value {
    return this.#step(this.#future, this.#past);
  }

  #step(from: Value[], to: Value[]): Value {
    const next = from.pop();
    if (next === undefined) return this.value;
    to.push(this.value);
    this.#place = "";
    this.value = next;
    return next;
  }
}
