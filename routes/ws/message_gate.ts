import { Buffer } from "node:buffer";
import { MAX_BATCH_BYTES, MAX_OVER_RATE_MS } from "../../protocol/limits.ts";
import type { MessageRate } from "../../server/message_rate.ts";

/** Messages that wait at the gate, at most, in characters. */
const MOST_WAITING_CHARACTERS = 16 * MAX_BATCH_BYTES;

/** What the gate does with a message. */
type Admission = "now" | "later" | "closed";

/**
 * A socket's rate limit: what is within the rate passes at once, the rest waits and passes at that rate. A socket that
 * sends too many messages for ten seconds, or piles up more than fits, is closed; too many bytes alone only wait, because
 * that is what a day without network looks like. Has no clock of its own.
 */
export class MessageGate {
  #rate: MessageRate;
  #waiting: string[] = [];
  #waitingCharacters = 0;
  #overSince: number | null = null;

  constructor(rate: MessageRate) {
    this.#rate = rate;
  }

  /** Whether there are too many messages, so that the time until it is closed runs. */
  get isOverRate(): boolean {
    return this.#overSince !== null;
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** From now on another rate holds: that of the student who turned out to be at the other end. */
  holdTo(rate: MessageRate): void {
    this.#rate = rate;
  }

  /** Asks for one message to pass. @param now ms of the rate's clock. */
  pass(text: string, now: number): Admission {
    if (this.#waiting.length === 0 && this.#take(text, now)) return "now";
    if (this.#rate.hasTooMany(now)) this.#overSince ??= now;
    this.#waiting.push(text);
    this.#waitingCharacters += text.length;
    const isTooLong = this.#overSince !== null && now - this.#overSince > MAX_OVER_RATE_MS;
    return isTooLong || this.#waitingCharacters > MOST_WAITING_CHARACTERS ? "closed" : "later";
  }

  /** Messages whose turn has come. */
  release(now: number): string[] {
    let count = 0;
    while (count < this.#waiting.length && this.#take(this.#waiting[count], now)) count++;
    const released = this.#waiting.splice(0, count);
    for (const text of released) this.#waitingCharacters -= text.length;
    if (this.#waiting.length === 0) this.#overSince = null;
    return released;
  }

  #take(text: string, now: number): boolean {
    if (this.#rate.waitMs(now) > 0) return false;
    this.#rate.charge(Buffer.byteLength(text), now);
    return true;
  }
}
