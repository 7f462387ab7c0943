/** How exact these timers are, ms. */
const TICK_MS = 50;

/** Timers of thousands of students on one of the process: as cheap as a set, and up to 50 ms late. */
export class CoarseTimers {
  readonly #due = new Map<number, Set<() => void>>();
  #tick = tickOf(performance.now());

  /** Begins to run what is due, until the process ends. */
  start(): void {
    setInterval(() => this.#run(), TICK_MS);
  }

  /** Runs something later; the answer calls it off. */
  after = (ms: number, run: () => void): () => void => {
    const tick = tickOf(performance.now() + ms) + 1;
    let due = this.#due.get(tick);
    if (due === undefined) this.#due.set(tick, due = new Set());
    due.add(run);
    return () => due.delete(run);
  };

  #run(): void {
    const now = tickOf(performance.now());
    while (this.#tick < now) {
      const due = this.#due.get(++this.#tick);
      this.#due.delete(this.#tick);
      for (const run of due ?? []) run();
    }
  }
}

function tickOf(ms: number): number {
  return Math.floor(ms / TICK_MS);
}
