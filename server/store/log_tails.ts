import { placesPrefix } from "./instance_log.ts";

/** Batches that one round trip brings. */
const BATCHES_PER_READ = 500;

/** Logs that are known at once, and for how long what was found in one is kept, ms. */
const MOST_LOGS = 16;
const KEPT_MS = 60_000;

/** An entry, and where it lies. */
interface Placed {
  n: number;
  place: number;
}

/** The newest part of a log, as far as it was looked through: places in [from, to). */
interface Tail {
  from: number;
  to: number;
  readonly attempts: Map<string, Placed[]>;
  readonly madeAt: number;
}

/** Who wants to know of a log, from a place on. */
interface Look {
  from: number;
  done: Promise<void>;
}

/**
 * Finds what instances wrote last of attempts: what lies in their logs and is named by no attempt's own keys yet. Many who
 * ask at a time, such as students who come back after a crash, share one look through a log.
 */
export class LogTails {
  readonly #kv: Deno.Kv;
  readonly #now: () => number;
  readonly #tails = new Map<string, Tail>();
  /** Looks that were not begun yet: who asks meanwhile joins one. */
  readonly #next = new Map<string, Look>();
  readonly #work = new Map<string, Promise<void>>();

  /** @param now ms of a clock that never runs backwards. */
  constructor(kv: Deno.Kv, now: () => number = () => performance.now()) {
    this.#kv = kv;
    this.#now = now;
  }

  /**
   * Places of an attempt's entries behind the `n`th, one behind the other.
   *
   * @param from A place of the log before which none of them lies.
   */
  async find(log: string, from: number, attemptId: string, n: number): Promise<number[]> {
    await this.#look(log, from);
    const places: number[] = [];
    for (const placed of this.#tails.get(log)?.attempts.get(attemptId) ?? []) {
      if (placed.n === n + places.length + 1) places.push(placed.place);
    }
    return places;
  }

  #look(log: string, from: number): Promise<void> {
    const waiting = this.#next.get(log);
    if (waiting !== undefined) {
      waiting.from = Math.min(waiting.from, from);
      return waiting.done;
    }
    const look: Look = { from, done: Promise.resolve() };
    look.done = (this.#work.get(log) ?? Promise.resolve()).catch(() => {}).then(async () => {
      // Let those who ask in the same turn come along.
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.#next.delete(log);
      await this.#lookThrough(log, look.from);
    });
    this.#next.set(log, look);
    this.#work.set(log, look.done);
    return look.done;
  }

  async #lookThrough(log: string, from: number): Promise<void> {
    const tail = this.#tailOf(log, from);
    // Places before are read apart: they are few, since whoever asks first mostly asks for the oldest.
    if (from < tail.from) {
      const earlier = new Map<string, Placed[]>();
      await this.#read(log, from, tail.from, earlier);
      for (const [attemptId, placed] of earlier) {
        tail.attempts.set(attemptId, [...placed, ...tail.attempts.get(attemptId) ?? []]);
      }
      tail.from = from;
    }
    tail.to = await this.#read(log, tail.to, Infinity, tail.attempts);
  }

  #tailOf(log: string, from: number): Tail {
    const now = this.#now();
    for (const [known, { madeAt }] of this.#tails) {
      if (now - madeAt > KEPT_MS || this.#tails.size > MOST_LOGS) this.#tails.delete(known);
    }
    const tail = this.#tails.get(log) ?? { from, to: from, attempts: new Map(), madeAt: now };
    this.#tails.set(log, tail);
    return tail;
  }

  /** Notes what lies at places in [from, to). @returns The place behind the last one. */
  async #read(log: string, from: number, to: number, attempts: Map<string, Placed[]>): Promise<number> {
    const prefix = placesPrefix(log);
    const start = [...prefix, from];
    const selector = to === Infinity ? { prefix, start } : { start, end: [...prefix, to] };
    let end = from;
    for await (const { key } of this.#kv.list(selector, { batchSize: BATCHES_PER_READ })) {
      const [, , place, attemptId, n] = key;
      const placed = attempts.get(String(attemptId)) ?? [];
      placed.push({ n: Number(n), place: Number(place) });
      attempts.set(String(attemptId), placed);
      end = Number(place) + 1;
    }
    return end;
  }
}
