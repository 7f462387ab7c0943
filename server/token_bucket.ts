/** A hair's breadth of tolerance: 0.1 for each of ten steps must add up to 1. */
const TOLERANCE = 1e-9;

/** So much at once, refilled at a steady rate. Has no clock of its own. */
export class TokenBucket {
  readonly #perMs: number;
  readonly #burst: number;
  #tokens: number;
  #atMs: number;

  /**
   * @param burst What a full bucket holds; it begins full.
   * @param nowMs ms of any clock; the same one is given to the other calls.
   * @throws {RangeError} If the rate is not above 0, or the burst below 1.
   */
  constructor(perSecond: number, burst: number, nowMs: number) {
    if (!(perSecond > 0) || !(burst >= 1)) {
      throw new RangeError(`Cannot limit: rate must be above 0 and burst at least 1, got ${perSecond} and ${burst}`);
    }
    this.#perMs = perSecond / 1_000;
    this.#burst = burst;
    this.#tokens = burst;
    this.#atMs = nowMs;
  }

  /** Takes one. @returns 0 if it was there, else the ms until it is: nothing was taken. */
  take(nowMs: number): number {
    const waitMs = this.waitMs(nowMs);
    if (waitMs === 0) this.charge(1, nowMs);
    return waitMs;
  }

  /** How long until there is one, ms; 0 if it is there. Takes nothing. */
  waitMs(nowMs: number): number {
    this.#refill(nowMs);
    const missing = 1 - this.#tokens - TOLERANCE;
    return missing <= 0 ? 0 : Math.ceil(missing / this.#perMs);
  }

  /** Takes so much whether it is there or not: an overdrawn bucket has to fill up first. */
  charge(amount: number, nowMs: number): void {
    this.#refill(nowMs);
    this.#tokens -= amount;
  }

  /** Puts one back that was taken for nothing. */
  giveBack(): void {
    this.#tokens = Math.min(this.#burst, this.#tokens + 1);
  }

  /** Whether nothing has been taken that is not there again. */
  isFull(nowMs: number): boolean {
    return this.#tokens + (nowMs - this.#atMs) * this.#perMs >= this.#burst;
  }

  #refill(nowMs: number): void {
    const passedMs = Math.max(0, nowMs - this.#atMs);
    this.#tokens = Math.min(this.#burst, this.#tokens + passedMs * this.#perMs);
    this.#atMs = nowMs;
  }
}
