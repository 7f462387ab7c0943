import { inflateRawSync } from "node:zlib";
import type { ImportTold } from "../shared/found.ts";
import { packedBytes, type ZipRecord, zipRecords } from "./zip_directory.ts";

/** Bounds of a package: what is larger is refused before it is unpacked. Sizes in bytes. */
const MOST_ENTRIES = 12_000;
const MOST_BYTES_EACH = 4 * 1024 * 1024;
const MOST_BYTES = 64 * 1024 * 1024;
/** How many times larger a file may become. XML with the same words in each line comes to 50. */
const MOST_RATIO = 300;
/** What is unpacked at once, before the server may do something else: bytes, and files. */
const TURN_BYTES = 1024 * 1024;
const TURN_FILES = 200;

/** A package that is not unpacked. */
export class ZipProblem extends Error {
  constructor(readonly told: ImportTold) {
    super(told.key);
  }
}

/** What a package holds: its size is as the package says, and no more is unpacked. */
export type ZipEntry = Readonly<ZipRecord>;

/** Whether a file begins as a ZIP package. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * What a package holds, without unpacking anything. Folders are left out.
 *
 * @throws {ZipProblem} For what is no package, for one that is too large in number, size or ratio, whose files lie in each other, or
 * in which a name stands twice.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const entries = new Map<string, ZipEntry>();
  let whole = 0;
  let packed = 0;
  let count = 0;
  try {
    for (const entry of zipRecords(bytes)) {
      const { name, size, packedSize } = entry;
      whole += size;
      packed += packedSize;
      const isBomb = size > 65_536 && size > packedSize * MOST_RATIO;
      if (++count > MOST_ENTRIES) throw new ZipProblem({ key: "zip_entries", values: { most: MOST_ENTRIES } });
      if (whole > MOST_BYTES || packed > bytes.length || isBomb) {
        throw new ZipProblem({ key: "zip_too_large", values: {} });
      }
      if (entries.has(name)) throw new ZipProblem({ key: "zip_twice", values: { name: name.slice(0, 80) } });
      if (!name.endsWith("/")) entries.set(name, entry);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ZipProblem({ key: "zip_broken", values: {} });
  }
  return [...entries.values()];
}

/**
 * Unpacks entries, some at a time. A file that is broken, over 4 MB, or larger than it says is null.
 *
 * @param wanted Entries of {@link zipEntries}.
 */
export function* unzipped(
  bytes: Uint8Array,
  wanted: readonly ZipEntry[],
): Generator<Map<string, Uint8Array<ArrayBuffer> | null>> {
  for (let at = 0; at < wanted.length;) {
    const turn = new Map<string, Uint8Array<ArrayBuffer> | null>();
    for (let size = 0; at < wanted.length && size < TURN_BYTES && turn.size < TURN_FILES; at++) {
      size += Math.max(wanted[at].size, wanted[at].packedSize);
      turn.set(wanted[at].name, fileOf(bytes, wanted[at]));
    }
    yield turn;
  }
}

function fileOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array<ArrayBuffer> | null {
  if (entry.size > MOST_BYTES_EACH || entry.isEncrypted) return null;
  try {
    const packed = packedBytes(bytes, entry);
    if (entry.method === 0) return packed.length > MOST_BYTES_EACH ? null : packed.slice();
    if (entry.method !== 8) return null;
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) }));
  } catch (error) {
    // Beyond the package's end, larger than it says, or as the unpacker says, broken.
    if (error instanceof RangeError || isOfZlib(error)) return null;
    throw error;
  }
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && /^(Z|ERR)_/.test(error.code);
}
