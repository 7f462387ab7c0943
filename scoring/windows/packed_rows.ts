/** Columns of a row at most: a bit for each says whether it holds anything. */
export const MOST_COLUMNS = 32;
/** Before a row's values: how many pieces it takes, and the bits of its columns in two. */
const HEADER = 3;
/** Bits of a value in a piece; the sixteenth says that more of them follow. */
const BITS = 15;
const MORE = 1 << BITS;
/** Numbers from here on are taken apart by division: whole numbers of 32 bits end there. */
const PLAIN_BELOW = 2 ** 31;
/** Pieces of a value at most. */
const MOST_PIECES = 4;
/** Room is made for so many pieces more than are needed: a row that grows must not move all others. */
const ROOM = 32;

const NOTHING = new Uint16Array(0);

/** A row while it is packed, and one that is added to; shared by all, one after the other. */
const packing = new Uint16Array(HEADER + MOST_COLUMNS * MOST_PIECES);
const changed = new Float64Array(MOST_COLUMNS);

/**
 * Rows of integers, oldest first, in as little room as their values need: a bit for each column that holds something, and its
 * value in pieces of 15 bits. At rest most columns of most rows are 0, and what is seldom read may cost a little to read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * const rows = new PackedRows(3);
 * rows.push(Float64Array.of(0, -5, 1e12));
 * assert.deepEqual(rows.read(0, new Float64Array(3)), Float64Array.of(0, -5, 1e12));
 * ```
 */
export class PackedRows {
  readonly #columns: number;
  #packed = NOTHING;
  /** Where the oldest row begins, and where the newest one ends. */
  #from = 0;
  #to = 0;
  #rows = 0;

  /**
   * @param columns Numbers in a row.
   * @throws {RangeError} If they are more than 32.
   */
  constructor(columns: number) {
    if (columns > MOST_COLUMNS) throw new RangeError(`Cannot pack rows of more than ${MOST_COLUMNS}, got ${columns}`);
    this.#columns = columns;
  }

  /** Rows held. */
  get length(): number {
    return this.#rows;
  }

  /** Puts a row behind all others. @param row What stands behind its columns is not read. */
  push(row: Float64Array): void {
    this.#replace(this.#to, 0, row);
    this.#rows++;
  }

  /** Takes the oldest row away. */
  shift(): void {
    this.#from += this.#packed[this.#from];
    this.#rows--;
  }

  /** Takes all rows away. */
  clear(): void {
    this.#from = 0;
    this.#to = 0;
    this.#rows = 0;
  }

  /**
   * Adds to a column of a row.
   *
   * @param index The oldest row's is 0.
   * @param value An integer.
   */
  add(index: number, column: number, value: number): void {
    const row = this.read(index, changed);
    row[column] += value;
    const begin = this.#begin(index);
    this.#replace(begin, this.#packed[begin], row);
  }

  /** Writes a row's values to `into`. @returns `into` */
  read(index: number, into: Float64Array): Float64Array {
    const packed = this.#packed;
    const begin = this.#begin(index);
    let next = begin + HEADER;
    for (let column = 0; column < this.#columns; column++) into[column] = 0;
    for (let bits = packed[begin + 1] | (packed[begin + 2] << 16); bits !== 0; bits &= bits - 1) {
      let piece = packed[next++];
      let code = piece & (MORE - 1);
      for (let unit = MORE; piece >= MORE; unit *= MORE) {
        piece = packed[next++];
        code += (piece & (MORE - 1)) * unit;
      }
      into[31 - Math.clz32(bits & -bits)] = code % 2 === 0 ? code / 2 : -(code + 1) / 2;
    }
    return into;
  }

  #begin(index: number): number {
    let begin = this.#from;
    for (let row = 0; row < index; row++) begin += this.#packed[begin];
    return begin;
  }

  /** Puts a row where one of so many pieces was. */
  #replace(at: number, before: number, row: Float64Array): void {
    const after = pack(row, this.#columns);
    const begin = this.#to + after - before > this.#packed.length ? at - this.#makeRoom(after) : at;
    const packed = this.#packed;
    if (begin + before < this.#to) packed.copyWithin(begin + after, begin + before, this.#to);
    for (let index = 0; index < after; index++) packed[begin + index] = packing[index];
    this.#to += after - before;
  }

  /** Moves the rows to the front, into more room where they fill most of it. @returns How far they moved. */
  #makeRoom(pieces: number): number {
    const [from, to] = [this.#from, this.#to];
    const held = to - from;
    if (held + pieces + ROOM <= this.#packed.length) this.#packed.copyWithin(0, from, to);
    else {
      const larger = new Uint16Array((Math.ceil((held + pieces) / ROOM) + 2) * ROOM);
      larger.set(this.#packed.subarray(from, to));
      this.#packed = larger;
    }
    this.#from = 0;
    this.#to = held;
    return from;
  }
}

/** Writes a row to {@link packing}. @returns Its pieces. */
function pack(row: Float64Array, columns: number): number {
  let bits = 0;
  let next = HEADER;
  for (let column = 0; column < columns; column++) {
    const value = row[column];
    if (value === 0) continue;
    bits |= 1 << column;
    // Every integer as one that is not negative, those near 0 as small ones.
    let code = value > 0 ? value * 2 : -value * 2 - 1;
    for (; code >= PLAIN_BELOW; code = Math.floor(code / MORE)) packing[next++] = MORE | (code % MORE);
    let rest = code | 0;
    for (; rest >= MORE; rest >>= BITS) packing[next++] = MORE | (rest & (MORE - 1));
    packing[next++] = rest;
  }
  packing[0] = next;
  packing[1] = bits & 0xffff;
  packing[2] = bits >>> 16;
  return next;
}
