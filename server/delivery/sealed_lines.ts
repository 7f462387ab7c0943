import { createHash } from "node:crypto";

/**
 * Lines of NDJSON that can be checked byte by byte without any key: each ends with a hash of its own bytes and of
 * the hash of the line before. Whatever bit changes, wherever it is, the line that holds it no longer fits; a line
 * that was taken out, put in or moved makes the next one not fit.
 */

/** The hash before the first line. */
const FIRST = "0".repeat(64);

const TAIL_START = ',"hash":"';
const TAIL_END = '"}';
const TAIL_BYTES = TAIL_START.length + 64 + TAIL_END.length;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

function hashOf(previous: string, body: Uint8Array): string {
  return createHash("sha256").update(previous).update(body).digest("hex");
}

/** Seals lines, one behind the other. */
export class LineSealer {
  #hash = FIRST;
  #lines = 0;

  /** Running hash up to the last line. */
  get hash(): string {
    return this.#hash;
  }

  /**
   * The next line, with its end.
   *
   * @param fields What the line says: a JSON object's text, `{…}`.
   */
  seal(fields: string): Uint8Array {
    this.#lines++;
    const body = `{"line":${this.#lines},${fields.slice(1, -1)}`;
    this.#hash = hashOf(this.#hash, encoder.encode(body));
    return encoder.encode(`${body}${TAIL_START}${this.#hash}${TAIL_END}\n`);
  }
}

/** A line whose seal fits. */
export interface OpenedLine {
  /** The line's JSON text without its hash, `{"line":…}`. */
  text: string;
  /** Running hash up to and including this line. */
  hash: string;
}

/** Checks lines, one behind the other. */
export class LineOpener {
  #hash = FIRST;
  #lines = 0;

  /**
   * Opens the next line.
   *
   * @param bytes The line's bytes without its newline.
   * @returns The line, or null where its bytes are not those that were sealed behind the lines before.
   */
  open(bytes: Uint8Array): OpenedLine | null {
    this.#lines++;
    const bodyBytes = bytes.length - TAIL_BYTES;
    if (bodyBytes <= 0) return null;
    const body = bytes.subarray(0, bodyBytes);
    this.#hash = hashOf(this.#hash, body);
    const tail = `${TAIL_START}${this.#hash}${TAIL_END}`;
    if (!isAscii(bytes.subarray(bodyBytes), tail)) return null;
    let text: string;
    try {
      text = decoder.decode(body);
    } catch {
      return null;
    }
    return text.startsWith(`{"line":${this.#lines},`) ? { text: `${text}}`, hash: this.#hash } : null;
  }
}

function isAscii(bytes: Uint8Array, text: string): boolean {
  return bytes.length === text.length && bytes.every((byte, index) => byte === text.charCodeAt(index));
}
