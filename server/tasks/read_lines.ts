import { readRawLines } from "../delivery/raw_lines.ts";

/** A line of a stream, or that it was too long to be kept. */
export type Line = { number: number; text: string } | { number: number; text: null };

/**
 * Lines of a byte stream as text, without their ends, numbered from 1; one over `mostBytes` is given as null, and the next one
 * is read as usual. Bytes that are no UTF-8 become U+FFFD.
 *
 * @example
 * const stream = new Blob(["one\ntwo"]).stream();
 * assert.deepEqual(await Array.fromAsync(readLines(stream, 100), (line) => line.text), ["one", "two"]);
 */
export async function* readLines(stream: ReadableStream<Uint8Array>, mostBytes: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  for await (const { number, bytes } of readRawLines(stream, mostBytes)) {
    yield { number, text: bytes === null ? null : decoder.decode(bytes).replace(/\r$/, "") };
  }
}
