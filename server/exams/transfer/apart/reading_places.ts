import { Refusal } from "../../../errors.ts";

/** How many files are read at a time, and how many wait for it. */
export interface PlaceBounds {
  /** Files that are read at a time, and that wait for it. */
  atOnce: number;
  waiting: number;
  /** How long one waits at most, ms. */
  waitMs: number;
}

/** Whose reading it is. */
export interface Asker {
  /** The account that asks: it has one place, and one in the row. Absent for whoever starts a task by hand. */
  account?: string;
  /** Ends when nobody listens any more. */
  signal?: AbortSignal;
}

interface Waiter {
  account: string | undefined;
  enter(): void;
}

/** Places for files that are read: so many in all, one for each account, and a row of those who wait. */
export class ReadingPlaces {
  readonly #bounds: PlaceBounds;
  readonly #seated = new Set<string>();
  #row: Waiter[] = [];
  #free: number;

  constructor(bounds: PlaceBounds) {
    this.#bounds = bounds;
    this.#free = bounds.atOnce;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#row.length;
  }

  /**
   * Waits for a place. What is returned gives it back.
   *
   * @throws {Refusal} `rate_limited` where a file of the same account waits already; `unavailable` where too many wait, it takes too
   * long, or nobody listens any more.
   */
  async take({ account, signal }: Asker): Promise<() => void> {
    if (signal?.aborted) throw busy();
    if (this.#isFreeFor(account)) this.#seat(account);
    else {
      if (account !== undefined && this.#row.some((waiter) => waiter.account === account)) {
        throw new Refusal("rate_limited", "import_own_waits", { retryAfterSeconds: 10 });
      }
      if (this.#row.length >= this.#bounds.waiting) throw busy();
      await this.#wait(account, signal);
    }
    return () => this.#leave(account);
  }

  #isFreeFor(account: string | undefined): boolean {
    return this.#free > 0 && (account === undefined || !this.#seated.has(account));
  }

  #seat(account: string | undefined): void {
    this.#free--;
    if (account !== undefined) this.#seated.add(account);
  }

  #leave(account: string | undefined): void {
    this.#free++;
    if (account !== undefined) this.#seated.delete(account);
    const next = this.#row.find((waiter) => this.#isFreeFor(waiter.account));
    if (next === undefined) return;
    this.#row = this.#row.filter((waiter) => waiter !== next);
    this.#seat(next.account);
    next.enter();
  }

  #wait(account: string | undefined, signal: AbortSignal | undefined): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const over = () => {
        clearTimeout(late);
        signal?.removeEventListener("abort", giveUp);
      };
      const giveUp = () => {
        over();
        this.#row = this.#row.filter((each) => each !== waiter);
        reject(busy());
      };
      const waiter: Waiter = {
        account,
        enter() {
          over();
          resolve();
        },
      };
      const late = setTimeout(giveUp, this.#bounds.waitMs);
      signal?.addEventListener("abort", giveUp);
      this.#row.push(waiter);
    });
  }
}

/** Told to come back. */
export function busy(): Refusal {
  return new Refusal("unavailable", "import_busy", { retryAfterSeconds: 10 });
}
