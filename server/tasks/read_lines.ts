/** A line of a stream, or that it was too long to be kept. */
export type Line = { number: number; text: string } | { number: number; text: null };

const NEWLINE = 10;

/**
 * Lines of a byte stream, without their ends, numbered from 1. Holds one line at a time; one over `mostBytes` is given
 * as null, and the next one is read as usual. Bytes that are no UTF-8 become U+FFFD.
 *
 * @example
 * const stream = new Blob(["one\ntwo"]).stream();
 * assert.deepEqual(await Array.fromAsync(readLines(stream, 100), (line) => line.text), ["one", "two"]);
 */
export async function* readLines(stream: ReadableStream<Uint8Array>, mostBytes: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let kept: Uint8Array[] = [];
  let bytes = 0;
  let number = 0;
  const finish = (): Line => {
    number++;
    const isTooLong = bytes > mostBytes;
    const text = isTooLong ? null : decoder.decode(joined(kept, bytes)).replace(/\r$/, "");
    kept = [];
    bytes = 0;
    return { number, text };
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (bytes > 0) yield finish();

  function keep(part: Uint8Array): void {
    bytes += part.length;
    if (bytes > mostBytes) kept = [];
    else if (part.length > 0) kept.push(part);
  }
}

function joined(parts: readonly Uint8Array[], bytes: number): Uint8Array {
  if (parts.length === 1) return parts[0];
  const all = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
