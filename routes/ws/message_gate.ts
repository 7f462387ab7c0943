import { MAX_BATCH_BYTES, MAX_OVER_RATE_MS } from "../../protocol/limits.ts";

/** Messages that wait at the gate, at most, in characters. */
const MOST_WAITING_CHARACTERS = 16 * MAX_BATCH_BYTES;

/** What the gate does with a message. */
export type Passage = "now" | "later" | "closed";

/**
 * A socket's rate limit: so many messages a second pass at once, the rest wait and pass at that rate. A socket
 * that stays over its rate for ten seconds, or piles up more than fits, is closed. Has no clock of its own.
 */
export class MessageGate {
  #perSecond: number;
  #tokens: number;
  #refilledAt: number;
  #waiting: string[] = [];
  #waitingCharacters = 0;
  #overSince: number | null = null;

  /** @param now ms of any clock; the same one is given to the other calls. */
  constructor(perSecond: number, now: number) {
    this.#perSecond = perSecond;
    this.#tokens = perSecond;
    this.#refilledAt = now;
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Asks for one message to pass. */
  pass(text: string, now: number): Passage {
    this.#refill(now);
    if (this.#waiting.length === 0 && this.#tokens >= 1) {
      this.#tokens--;
      return "now";
    }
    this.#overSince ??= now;
    this.#waiting.push(text);
    this.#waitingCharacters += text.length;
    const isTooLong = now - this.#overSince > MAX_OVER_RATE_MS;
    return isTooLong || this.#waitingCharacters > MOST_WAITING_CHARACTERS ? "closed" : "later";
  }

  /** Messages whose turn has come. */
  release(now: number): string[] {
    this.#refill(now);
    const released = this.#waiting.splice(0, Math.floor(this.#tokens));
    this.#tokens -= released.length;
    for (const text of released) this.#waitingCharacters -= text.length;
    if (this.#waiting.length === 0) this.#overSince = null;
    return released;
  }

  #refill(now: number): void {
    const passed = Math.max(0, now - this.#refilledAt);
    this.#tokens = Math.min(this.#perSecond, this.#tokens + passed * this.#perSecond / 1_000);
    this.#refilledAt = now;
  }
}
