import { z } from "zod";
import { BackupLine } from "./backup_line.ts";
import { readRawLines } from "./raw_lines.ts";
import { LineOpener } from "./sealed_lines.ts";
import { fromTyped } from "./typed_value.ts";

/** A line longer than this is none of ours, bytes: a KV value is 64 KiB, in base64 and with its key. */
const MOST_LINE_BYTES = 1024 * 1024;

/** Entries of one atomic, and their bytes. */
const WRITES_AN_ATOMIC = 500;
const BYTES_AN_ATOMIC = 400_000;

const Key = z.array(z.union([z.string(), z.number(), z.bigint(), z.boolean(), z.instanceof(Uint8Array)])).min(1);

/**
 * Reads a backup's entries, checking every byte on the way.
 *
 * @throws {RangeError} (while iterating) If the file was changed or cut off, with the number of the line.
 */
export async function* readBackup(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<{ key: Deno.KvKey; value: unknown; bytes: number }> {
  const opener = new LineOpener();
  let entries = 0;
  let isEnded = false;
  for await (const { number, bytes, isEnded: hasNewline } of readRawLines(stream, MOST_LINE_BYTES)) {
    const wrong = new RangeError(`Cannot restore: line ${number} is not the one that was written.`);
    const opened = bytes === null || isEnded || !hasNewline ? null : opener.open(bytes);
    if (opened === null || bytes === null) throw wrong;
    const parsed = BackupLine.safeParse(JSON.parse(opened.text));
    if (!parsed.success || (number === 1) !== (parsed.data.kind === "backup")) throw wrong;
    const line = parsed.data;
    if (line.kind === "end") {
      if (line.entries !== entries) throw wrong;
      isEnded = true;
    } else if (line.kind === "kv") {
      entries++;
      yield { key: Key.parse(line.key.map(fromTyped)), value: fromTyped(line.value), bytes: bytes.length };
    }
  }
  if (!isEnded) throw new RangeError("Cannot restore: the backup was cut off before its end.");
}

/**
 * Restores a backup into an empty store. The file is read twice: once to check all of it, then to write.
 *
 * @param open Opens the file anew.
 * @returns How many entries were written.
 * @throws {RangeError} If the store is not empty or the file does not fit; nothing is written then.
 */
export async function restore(kv: Deno.Kv, open: () => Promise<ReadableStream<Uint8Array>>): Promise<number> {
  const first = await kv.list({ prefix: [] }, { limit: 1 }).next();
  if (!first.done) throw new RangeError("Cannot restore: the store is not empty. Restore into a new one.");
  for await (const _ of readBackup(await open()));
  let atomic = kv.atomic();
  let writes = 0;
  let bytes = 0;
  let restored = 0;
  for await (const entry of readBackup(await open())) {
    if (writes > 0 && (writes >= WRITES_AN_ATOMIC || bytes + entry.bytes > BYTES_AN_ATOMIC)) {
      await atomic.commit();
      atomic = kv.atomic();
      writes = 0;
      bytes = 0;
    }
    atomic = atomic.set(entry.key, entry.value);
    writes++;
    bytes += entry.bytes;
    restored++;
  }
  await atomic.commit();
  return restored;
}
