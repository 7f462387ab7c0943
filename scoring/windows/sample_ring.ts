import { z } from "zod";

/** A {@link SampleRing} in JSON; null is a sample that was not taken. */
export const SampleRingSnapshot = z.strictObject({
  taken: z.number(),
  samples: z.array(z.array(z.number().nullable())),
});
export type SampleRingSnapshot = z.infer<typeof SampleRingSnapshot>;

/** Values are kept in ten thousandths, which is far below any spread, and keeps snapshots short. */
const STEPS = 1e4;
/** Stands for NaN. */
const NOT_TAKEN = -(2 ** 31);
/** Further from 0 a value counts as this far. */
const MOST = 2 ** 31 - 1;
/** Room is made for so many samples at a time. */
const ROWS_AT_ONCE = 10;

/** Room for no sample; all rings share it until their first. */
const NOTHING = new Int32Array(0);

/**
 * The last samples of a few features, one row for each sample: what is normal for one student. NaN stands for a
 * feature that had too little evidence in its minute. Values are rounded to ten thousandths.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const ring = new SampleRing(2, 1);
 * for (const value of [1, 2, 3]) ring.push([value]);
 * assert.deepEqual(ring.values(0, 0, 9), [2, 3]);
 * ```
 */
export class SampleRing {
  readonly rows: number;
  readonly columns: number;
  /** In steps; it grows with the samples up to {@link rows}. */
  #cells = NOTHING;
  #taken = 0;

  /** @throws {RangeError} If there is no room for a sample. */
  constructor(rows: number, columns: number) {
    if (!(rows >= 1) || !(columns >= 1)) {
      throw new RangeError(`Cannot make a sample ring: want at least one row and column, got ${rows} by ${columns}`);
    }
    this.rows = rows;
    this.columns = columns;
  }

  /** Samples held, at most {@link rows}. */
  get size(): number {
    return Math.min(this.#taken, this.rows);
  }

  /** Takes a sample; the oldest makes room. */
  push(sample: ArrayLike<number>): void {
    const row = (this.#taken % this.rows) * this.columns;
    if (row >= this.#cells.length) this.#makeRoom(row);
    for (let column = 0; column < this.columns; column++) this.#cells[row + column] = stepsOf(sample[column]);
    this.#taken++;
  }

  /** Values of a column without NaN, oldest first, of the samples whose age is in [`youngest`, `oldest`); the last one's is 0. */
  values(column: number, youngest: number, oldest: number): number[] {
    const found: number[] = [];
    for (let age = Math.min(oldest, this.size) - 1; age >= youngest; age--) {
      const value = this.#cells[((this.#taken - 1 - age) % this.rows) * this.columns + column];
      if (value !== NOT_TAKEN) found.push(value / STEPS);
    }
    return found;
  }

  /** Makes room for the sample that begins there, and for some more. */
  #makeRoom(row: number): void {
    const larger = new Int32Array(Math.min(row + ROWS_AT_ONCE * this.columns, this.rows * this.columns));
    larger.set(this.#cells);
    this.#cells = larger;
  }

  snapshot(): SampleRingSnapshot {
    const samples: (number | null)[][] = [];
    for (let age = this.size - 1; age >= 0; age--) {
      const row = ((this.#taken - 1 - age) % this.rows) * this.columns;
      samples.push(
        Array.from(
          this.#cells.subarray(row, row + this.columns),
          (value) => value === NOT_TAKEN ? null : value / STEPS,
        ),
      );
    }
    return { taken: this.#taken, samples };
  }

  /** @throws {RangeError} If the snapshot is of another shape. */
  restore({ taken, samples }: SampleRingSnapshot): void {
    if (samples.length !== Math.min(taken, this.rows) || samples.some((sample) => sample.length !== this.columns)) {
      throw new RangeError(`Cannot restore a sample ring: want rows of ${this.columns}, got ${samples.length} rows`);
    }
    this.#cells = NOTHING;
    this.#taken = taken - samples.length;
    for (const sample of samples) this.push(sample.map((value) => value ?? NaN));
  }
}

function stepsOf(value: number): number {
  return Number.isNaN(value) ? NOT_TAKEN : Math.max(-MOST, Math.min(MOST, Math.round(value * STEPS)));
}
