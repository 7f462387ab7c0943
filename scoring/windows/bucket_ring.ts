import { z } from "zod";

/** A {@link BucketRing} in JSON. */
export const BucketRingSnapshot = z.strictObject({
  head: z.number(),
  overall: z.array(z.number()),
  rows: z.array(z.array(z.number())).describe(
    "Rows that hold anything: bucket number, then columns; trailing zeros left out",
  ),
});
export type BucketRingSnapshot = z.infer<typeof BucketRingSnapshot>;

/**
 * Sums of several columns over a rolling window, in buckets of time. The caller's time moves it; it has no clock.
 *
 * The window is the newest bucket and the `buckets - 1` before it, so its length is between
 * `(buckets - 1) * bucketMs` and `buckets * bucketMs`. Values must be integers: then taking an old bucket's values
 * out of the sums is exact, and a rolling sum equals a full recompute to the last bit. Adding costs the same however
 * long the attempt; moving on costs at most `buckets` rows, however far the time jumps.
 *
 * @example Key presses in the last 30 s
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const ring = new BucketRing(10_000, 3, 1);
 * ring.advance(5_000);
 * ring.add(ring.row(5_000), 0, 2);
 * ring.advance(25_000);
 * assert.equal(ring.sums[0], 2);
 * ring.advance(30_000);
 * assert.equal(ring.sums[0], 0);
 * ```
 */
export class BucketRing {
  readonly bucketMs: number;
  readonly buckets: number;
  readonly columns: number;
  /** Sums over the window, one for each column. Read only. */
  readonly sums: Float64Array;
  /** Sums since the beginning, one for each column. Read only. */
  readonly overall: Float64Array;
  readonly #cells: Float64Array;
  #head = 0;
  /** Row of the newest bucket, where nearly everything happens. */
  #headRow = 0;

  /**
   * @param bucketMs Length of a bucket in ms.
   * @param buckets Buckets in the window.
   * @throws {RangeError} If one of them is not a positive integer.
   */
  constructor(bucketMs: number, buckets: number, columns: number) {
    for (const [name, value] of Object.entries({ bucketMs, buckets, columns })) {
      if (!Number.isSafeInteger(value) || value < 1) {
        throw new RangeError(`Cannot make a bucket ring: ${name} must be a positive integer, got ${value}`);
      }
    }
    this.bucketMs = bucketMs;
    this.buckets = buckets;
    this.columns = columns;
    this.sums = new Float64Array(columns);
    this.overall = new Float64Array(columns);
    this.#cells = new Float64Array(buckets * columns);
  }

  /** Moves the window on to `t` ms. An earlier time changes nothing. */
  advance(t: number): void {
    if (t >= (this.#head + 1) * this.bucketMs) this.#moveTo(Math.floor(t / this.bucketMs));
  }

  /** Begin of the window in ms; negative while the attempt is younger than the window. */
  get startMs(): number {
    return (this.#head - this.buckets + 1) * this.bucketMs;
  }

  /**
   * Where {@link add} puts what happened at `t` ms, or −1 where that lies outside the window.
   * The row is good until the next {@link advance}.
   */
  row(t: number): number {
    if (t >= this.#head * this.bucketMs && t < (this.#head + 1) * this.bucketMs) return this.#headRow;
    const bucket = Math.floor(t / this.bucketMs);
    if (bucket > this.#head || bucket <= this.#head - this.buckets || bucket < 0) return -1;
    return (bucket % this.buckets) * this.columns;
  }

  /**
   * Adds to a column. What lies outside the window counts only overall.
   *
   * @param row From {@link row}.
   * @param value An integer.
   */
  add(row: number, column: number, value: number): void {
    this.overall[column] += value;
    if (row < 0) return;
    this.#cells[row + column] += value;
    this.sums[column] += value;
  }

  /**
   * Adds the milliseconds from `fromMs` to `toMs` to a column, to each bucket the part that lies in it. Costs at most
   * one step per bucket.
   *
   * @param toMs Not after the time that the ring was advanced to.
   */
  addSpan(fromMs: number, toMs: number, column: number): void {
    const from = Math.round(fromMs);
    const to = Math.round(toMs);
    if (to <= from) return;
    this.overall[column] += to - from;
    let begin = Math.max(from, this.startMs, 0);
    while (begin < to) {
      const bucket = Math.floor(begin / this.bucketMs);
      const end = Math.min(to, (bucket + 1) * this.bucketMs);
      const row = this.row(begin);
      if (row < 0) return;
      this.#cells[row + column] += end - begin;
      this.sums[column] += end - begin;
      begin = end;
    }
  }

  /**
   * Sums of the buckets in the window that begin from `fromMs` and before `toMs`, written to `into`.
   *
   * @returns `into`
   */
  sumsBetween(fromMs: number, toMs: number, into: Float64Array): Float64Array {
    into.fill(0);
    const first = Math.max(0, Math.ceil(fromMs / this.bucketMs), this.#head - this.buckets + 1);
    const last = Math.min(Math.ceil(toMs / this.bucketMs) - 1, this.#head);
    for (let bucket = first; bucket <= last; bucket++) {
      const row = (bucket % this.buckets) * this.columns;
      for (let column = 0; column < this.columns; column++) into[column] += this.#cells[row + column];
    }
    return into;
  }

  /** First and last ms of the buckets in the window that hold anything in one of `columns`; null where none does. */
  extent(columns: readonly number[]): { fromMs: number; toMs: number } | null {
    let first = -1;
    let last = -1;
    for (let bucket = Math.max(0, this.#head - this.buckets + 1); bucket <= this.#head; bucket++) {
      const row = (bucket % this.buckets) * this.columns;
      if (!columns.some((column) => this.#cells[row + column] !== 0)) continue;
      if (first < 0) first = bucket;
      last = bucket;
    }
    if (first < 0) return null;
    return { fromMs: first * this.bucketMs, toMs: (last + 1) * this.bucketMs - 1 };
  }

  #moveTo(head: number): void {
    const from = Math.max(this.#head + 1, head - this.buckets + 1);
    for (let bucket = from; bucket <= head; bucket++) {
      const row = (bucket % this.buckets) * this.columns;
      for (let column = 0; column < this.columns; column++) {
        this.sums[column] -= this.#cells[row + column];
        this.#cells[row + column] = 0;
      }
    }
    this.#setHead(head);
  }

  #setHead(head: number): void {
    this.#head = head;
    this.#headRow = (head % this.buckets) * this.columns;
  }

  snapshot(): BucketRingSnapshot {
    const rows: number[][] = [];
    for (let bucket = Math.max(0, this.#head - this.buckets + 1); bucket <= this.#head; bucket++) {
      const row = (bucket % this.buckets) * this.columns;
      let width = this.columns;
      while (width > 0 && this.#cells[row + width - 1] === 0) width--;
      if (width > 0) rows.push([bucket, ...this.#cells.subarray(row, row + width)]);
    }
    return { head: this.#head, overall: [...this.overall], rows };
  }

  /** @throws {RangeError} If the snapshot is of another shape. */
  restore(snapshot: BucketRingSnapshot): void {
    const { head, overall, rows } = snapshot;
    if (overall.length !== this.columns) {
      throw new RangeError(`Cannot restore a bucket ring: want ${this.columns} columns, got ${overall.length}`);
    }
    this.#setHead(head);
    this.overall.set(overall);
    this.sums.fill(0);
    this.#cells.fill(0);
    for (const [bucket, ...values] of rows) {
      if (bucket > head || bucket <= head - this.buckets || bucket < 0 || values.length > this.columns) {
        throw new RangeError(`Cannot restore a bucket ring: bucket ${bucket} does not fit`);
      }
      const row = (bucket % this.buckets) * this.columns;
      for (let column = 0; column < values.length; column++) {
        this.#cells[row + column] = values[column];
        this.sums[column] += values[column];
      }
    }
  }
}
