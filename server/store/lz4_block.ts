/**
 * LZ4's block format (github.com/lz4/lz4, doc/lz4_Block_format.md), both ways, on bytes of any length. A batch's text costs 5 µs, where
 * setting up a stream of zlib's alone costs twice that for each (docs/performance.md).
 */

/** Matches are found by the last place of the same four bytes, as far as it is remembered. */
const HASH_BITS = 12;
const places = new Int32Array(1 << HASH_BITS);

const NOTHING = new Uint8Array(0);

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

/** Where in a text four bytes were last seen, by their hash: what {@link compressBlock} begins with behind a text that both sides know. */
export function placesIn(known: Uint8Array): Int32Array {
  const seen = new Int32Array(1 << HASH_BITS);
  for (let at = 1; at + LEAST_MATCH <= known.length; at++) seen[hashAt(known, at)] = at;
  return seen;
}

function hashAt(source: Uint8Array, at: number): number {
  const word = source[at] | source[at + 1] << 8 | source[at + 2] << 16 | source[at + 3] << 24;
  return Math.imul(word, 0x9e3779b1) >>> (32 - HASH_BITS);
}

/**
 * Writes `source` from `from` on as one block.
 *
 * @param into At least {@link mostBlockBytes} long.
 * @param known Places in what stands before `from`: {@link placesIn}.
 * @returns The block's length.
 */
export function compressBlock(source: Uint8Array, into: Uint8Array, from = 0, known?: Int32Array): number {
  const length = source.length;
  const matchUntil = length - LAST_LITERALS;
  if (known === undefined) places.fill(0);
  else places.set(known);
  let end = 0;
  let literalsFrom = from;
  let at = Math.max(1, from);
  let misses = 1 << PATIENCE_BITS;
  while (at < length - NO_MATCH_WITHIN) {
    const hash = hashAt(source, at);
    const before = places[hash];
    places[hash] = at;
    const isMatch = at - before <= FURTHEST && source[before] === source[at] && source[before + 1] === source[at + 1] &&
      source[before + 2] === source[at + 2] && source[before + 3] === source[at + 3];
    if (!isMatch) {
      at += misses++ >> PATIENCE_BITS;
      continue;
    }
    let matched = LEAST_MATCH;
    while (at + matched < matchUntil && source[before + matched] === source[at + matched]) matched++;
    end = writeLiterals(source, literalsFrom, at, into, end, matched - LEAST_MATCH);
    into[end++] = (at - before) & 255;
    into[end++] = (at - before) >> 8;
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
 * @param known What stood before it.
 * @throws {RangeError} If it does not; nothing outside it is read.
 */
export function decompressBlock(block: Uint8Array, length: number, known: Uint8Array = NOTHING): Uint8Array {
  const most = known.length + length;
  const bytes = new Uint8Array(most);
  bytes.set(known);
  let at = 0;
  let end = known.length;
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
    if (at + literals > block.length || end + literals > most) throw damaged();
    for (let index = 0; index < literals; index++) bytes[end++] = block[at++];
    if (at === block.length) break;
    if (at + 2 > block.length) throw damaged();
    let from = end - (block[at] | block[at + 1] << 8);
    at += 2;
    const matched = readLength(token & 15) + LEAST_MATCH;
    if (from < 0 || from === end || end + matched > most) throw damaged();
    for (let index = 0; index < matched; index++) bytes[end++] = bytes[from++];
  }
  if (end !== most) throw damaged();
  return known.length === 0 ? bytes : bytes.slice(known.length);
}

function damaged(): RangeError {
  return new RangeError("Cannot unpack stored bytes: they are damaged");
}
