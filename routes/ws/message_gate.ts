import { MAX_BATCH_BYTES, MAX_OVER_RATE_MS } from "../../protocol/limits.ts";
import { TokenBucket } from "../../server/token_bucket.ts";

/** Messages that wait at the gate, at most, in characters. */
const MOST_WAITING_CHARACTERS = 16 * MAX_BATCH_BYTES;

/** What the gate does with a message. */
type Admission = "now" | "later" | "closed";

/**
 * A socket's rate limit: so many messages a second pass at once, the rest wait and pass at that rate. A socket
 * that stays over its rate for ten seconds, or piles up more than fits, is closed. Has no clock of its own.
 */
export class MessageGate {
  #bucket: TokenBucket;
  #waiting: string[] = [];
  #waitingCharacters = 0;
  #overSince: number | null = null;

  /** @param now ms of any clock; the same one is given to the other calls. */
  constructor(perSecond: number, now: number) {
    this.#bucket = new TokenBucket(perSecond, perSecond, now);
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Asks for one message to pass. */
  pass(text: string, now: number): Admission {
    if (this.#waiting.length === 0 && this.#bucket.take(now) === 0) return "now";
    this.#overSince ??= now;
    this.#waiting.push(text);
    this.#waitingCharacters += text.length;
    const isTooLong = now - this.#overSince > MAX_OVER_RATE_MS;
    return isTooLong || this.#waitingCharacters > MOST_WAITING_CHARACTERS ? "closed" : "later";
  }

  /** Messages whose turn has come. */
  release(now: number): string[] {
    const released = this.#waiting.splice(0, this.#bucket.takeUpTo(this.#waiting.length, now));
    for (const text of released) this.#waitingCharacters -= text.length;
    if (this.#waiting.length === 0) this.#overSince = null;
    return released;
  }
}
