/** What takes long to read: however many ask for the same at a time, it is read once, and each gets that. */
export class SharedReading<Value> {
  readonly #reading = new Map<string, Promise<Value>>();

  of(key: string, read: () => Promise<Value>): Promise<Value> {
    const before = this.#reading.get(key);
    if (before !== undefined) return before;
    const reading = read().finally(() => this.#reading.delete(key));
    this.#reading.set(key, reading);
    return reading;
  }
}
