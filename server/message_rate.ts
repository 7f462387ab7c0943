import { TokenBucket } from "./token_bucket.ts";

/** What one student, or one socket, may send. */
export interface MessageLimits {
  messagesPerSecond: number;
  /** Sustained; see {@link BYTES_AT_ONCE_S} for what may come at once. */
  bytesPerSecond: number;
}

/** Seconds' worth of bytes that may come at once: the largest submission, and a few minutes of what was written offline. */
const BYTES_AT_ONCE_S = 16;

/** Share of what somebody is answered that counts as sent: short messages may ask for long answers, and a page polls. */
const ANSWERED_SHARE = 1 / 8;

/**
 * How much somebody may still send: so many messages and so many bytes a second. The last message of a moment may
 * overdraw the bytes, so that one of any size passes some time, and the next one waits for it. Has no clock of its own.
 */
export class MessageRate {
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;

  /** @param nowMs ms of any clock; the same one is given to the other calls. */
  constructor({ messagesPerSecond, bytesPerSecond }: MessageLimits, nowMs: number) {
    this.#messages = new TokenBucket(messagesPerSecond, messagesPerSecond, nowMs);
    this.#bytes = new TokenBucket(bytesPerSecond, BYTES_AT_ONCE_S * bytesPerSecond, nowMs);
  }

  /** Whether there are too many messages, however small. */
  hasTooMany(nowMs: number): boolean {
    return this.#messages.waitMs(nowMs) > 0;
  }

  /** How long until the next message may come, ms; 0 for now. */
  waitMs(nowMs: number): number {
    return Math.max(this.#messages.waitMs(nowMs), this.#bytes.waitMs(nowMs));
  }

  /** Counts a message that is taken, now or at the end of the wait. */
  charge(bytes: number, nowMs: number): void {
    this.#messages.charge(1, nowMs);
    this.#bytes.charge(bytes, nowMs);
  }

  /** Counts what somebody was answered, in part. */
  chargeAnswered(bytes: number, nowMs: number): void {
    this.#bytes.charge(bytes * ANSWERED_SHARE, nowMs);
  }
}
