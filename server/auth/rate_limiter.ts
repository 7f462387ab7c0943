/** A limit: so many at once, refilled at so many a minute. */
export interface Rate {
  perMinute: number;
  /** What a quiet subject may take at once; a minute's worth where absent. */
  burst?: number;
}

interface Bucket {
  tokens: number;
  atMs: number;
}

/**
 * Token buckets by subject (an address, an account), in bounded memory.
 *
 * A full bucket says nothing and is forgotten. When more subjects than `maxSubjects` are held, the one that has
 * not asked for longest is forgotten: an attacker needs that many addresses to win back one bucket.
 */
export class RateLimiter {
  readonly #perMs: number;
  readonly #burst: number;
  readonly #maxSubjects: number;
  /** In order of the last question, oldest first. */
  readonly #buckets = new Map<string, Bucket>();

  /** @throws {RangeError} If the rate or the burst is not above 0. */
  constructor(rate: Rate, maxSubjects = 20_000) {
    const burst = rate.burst ?? rate.perMinute;
    if (!(rate.perMinute > 0) || !(burst >= 1)) {
      throw new RangeError(`Cannot limit: rate and burst must be above 0, got ${rate.perMinute} and ${burst}`);
    }
    this.#perMs = rate.perMinute / 60_000;
    this.#burst = burst;
    this.#maxSubjects = maxSubjects;
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
    const bucket = this.#buckets.get(subject);
    let tokens = this.#burst;
    if (bucket !== undefined) {
      const elapsedMs = Math.max(0, nowMs - bucket.atMs);
      tokens = Math.min(this.#burst, bucket.tokens + elapsedMs * this.#perMs);
      this.#buckets.delete(subject);
    }
    // A hair's breadth of tolerance: 0.1 a step must add up to 1 in ten steps.
    const isThere = tokens >= 1 - 1e-9;
    this.#buckets.set(subject, { tokens: isThere ? tokens - 1 : tokens, atMs: nowMs });
    this.#forget(nowMs);
    return isThere ? 0 : Math.ceil((1 - tokens) / this.#perMs);
  }

  #forget(nowMs: number): void {
    for (const [subject, bucket] of this.#buckets) {
      const isFull = bucket.tokens + (nowMs - bucket.atMs) * this.#perMs >= this.#burst;
      if (!isFull && this.#buckets.size <= this.#maxSubjects) return;
      this.#buckets.delete(subject);
    }
  }
}
