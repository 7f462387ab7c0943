import { setImmediate } from "node:timers/promises";
import { createInflateRaw } from "node:zlib";
import type { ImportTold } from "../shared/found.ts";
import { pdfFilters } from "./pdf_filters.ts";

/** What all streams of a file may come to when they are unpacked, bytes. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Streams of a file that are packed, at most. */
const MOST_STREAMS = 10_000;
/** How often the whole file may be gone through: streams that lie in each other would be unpacked again and again. */
const MOST_TIMES = 16;
/** What stands before what is packed. */
const ZLIB_HEAD_BYTES = 2;
/** What is unpacked at a time, before it is counted, bytes. */
const PIECE_BYTES = 65_536;
/** In place of a letter of a filter's name: there is none of that name, so what it packs is left as it is. */
const NO_FILTER = "X".charCodeAt(0);

/**
 * A PDF that stays within bounds when its streams are unpacked, or what is said where it does not. A PDF reader unpacks each as a
 * whole, so it is tried before: piece by piece, and each piece is thrown away. What an encrypted stream comes to, or one that is packed
 * in another way, is not known before: such a file is only read apart.
 *
 * @param isApart Whether a process of its own bounds what reading takes.
 * @returns A copy, in which no picture is unpacked.
 */
export async function boundedPdf(
  bytes: Uint8Array<ArrayBuffer>,
  isApart: boolean,
): Promise<Uint8Array<ArrayBuffer> | ImportTold> {
  const text = new TextDecoder("latin1").decode(bytes);
  const filters = pdfFilters(text);
  if (isApart && typeof filters === "string") return bytes.slice();
  if (filters === "locked") return { key: "pdf_password", values: {} };
  if (filters === "refused" || !await isBounded(bytes, text)) return { key: "pdf_too_large", values: {} };
  const copy = bytes.slice();
  for (const at of filters.pictures) copy[at] = NO_FILTER;
  return copy;
}

async function isBounded(bytes: Uint8Array, text: string): Promise<boolean> {
  const seen = { streams: 0, packed: 0, unpacked: 0 };
  for (const begin of beginnings(text)) {
    const stream = bytes.subarray(begin);
    if (!isZlib(stream)) continue;
    seen.streams++;
    const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
    try {
      // It ends where it says itself, not where the word stands that ends it.
      inflate.end(stream.subarray(ZLIB_HEAD_BYTES));
      for await (const piece of inflate) {
        seen.unpacked += piece.length;
        if (seen.unpacked > MOST_BYTES) return false;
      }
      seen.packed += inflate.bytesWritten;
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      // What is broken is not unpacked further either. How far that was is not said.
      seen.packed += stream.length;
    } finally {
      inflate.destroy();
    }
    if (seen.streams > MOST_STREAMS || seen.packed > MOST_TIMES * bytes.length) return false;
    await setImmediate();
  }
  return true;
}

/** Where what is packed begins: in the line after the word, each place once. */
function* beginnings(text: string): Generator<number> {
  const lineEnd = /\r\n|\r|\n/g;
  let begin = 0;
  for (const { index } of text.matchAll(/(?<!end)stream/g)) {
    if (index < begin) continue;
    lineEnd.lastIndex = index;
    if (lineEnd.exec(text) === null) return;
    begin = lineEnd.lastIndex;
    yield begin;
  }
}

function isZlib(bytes: Uint8Array): boolean {
  return bytes.length > 2 && (bytes[0] & 0x0f) === 8 && (bytes[0] * 256 + bytes[1]) % 31 === 0;
}
