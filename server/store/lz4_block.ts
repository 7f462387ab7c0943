/**
 * LZ4's block format (github.com/lz4/lz4, doc/lz4_Block_format.md), both ways, on bytes of any length. A batch's text costs 5 µs, where
 * setting up a stream of zlib's alone costs twice that for each (docs/performance.md).
 */

/** Matches are found by the last place of the same four bytes, as far as it is remembered. */
const HASH_BITS = 12;
const places = new Int32Array(1 << HASH_BITS);

const LEAST_MATCH = 4;
/** A block's last bytes are literals, and no match begins in its last dozen: the format's own limits. */
const LAST_LITERALS = 5;
const NO_MATCH_WITHIN = 12;
const FURTHEST = 65_535;
/** After so many bytes without a match, as a power of two, the search takes longer steps. */
const PATIENCE_BITS = 6;

/** Most bytes that a block of `length` bytes can take. */
export function mostBlockBytes(length: number): number {
  return length + Math.ceil(length / 255) + 16;
}

/**
 * Writes `source` as one block.
 *
 * @param into At least {@link mostBlockBytes} long.
 * @returns The block's length.
 */
export function compressBlock(source: Uint8Array, into: Uint8Array): number {
  const length = source.length;
  const matchUntil = length - LAST_LITERALS;
  places.fill(0);
  let end = 0;
  let literalsFrom = 0;
  let at = 1;
  let misses = 1 << PATIENCE_BITS;
  while (at < length - NO_MATCH_WITHIN) {
    const word = source[at] | source[at + 1] << 8 | source[at + 2] << 16 | source[at + 3] << 24;
    const hash = Math.imul(word, 0x9e3779b1) >>> (32 - HASH_BITS);
    const from = places[hash];
    places[hash] = at;
    const isMatch = at - from <= FURTHEST && source[from] === source[at] && source[from + 1] === source[at + 1] &&
      source[from + 2] === source[at + 2] && source[from + 3] === source[at + 3];
    if (!isMatch) {
      at += misses++ >> PATIENCE_BITS;
      continue;
    }
    let matched = LEAST_MATCH;
    while (at + matched < matchUntil && source[from + matched] === source[at + matched]) matched++;
    end = writeLiterals(source, literalsFrom, at, into, end, matched - LEAST_MATCH);
    into[end++] = (at - from) & 255;
    into[end++] = (at - from) >> 8;
    end = writeLength(matched - LEAST_MATCH, into, end);
    at += matched;
    literalsFrom = at;
    misses = 1 << PATIENCE_BITS;
  }
  return writeLiterals(source, literalsFrom, length, into, end, 0);
}

/** A sequence's token and literals. */
function writeLiterals(
  source: Uint8Array,
  from: number,
  until: number,
  into: Uint8Array,
  end: number,
  matchLength: number,
): number {
  const count = until - from;
  into[end++] = Math.min(15, count) << 4 | Math.min(15, matchLength);
  end = writeLength(count, into, end);
  for (let index = from; index < until; index++) into[end++] = source[index];
  return end;
}

/** What of a length does not fit its four bits of the token. */
function writeLength(length: number, into: Uint8Array, end: number): number {
  if (length < 15) return end;
  let rest = length - 15;
  for (; rest >= 255; rest -= 255) into[end++] = 255;
  into[end++] = rest;
  return end;
}

/**
 * Reads one block that holds exactly `length` bytes.
 *
 * @throws {RangeError} If it does not; nothing outside it is read.
 */
export function decompressBlock(block: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  let end = 0;
  const readLength = (short: number): number => {
    let total = short;
    if (short < 15) return total;
    for (let more = 255; more === 255;) {
      if (at >= block.length) throw damaged();
      total += more = block[at++];
    }
    return total;
  };
  while (at < block.length) {
    const token = block[at++];
    const literals = readLength(token >> 4);
    if (at + literals > block.length || end + literals > length) throw damaged();
    for (let index = 0; index < literals; index++) bytes[end++] = block[at++];
    if (at === block.length) break;
    if (at + 2 > block.length) throw damaged();
    let from = end - (block[at] | block[at + 1] << 8);
    at += 2;
    const matched = readLength(token & 15) + LEAST_MATCH;
    if (from < 0 || from === end || end + matched > length) throw damaged();
    for (let index = 0; index < matched; index++) bytes[end++] = bytes[from++];
  }
  if (end !== length) throw damaged();
  return bytes;
}

function damaged(): RangeError {
  return new RangeError("Cannot unpack stored bytes: they are damaged");
}
