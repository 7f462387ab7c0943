import { createHash } from "node:crypto";
import type { LinkWorld } from "../../islands/link/link_world.ts";
import type { Transport, TransportHandlers } from "../../islands/link/transport.ts";

interface Timer {
  at: number;
  order: number;
  run: () => void;
}

/** Lets everything that waits for settled promises go on. */
export async function settlePromises(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A world in which time passes only when a test says so. */
export class VirtualWorld implements LinkWorld {
  #now = 1_000;
  #order = 0;
  #timers: Timer[] = [];
  readonly #accept: (handlers: TransportHandlers) => Transport;
  readonly random: () => number;

  /** @param accept What answers a connect: a fake server. */
  constructor(accept: (handlers: TransportHandlers) => Transport, random: () => number = () => 0.5) {
    this.#accept = accept;
    this.random = random;
  }

  connect = (handlers: TransportHandlers): Transport => this.#accept(handlers);
  now = (): number => this.#now;
  wallNow = (): number => 1_700_000_000_000 + this.#now;
  hash = (events: readonly unknown[]): Promise<string> =>
    Promise.resolve(createHash("sha256").update(JSON.stringify(events)).digest("hex"));

  after = (ms: number, run: () => void): () => void => {
    const timer = { at: this.#now + Math.max(0, ms), order: this.#order++, run };
    this.#timers.push(timer);
    return () => this.#timers = this.#timers.filter((other) => other !== timer);
  };

  /** Passes time: runs every timer that is due, in order. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settlePromises();
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= until)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#now = due.at;
      due.run();
      await settlePromises();
    }
    this.#now = until;
  }
}
