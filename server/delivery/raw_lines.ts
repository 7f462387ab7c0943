/** A line's bytes, untouched. */
interface RawLine {
  /** From 1. */
  number: number;
  /** Without the newline; null where the line is longer than allowed. */
  bytes: Uint8Array | null;
  /** Whether a newline ended it; only a file's last line can lack one. */
  isEnded: boolean;
}

const NEWLINE = 10;

/**
 * Lines of a byte stream as raw bytes: nothing is decoded, trimmed or mended, so that every bit can be checked. Holds
 * one line at a time; one over `mostBytes` is given as null.
 */
export async function* readRawLines(stream: ReadableStream<Uint8Array>, mostBytes: number): AsyncGenerator<RawLine> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let number = 0;
  const keep = (part: Uint8Array): void => {
    bytes += part.length;
    if (bytes > mostBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const finish = (isEnded: boolean): RawLine => {
    const line = { number: ++number, bytes: bytes > mostBytes ? null : joined(parts, bytes), isEnded };
    parts = [];
    bytes = 0;
    return line;
  };
  for await (const chunk of chunksOf(stream)) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end));
      yield finish(true);
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (bytes > 0) yield finish(false);
}

/** A stream's chunks; not every browser lets a loop go over a stream itself. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
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
