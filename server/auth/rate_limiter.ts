import { LRU } from "tiny-lru";
import type { PlainRefusal } from "../../words/refusal.ts";
import { Refusal } from "../errors.ts";
import { TokenBucket } from "../token_bucket.ts";

/** A limit: so many at once, refilled at so many a minute. */
export interface Rate {
  perMinute: number;
  /** What a quiet subject may take at once; a minute's worth where absent. */
  burst?: number;
}

/**
 * Token buckets by subject (an address, an account), in bounded memory.
 *
 * A full bucket says nothing and is forgotten. When more subjects than `maxSubjects` are held, the one that has
 * not asked for longest is forgotten: an attacker needs that many addresses to win back one bucket.
 */
export class RateLimiter {
  readonly #newBucket: (nowMs: number) => TokenBucket;
  readonly #buckets: LRU<TokenBucket>;

  /** @throws {RangeError} If the rate or the burst is not above 0. */
  constructor(rate: Rate, maxSubjects = 20_000) {
    this.#newBucket = (nowMs) => new TokenBucket(rate.perMinute / 60, rate.burst ?? rate.perMinute, nowMs);
    this.#newBucket(0);
    this.#buckets = new LRU(maxSubjects);
  }

  /** Subjects that are held in memory. */
  get size(): number {
    return this.#buckets.size;
  }

  /**
   * Takes one from the subject's bucket.
   *
   * @returns 0 if it was there, else the ms until the next one is. A refused question costs nothing.
   */
  take(subject: string, nowMs: number): number {
    let bucket = this.#buckets.get(subject);
    if (bucket === undefined) {
      bucket = this.#newBucket(nowMs);
      this.#buckets.set(subject, bucket);
    }
    const waitMs = bucket.take(nowMs);
    while (this.#buckets.first?.value.isFull(nowMs)) this.#buckets.evict();
    return waitMs;
  }

  /** Takes one from the subject's bucket. @throws {Refusal} `rate_limited` with the seconds to wait, saying `reason`. */
  require(subject: string, nowMs: number, reason: PlainRefusal = "too_much_at_once"): void {
    const waitMs = this.take(subject, nowMs);
    if (waitMs > 0) throw new Refusal("rate_limited", reason, { retryAfterSeconds: waitMs / 1_000 });
  }

  /** Puts one back into the subject's bucket that was taken for nothing. */
  giveBack(subject: string): void {
    this.#buckets.peek(subject)?.giveBack();
  }
}
