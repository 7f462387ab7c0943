import { CLOSE, PING, PONG, TEXT } from "./client_frame.ts";

/** What a server's frames say. */
export interface FrameListener {
  /** A text, the UTF-8 of `bytes` from `start` to before `end`: only until the call returns. */
  text(bytes: Uint8Array, start: number, end: number): void;
  /** A question whether one is still there; the answer carries the same payload. */
  ping(payload: Uint8Array): void;
  /** The server ends the connection. */
  close(code: number, reason: string): void;
}

/** Code of a close frame that names none (RFC 6455, 7.1.5). */
const NO_CODE = 1005;

/** Lengths that say that the length itself follows, in two bytes or in eight. */
const IN_TWO = 126;
const IN_EIGHT = 127;

/** Bytes of one frame, at most: answers of a whole exam are far less. */
const MOST_BYTES = 64 * 1024 * 1024;

const KNOWN: ReadonlySet<number> = new Set([TEXT, PING, PONG, CLOSE]);

/**
 * A server's frames out of the bytes of a connection, however they are cut. Looks at headers alone: what a text says is
 * the listener's to read, or not.
 */
export class FrameReader {
  readonly #listener: FrameListener;
  /** The beginning of a frame of which the rest has not come yet. */
  #begun: Uint8Array | null = null;

  constructor(listener: FrameListener) {
    this.#listener = listener;
  }

  /**
   * Reads the next bytes, which may be written over afterwards.
   *
   * @throws {RangeError} If they are no frame that a server may send whole and unmasked.
   */
  take(chunk: Uint8Array): void {
    const bytes = this.#begun === null ? chunk : joined(this.#begun, chunk);
    const { length: end } = bytes;
    let at = 0;
    while (end - at >= 2) {
      requireKnown(bytes[at]);
      let length = bytes[at + 1];
      let start = at + 2;
      if (length === IN_TWO) {
        if (end - at < 4) break;
        length = bytes[at + 2] << 8 | bytes[at + 3];
        start = at + 4;
      } else if (length === IN_EIGHT) {
        if (end - at < 10) break;
        length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(at + 2));
        start = at + 10;
      } else if (length > IN_EIGHT) throw new RangeError("Cannot read a frame: it is masked");
      if (length > MOST_BYTES) throw new RangeError(`Cannot read a frame of ${length} bytes`);
      if (end - start < length) break;
      this.#hear(bytes[at], bytes, start, start + length);
      at = start + length;
    }
    this.#begun = at === end ? null : bytes.slice(at);
  }

  #hear(first: number, bytes: Uint8Array, start: number, end: number): void {
    if (first === TEXT) return this.#listener.text(bytes, start, end);
    if (first === PING) return this.#listener.ping(bytes.slice(start, end));
    if (first === PONG) return;
    const code = end - start < 2 ? NO_CODE : bytes[start] << 8 | bytes[start + 1];
    this.#listener.close(code, new TextDecoder().decode(bytes.subarray(Math.min(end, start + 2), end)));
  }
}

function requireKnown(first: number): void {
  if (!KNOWN.has(first)) throw new RangeError(`Cannot read a frame that begins with 0x${first.toString(16)}`);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
