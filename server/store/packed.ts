/**
 * JSON texts as they lie in the store: packed, a batch's to two fifths of its size. What is hashed, exported and read is
 * always the text; a store's pages, its disk and what hosted stores charge for see the packed form.
 */
import { compressBlock, decompressBlock, mostBlockBytes, placesIn } from "./lz4_block.ts";
import { PRIMER_BYTES } from "./primer.ts";

/** Shorter texts stay as they are, in bytes. */
const LEAST_BYTES = 200;

/** No stored text unpacks to more, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * First byte of what is packed; no JSON text begins with it. Four bytes of the text's length follow, then the block: of the text alone in
 * stores of before, or of the text behind the primer.
 */
const MARK_ALONE = 0x01;
const MARK = 0x02;
const HEADER_BYTES = 5;

/** Larger texts gain nothing from a primer that matches cannot reach. */
const MOST_SCRATCH = 128 * 1024;
const PRIMED = placesIn(PRIMER_BYTES);

/** Where texts stand behind the primer, and where blocks are made; a text that needs more gets a place of its own. */
const primed = withPrimer(MOST_SCRATCH);
const scratch = new Uint8Array(HEADER_BYTES + mostBlockBytes(MOST_SCRATCH));

function withPrimer(bytes: number): Uint8Array {
  const place = new Uint8Array(PRIMER_BYTES.length + bytes);
  place.set(PRIMER_BYTES);
  return place;
}

/**
 * Bytes of a JSON text in the form in which they are stored.
 *
 * @example
 * const text = new TextEncoder().encode(JSON.stringify("abc ".repeat(500)));
 * assert.ok(pack(text).length < text.length / 4);
 * assert.deepEqual(unpack(pack(text)), text);
 */
export function pack(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  if (length < LEAST_BYTES) return bytes;
  const isSmall = length <= MOST_SCRATCH;
  const source = isSmall ? primed : withPrimer(length);
  source.set(bytes, PRIMER_BYTES.length);
  const packed = isSmall ? scratch : new Uint8Array(HEADER_BYTES + mostBlockBytes(length));
  const text = source.subarray(0, PRIMER_BYTES.length + length);
  const end = HEADER_BYTES + compressBlock(text, packed.subarray(HEADER_BYTES), PRIMER_BYTES.length, PRIMED);
  if (end >= length) return bytes;
  packed[0] = MARK;
  for (let byte = 0; byte < 4; byte++) packed[1 + byte] = length >>> (8 * byte);
  return packed.slice(0, end);
}

/**
 * The bytes that {@link pack} was given. What was stored as plain text comes back as it is.
 *
 * @throws {RangeError} If they are no packed text any more. Whether they are the same text, a log's chain says.
 */
export function unpack(bytes: Uint8Array): Uint8Array {
  const [mark] = bytes;
  if (mark !== MARK && mark !== MARK_ALONE) return bytes;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true);
  if (length > MOST_BYTES) throw new RangeError("Cannot unpack stored bytes: they are damaged");
  return decompressBlock(bytes.subarray(HEADER_BYTES), length, mark === MARK ? PRIMER_BYTES : undefined);
}
