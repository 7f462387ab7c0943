import type { Write } from "../store/mutation.ts";
import type { WholeStore } from "../store/whole_store.ts";
import { BackupLine } from "./backup_line.ts";
import { readRawLines } from "./raw_lines.ts";
import { LineOpener } from "./sealed_lines.ts";

/** A line longer than this is none of ours, bytes: a KV value is 64 KiB, in base64 and with its key. */
const MOST_LINE_BYTES = 1024 * 1024;

/**
 * Reads a backup's entries as the writes that put them back, checking every byte on the way.
 *
 * @throws {RangeError} (while iterating) If the file was changed or cut off, with the number of the line.
 */
async function* readBackup(
  store: WholeStore,
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<Write> {
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
      yield store.restore(line);
    }
  }
  if (!isEnded) throw new RangeError("Cannot restore: the backup was cut off before its end.");
}

/**
 * Restores a backup into an empty store, or into one where a restore was cut off: what that left is removed first. The
 * file is read twice: once to check all of it, then to write.
 *
 * @param open Opens the file anew.
 * @returns How many entries were written.
 * @throws {RangeError} If the store is not empty or the file does not fit; nothing is written then.
 */
export async function restore(store: WholeStore, open: () => Promise<ReadableStream<Uint8Array>>): Promise<number> {
  const isCutOff = await store.isRestoring();
  if (!isCutOff && !(await store.isEmpty())) {
    throw new RangeError("Cannot restore: the store is not empty. Restore into a new one.");
  }
  for await (const _ of readBackup(store, await open()));
  if (isCutOff) await store.clear();
  return await store.fill(readBackup(store, await open()));
}
