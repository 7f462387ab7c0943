import { setImmediate } from "node:timers/promises";
import type { ImportFormat } from "../../../protocol/transfer.ts";
import { Refusal } from "../../errors.ts";
import { FORMATS, recognise, recognisePacked } from "./formats.ts";
import type { Note } from "./shared/found.ts";
import { Gathering } from "./gathering.ts";
import { readText } from "./shared/read_text.ts";
import type { Transferred } from "./shared/transferred.ts";

/** Reading lets the server do something else after this long, ms: exams may be under way. */
const TURN_MS = 10;

/** How a file is read. */
export interface ReadOptions {
  /** Whether time and memory are bounded by the process that reads it, so that a file may be read of which nobody knows what it comes to. */
  isApart?: boolean;
  /** Whether sections, pools and pictures are read too. Else questions stand in none, and pictures are named. */
  isWhole?: boolean;
}

/** What a file says. */
export interface ReadFile extends Transferred {
  format: ImportFormat;
  notes: Note[];
}

/**
 * Reads a file with questions and stores nothing. Everything that was not understood is a note; questions come with ids that
 * differ. Time and memory are bounded by the limits of `protocol/limits.ts`, and the server is never held up for long.
 *
 * @param format Recognised where it is null.
 * @throws {Refusal} `invalid` where the file is no text, or of no format that there is.
 */
export async function readFile(
  bytes: Uint8Array<ArrayBuffer>,
  format: ImportFormat | null,
  { isApart = false, isWhole = false }: ReadOptions = {},
): Promise<ReadFile> {
  const { known, notes, finds } = begin(bytes, format, isApart);
  const gathering = new Gathering(isWhole, notes);
  let turnEnds = performance.now() + TURN_MS;
  for await (const found of finds) {
    if (!gathering.take(found)) break;
    if (performance.now() < turnEnds) continue;
    await setImmediate();
    turnEnds = performance.now() + TURN_MS;
  }
  return { format: known, ...gathering.finish() };
}

/** How a file is read: as its bytes stand where its format is no text, else as text. */
function begin(bytes: Uint8Array<ArrayBuffer>, format: ImportFormat | null, isApart: boolean) {
  const packed = recognisePacked(bytes);
  const reader = packed !== null && (format ?? packed) === packed ? FORMATS[packed].packed : undefined;
  if (packed !== null && reader !== undefined) return { known: packed, notes: [], finds: reader.read(bytes, isApart) };
  const read = readText(bytes);
  if (read === null) throw new Refusal("invalid", "import_no_text");
  const known = format ?? recognise(read.text);
  if (known === null) throw new Refusal("invalid", "import_format_unknown");
  return { known, notes: read.notes, finds: FORMATS[known].read(read.text) };
}
