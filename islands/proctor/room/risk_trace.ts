/** Width of one bucket of a trace, in ms. */
export const TRACE_BUCKET_MS = 5_000;
/** Buckets that a trace keeps: the last five minutes. */
const TRACE_BUCKETS = 60;

/**
 * A student's recent risk as a row draws it: the highest of each five seconds, the last five minutes.
 *
 * Has no clock; the caller passes the time.
 */
export class RiskTrace {
  readonly #buckets: number[] = [];
  readonly #risks: number[] = [];

  /**
   * Notes a risk.
   *
   * @param nowMs Any clock that only moves forward; an earlier time than the last counts as the last.
   * @param risk In [0, 100].
   */
  add(nowMs: number, risk: number): void {
    const bucket = Math.floor(nowMs / TRACE_BUCKET_MS);
    const last = this.#buckets.length - 1;
    if (last >= 0 && bucket <= this.#buckets[last]) {
      this.#risks[last] = Math.max(this.#risks[last], risk);
      return;
    }
    this.#buckets.push(bucket);
    this.#risks.push(risk);
    if (this.#buckets.length > TRACE_BUCKETS) {
      this.#buckets.shift();
      this.#risks.shift();
    }
  }

  /**
   * Points for a chart, up to now: `[times in s before now (≤ 0), risks]`. The last risk holds until now.
   */
  points(nowMs: number, risk: number): [number[], number[]] {
    const nowBucket = Math.floor(nowMs / TRACE_BUCKET_MS);
    const times = this.#buckets.map((bucket) => (bucket - nowBucket) * TRACE_BUCKET_MS / 1_000);
    return [[...times, 1], [...this.#risks, risk]];
  }
}
