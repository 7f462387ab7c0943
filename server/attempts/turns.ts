/** Lets work under one name go one after another, in the order in which it came. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  async take<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(work);
    const ended = turn.then(() => {}, () => {});
    this.#last.set(name, ended);
    try {
      return await turn;
    } finally {
      if (this.#last.get(name) === ended) this.#last.delete(name);
    }
  }
}
