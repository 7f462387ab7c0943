import type { Duplex } from "node:stream";
import { setImmediate } from "node:timers";

/**
 * Holds back what is written to connections until the turn of the event loop is over: what one of them is told in a turn leaves in one
 * piece, by one call of the system. A commit answers a hundred students, most of them with more than one message.
 */
export class Corks {
  #held = new Set<Duplex>();

  hold(connection: Duplex): void {
    if (this.#held.has(connection)) return;
    if (this.#held.size === 0) setImmediate(() => this.#release());
    this.#held.add(connection);
    connection.cork();
  }

  #release(): void {
    const held = this.#held;
    this.#held = new Set();
    for (const connection of held) connection.uncork();
  }
}
