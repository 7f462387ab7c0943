import { z } from "zod";
import { MOST_COLUMNS, PackedRows } from "./packed_rows.ts";

/** A {@link BucketRing} in JSON. */
export const BucketRingSnapshot = z.strictObject({
  head: z.number(),
  overall: z.array(z.number()),
  rows: z.array(z.array(z.number())).describe(
    "Rows that hold anything: bucket number, then columns; trailing zeros left out",
  ),
});
export type BucketRingSnapshot = z.infer<typeof BucketRingSnapshot>;

/** The newest bucket's row. */
const NEWEST = 0;

/** An older bucket's row while it is read; shared by all rings. */
const older = new Float64Array(MOST_COLUMNS);

/**
 * Sums of several columns over a rolling window, in buckets of time. The caller's time moves it; it has no clock.
 *
 * The window is the newest bucket and the `buckets - 1` before it, so its length is between
 * `(buckets - 1) * bucketMs` and `buckets * bucketMs`. Values must be integers: then taking an old bucket's values
 * out of the sums is exact, and a rolling sum equals a full recompute to the last bit. Adding costs the same however
 * long the attempt; moving on costs at most `buckets` rows, however far the time jumps. Nearly everything happens in the
 * newest bucket, so the others are kept packed: an eighth of the bytes.
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
  /**
   * The newest bucket; then the sums of those before it that lie in the window; then of all before it. What happens now is added
   * to the first alone.
   */
  readonly #numbers: Float64Array;
  /** The buckets before the newest that lie in the window. */
  readonly #before: PackedRows;
  #head = 0;

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
    this.#numbers = new Float64Array(3 * columns);
    this.#before = new PackedRows(columns);
  }

  /** A column's sum over the window. */
  sum(column: number): number {
    return this.#numbers[this.columns + column] + this.#numbers[column];
  }

  /** A column's sum since the beginning. */
  total(column: number): number {
    return this.#numbers[2 * this.columns + column] + this.#numbers[column];
  }

  /** Sums over the window, one for each column. */
  get sums(): Float64Array {
    return this.readSums(new Float64Array(this.columns));
  }

  /** Sums since the beginning, one for each column. */
  get overall(): Float64Array {
    return this.readOverall(new Float64Array(this.columns));
  }

  /** Writes {@link sums} to `into`. @returns `into` */
  readSums(into: Float64Array): Float64Array {
    for (let column = 0; column < this.columns; column++) into[column] = this.sum(column);
    return into;
  }

  /** Writes {@link overall} to `into`. @returns `into` */
  readOverall(into: Float64Array): Float64Array {
    for (let column = 0; column < this.columns; column++) into[column] = this.total(column);
    return into;
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
    if (t >= this.#head * this.bucketMs && t < (this.#head + 1) * this.bucketMs) return NEWEST;
    const bucket = Math.floor(t / this.bucketMs);
    if (bucket > this.#head || bucket <= this.#head - this.buckets || bucket < 0) return -1;
    return this.#head - bucket;
  }

  /**
   * Adds to a column. What lies outside the window counts only overall.
   *
   * @param row From {@link row}.
   * @param value An integer.
   */
  add(row: number, column: number, value: number): void {
    if (row === NEWEST) this.#numbers[column] += value;
    else this.#addElsewhere(row, column, value);
  }

  #addElsewhere(row: number, column: number, value: number): void {
    this.#numbers[2 * this.columns + column] += value;
    if (row < 0) return;
    this.#numbers[this.columns + column] += value;
    this.#before.add(this.#before.length - row, column, value);
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
    let begin = Math.max(from, this.startMs, 0);
    // What lies before the window counts only overall.
    this.#numbers[2 * this.columns + column] += Math.min(begin, to) - from;
    while (begin < to) {
      const bucket = Math.floor(begin / this.bucketMs);
      const end = Math.min(to, (bucket + 1) * this.bucketMs);
      this.add(this.row(begin), column, end - begin);
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
      const row = this.#rowOf(bucket);
      for (let column = 0; column < this.columns; column++) into[column] += row[column];
    }
    return into;
  }

  /** First and last ms of the buckets in the window that hold anything in one of `columns`; null where none does. */
  extent(columns: readonly number[]): { fromMs: number; toMs: number } | null {
    let first = -1;
    let last = -1;
    for (let bucket = Math.max(0, this.#head - this.buckets + 1); bucket <= this.#head; bucket++) {
      const row = this.#rowOf(bucket);
      if (!columns.some((column) => row[column] !== 0)) continue;
      if (first < 0) first = bucket;
      last = bucket;
    }
    if (first < 0) return null;
    return { fromMs: first * this.bucketMs, toMs: (last + 1) * this.bucketMs - 1 };
  }

  /** What a bucket of the window holds, in the first columns. Good until another one is read. */
  #rowOf(bucket: number): Float64Array {
    const age = this.#head - bucket;
    return age === 0 ? this.#numbers : this.#before.read(this.#before.length - age, older);
  }

  #moveTo(head: number): void {
    if (head - this.#head >= this.buckets) this.#forgetAll();
    const steps = Math.min(head - this.#head, this.buckets - 1);
    for (let step = 0; step < steps; step++) {
      this.#before.push(this.#numbers);
      this.#settle(true);
    }
    this.#head = head;
    while (this.#before.length > Math.min(head, this.buckets - 1)) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const row = this.#before.read(0, older);
    for (let column = 0; column < this.columns; column++) this.#numbers[this.columns + column] -= row[column];
    this.#before.shift();
  }

  /** The window holds nothing; what it held counts only overall. */
  #forgetAll(): void {
    this.#settle(false);
    this.#numbers.fill(0, this.columns, 2 * this.columns);
    this.#before.clear();
  }

  /** The newest bucket is no longer the newest. @param isInWindow Whether it lies in the window. */
  #settle(isInWindow: boolean): void {
    const numbers = this.#numbers;
    for (let column = 0; column < this.columns; column++) {
      if (isInWindow) numbers[this.columns + column] += numbers[column];
      numbers[2 * this.columns + column] += numbers[column];
      numbers[column] = 0;
    }
  }

  snapshot(): BucketRingSnapshot {
    const rows: number[][] = [];
    for (let bucket = Math.max(0, this.#head - this.buckets + 1); bucket <= this.#head; bucket++) {
      const row = this.#rowOf(bucket);
      let width = this.columns;
      while (width > 0 && row[width - 1] === 0) width--;
      if (width > 0) rows.push([bucket, ...row.slice(0, width)]);
    }
    return { head: this.#head, overall: [...this.overall], rows };
  }

  /** @throws {RangeError} If the snapshot is of another shape. */
  restore(snapshot: BucketRingSnapshot): void {
    const { head, overall, rows } = snapshot;
    if (overall.length !== this.columns) {
      throw new RangeError(`Cannot restore a bucket ring: want ${this.columns} columns, got ${overall.length}`);
    }
    this.#forgetAll();
    this.#head = Math.max(0, head - this.buckets + 1);
    for (const [bucket, ...values] of rows) {
      if (bucket > head || bucket < this.#head || values.length > this.columns) {
        throw new RangeError(`Cannot restore a bucket ring: bucket ${bucket} does not fit`);
      }
      this.#moveTo(bucket);
      values.forEach((value, column) => this.add(NEWEST, column, value));
    }
    this.#moveTo(head);
    for (let column = 0; column < this.columns; column++) {
      this.#numbers[2 * this.columns + column] = overall[column] - this.#numbers[column];
    }
  }
}
