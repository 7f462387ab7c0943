import { z } from "zod";

/** A {@link SampleRing} in JSON; null is a sample that was not taken. */
export const SampleRingSnapshot = z.strictObject({
  taken: z.number(),
  samples: z.array(z.array(z.number().nullable())),
});
export type SampleRingSnapshot = z.infer<typeof SampleRingSnapshot>;

/**
 * The last samples of a few features, one row for each sample: what is normal for one student. NaN stands for a
 * feature that had too little evidence in its minute.
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
  readonly #cells: Float64Array;
  #taken = 0;

  /** @throws {RangeError} If there is no room for a sample. */
  constructor(rows: number, columns: number) {
    if (!(rows >= 1) || !(columns >= 1)) {
      throw new RangeError(`Cannot make a sample ring: want at least one row and column, got ${rows} by ${columns}`);
    }
    this.rows = rows;
    this.columns = columns;
    this.#cells = new Float64Array(rows * columns);
  }

  /** Samples held, at most {@link rows}. */
  get size(): number {
    return Math.min(this.#taken, this.rows);
  }

  /** Takes a sample; the oldest makes room. */
  push(sample: ArrayLike<number>): void {
    const row = (this.#taken % this.rows) * this.columns;
    for (let column = 0; column < this.columns; column++) this.#cells[row + column] = sample[column];
    this.#taken++;
  }

  /** Values of a column without NaN, oldest first, of the samples whose age is in [`youngest`, `oldest`); the last one's is 0. */
  values(column: number, youngest: number, oldest: number): number[] {
    const found: number[] = [];
    for (let age = Math.min(oldest, this.size) - 1; age >= youngest; age--) {
      const value = this.#cells[((this.#taken - 1 - age) % this.rows) * this.columns + column];
      if (!Number.isNaN(value)) found.push(value);
    }
    return found;
  }

  snapshot(): SampleRingSnapshot {
    const samples: (number | null)[][] = [];
    for (let age = this.size - 1; age >= 0; age--) {
      const row = ((this.#taken - 1 - age) % this.rows) * this.columns;
      samples.push(
        [...this.#cells.subarray(row, row + this.columns)].map((value) => Number.isNaN(value) ? null : value),
      );
    }
    return { taken: this.#taken, samples };
  }

  /** @throws {RangeError} If the snapshot is of another shape. */
  restore({ taken, samples }: SampleRingSnapshot): void {
    if (samples.length !== Math.min(taken, this.rows) || samples.some((sample) => sample.length !== this.columns)) {
      throw new RangeError(`Cannot restore a sample ring: want rows of ${this.columns}, got ${samples.length} rows`);
    }
    this.#cells.fill(0);
    this.#taken = taken - samples.length;
    for (const sample of samples) this.push(sample.map((value) => value ?? NaN));
  }
}
