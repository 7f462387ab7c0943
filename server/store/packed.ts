/**
 * JSON texts as they lie in the store: large ones packed, a third to a fifth of their size. What is hashed, exported and read is
 * always the text; a store's pages, its disk and what hosted stores charge for see the packed form.
 */
import { compressBlock, decompressBlock, mostBlockBytes } from "./lz4_block.ts";

/** Shorter texts stay as they are, in bytes: they lie within one page of the store anyhow. */
const LEAST_BYTES = 900;

/** No stored text unpacks to more, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** First byte of what is packed; no JSON text begins with it. Four bytes of the text's length follow, then the block. */
const MARK = 0x01;
const HEADER_BYTES = 5;

/** Where blocks are made; a text that needs more gets a place of its own. */
const scratch = new Uint8Array(HEADER_BYTES + mostBlockBytes(128 * 1024));

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
  const most = HEADER_BYTES + mostBlockBytes(length);
  const packed = most <= scratch.length ? scratch : new Uint8Array(most);
  const end = HEADER_BYTES + compressBlock(bytes, packed.subarray(HEADER_BYTES));
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
  if (bytes[0] !== MARK) return bytes;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1, true);
  if (length > MOST_BYTES) throw new RangeError("Cannot unpack stored bytes: they are damaged");
  return decompressBlock(bytes.subarray(HEADER_BYTES), length);
}
