/** Width of one bucket of a trace, in ms. */
export const TRACE_BUCKET_MS = 5_000;
/** Buckets that a trace keeps: the last five minutes. */
const TRACE_BUCKETS = 60;

/**
 * A student's recent risk as a row draws it: the highest of each five seconds, the last five minutes.
 *
 * Has no clock; the caller passes the time. All its room is taken as it is made, so that a room of thousands takes as much after an hour as
 * when it opened.
 */
export class RiskTrace {
  /** The newest buckets, in a ring. */
  readonly #buckets = new Int32Array(TRACE_BUCKETS);
  readonly #risks = new Float32Array(TRACE_BUCKETS);
  #count = 0;
  /** Where the newest stands. */
  #last = -1;

  /**
   * Notes a risk.
   *
   * @param nowMs Any clock that only moves forward; an earlier time than the last counts as the last.
   * @param risk In [0, 100].
   */
  add(nowMs: number, risk: number): void {
    const bucket = Math.floor(nowMs / TRACE_BUCKET_MS);
    if (this.#count > 0 && bucket <= this.#buckets[this.#last]) {
      this.#risks[this.#last] = Math.max(this.#risks[this.#last], risk);
      return;
    }
    this.#last = (this.#last + 1) % TRACE_BUCKETS;
    this.#buckets[this.#last] = bucket;
    this.#risks[this.#last] = risk;
    this.#count = Math.min(TRACE_BUCKETS, this.#count + 1);
  }

  /**
   * Points for a chart, up to now: `[times in s before now (≤ 0), risks]`. The last risk holds until now.
   */
  points(nowMs: number, risk: number): [number[], number[]] {
    const nowBucket = Math.floor(nowMs / TRACE_BUCKET_MS);
    const places = Array.from(
      { length: this.#count },
      (_, index) => (this.#last - this.#count + 1 + index + TRACE_BUCKETS) % TRACE_BUCKETS,
    );
    const times = places.map((place) => (this.#buckets[place] - nowBucket) * TRACE_BUCKET_MS / 1_000);
    return [[...times, 1], [...places.map((place) => this.#risks[place]), risk]];
  }
}
