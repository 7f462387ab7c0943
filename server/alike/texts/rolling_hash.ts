/** An odd number whose powers spread well over 32 bits. */
const BASE = 0x01000193;

/**
 * A hash of each run of `length` units, by the place where it begins; each from the one before in constant time (Karp and Rabin
 * 1987). Equal runs have equal hashes; what has equal hashes must still be compared.
 */
export function runHashes(units: Uint16Array, length: number): Uint32Array {
  const count = Math.max(0, units.length - length + 1);
  const hashes = new Uint32Array(count);
  if (count === 0) return hashes;
  let leaving = 1;
  for (let index = 1; index < length; index++) leaving = Math.imul(leaving, BASE);
  let hash = 0;
  for (let index = 0; index < length; index++) hash = (Math.imul(hash, BASE) + units[index]) | 0;
  hashes[0] = spread(hash);
  for (let begin = 1; begin < count; begin++) {
    hash = (hash - Math.imul(units[begin - 1], leaving)) | 0;
    hash = (Math.imul(hash, BASE) + units[begin + length - 1]) | 0;
    hashes[begin] = spread(hash);
  }
  return hashes;
}

/** Low bits decide as much as high ones, so that which hash is least says nothing about the text. */
function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
