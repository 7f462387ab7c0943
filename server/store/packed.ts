/**
 * JSON texts as they lie in the store: large ones deflated (RFC 1950), a fourth to a fifth of their size. What is hashed, exported and
 * read is always the text; a store's pages, its disk and what hosted stores charge for see the packed form.
 */
import { deflateSync, inflateSync } from "node:zlib";

/** Shorter texts stay as they are, in bytes: they lie within one page of the store anyhow. */
const LEAST_BYTES = 900;

/** No stored text unpacks to more, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Fast rather than small, with a window of 4 kB: events repeat their fields every hundred bytes. */
const OPTIONS = { level: 1, memLevel: 5, windowBits: 12 } as const;

/** First byte of what {@link OPTIONS} makes; no JSON text begins with it. */
const MARK = 0x48;

/**
 * Bytes of a JSON text in the form in which they are stored.
 *
 * @example
 * const text = new TextEncoder().encode(JSON.stringify("abc ".repeat(500)));
 * assert.ok(pack(text).length < text.length / 4);
 * assert.deepEqual(unpack(pack(text)), text);
 */
export function pack(bytes: Uint8Array): Uint8Array {
  if (bytes.length < LEAST_BYTES) return bytes;
  // One piece of output that is surely large enough: the default of 16 kB would be garbage for every batch.
  const packed = deflateSync(bytes, { ...OPTIONS, chunkSize: bytes.length });
  return packed.length < bytes.length ? packed : bytes;
}

/**
 * The bytes that {@link pack} was given. What was stored as plain text comes back as it is.
 *
 * @throws {RangeError} If they were changed since.
 */
export function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== MARK) return bytes;
  try {
    return new Uint8Array(inflateSync(bytes, { maxOutputLength: MOST_BYTES }));
  } catch {
    throw new RangeError("Cannot unpack stored bytes: they are damaged");
  }
}
