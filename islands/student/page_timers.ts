type Timer = ReturnType<typeof setTimeout>;

interface Pending {
  dueAt: number;
  run: () => void;
}

/** Timers of a page that keep time while its tab is hidden, with the help of a worker that ticks. */
export class PageTimers {
  readonly #now: () => number;
  readonly #pending = new Map<Timer, Pending>();

  /** @param now Monotonic clock, ms. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Runs something later; the answer calls it off. */
  after(ms: number, run: () => void): () => void {
    const timer: Timer = setTimeout(() => this.#fire(timer), ms);
    this.#pending.set(timer, { dueAt: this.#now() + ms, run });
    return () => {
      clearTimeout(timer);
      this.#pending.delete(timer);
    };
  }

  /** Runs what is due and was not woken. */
  wake(): void {
    const now = this.#now();
    for (const [timer, { dueAt }] of [...this.#pending]) if (dueAt <= now) this.#fire(timer);
  }

  #fire(timer: Timer): void {
    const pending = this.#pending.get(timer);
    if (!this.#pending.delete(timer)) return;
    clearTimeout(timer);
    pending?.run();
  }
}

/** Lets a worker tick while the tab is hidden; where there are no workers, hidden timers are late. */
export function tickWhileHidden(timers: PageTimers): void {
  try {
    const worker = new Worker(new URL("ticker.js", import.meta.url), { type: "module" });
    worker.onmessage = () => timers.wake();
    worker.onerror = (event) => event.preventDefault();
    const follow = () => worker.postMessage(document.visibilityState === "hidden" ? "start" : "stop");
    document.addEventListener("visibilitychange", follow);
    follow();
  } catch (error) {
    console.warn("Invigil: a hidden page is late", error);
  }
}
