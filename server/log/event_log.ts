import type { LogEntry } from "../../protocol/log_entry.ts";
import { keys } from "../store/keys.ts";
import { readParts, type Stored, type Write, writesOf } from "../store/parts.ts";
import { type ChainEnd, type LinkedEntry, parseEntry } from "./entry.ts";
import { sha256Hex } from "./hash.ts";

/** An entry read back, with the bytes that its hash is of. */
export interface StoredEntry {
  entry: LogEntry;
  bytes: Uint8Array;
  hash: string;
}

/** Reading the log of one attempt. Writing is a {@link Change} of the committer, made of {@link entryWrites}. */
export interface EventLog {
  /**
   * Entries in order, from the one after `after`.
   *
   * @throws {RangeError} (while iterating) If an entry is missing or cannot be read.
   */
  read(attemptId: string, after?: number): AsyncIterable<StoredEntry>;
  /** One entry, or null. */
  get(attemptId: string, n: number): Promise<StoredEntry | null>;
}

/** Writes that append a linked entry. */
export function entryWrites(attemptId: string, linked: LinkedEntry): Write[] {
  const n = linked.end.n;
  return writesOf(keys.logEntry(attemptId, n), linked.bytes, (part) => keys.logPart(attemptId, n, part), "");
}

/** The event log on Deno KV. */
export class KvEventLog implements EventLog {
  #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  async *read(attemptId: string, after = 0): AsyncIterable<StoredEntry> {
    const selector = { prefix: keys.logPrefix(attemptId), start: keys.logEntry(attemptId, after + 1) };
    let expected = after + 1;
    for await (const { key, value } of this.#kv.list<Stored>(selector, { batchSize: 200 })) {
      const n = Number(key[key.length - 1]);
      if (n !== expected) throw new RangeError(`Cannot read the log of ${attemptId}: entry ${expected} is missing`);
      yield await this.#stored(attemptId, n, value);
      expected++;
    }
  }

  async get(attemptId: string, n: number): Promise<StoredEntry | null> {
    const entry = await this.#kv.get<Stored>(keys.logEntry(attemptId, n));
    return entry.versionstamp === null ? null : await this.#stored(attemptId, n, entry.value);
  }

  async #stored(attemptId: string, n: number, value: Stored): Promise<StoredEntry> {
    const bytes = await readParts(this.#kv, value, (part) => keys.logPart(attemptId, n, part));
    if (bytes === null) throw new RangeError(`Cannot read the log of ${attemptId}: a part of entry ${n} is missing`);
    return { entry: parseEntry(bytes), bytes, hash: sha256Hex(bytes) };
  }
}

/**
 * The entry that holds batch `seq`, or null. Control entries lie between batches, so entry numbers run ahead
 * of `seq` by at most as many as there are control entries.
 *
 * @param end The log's end.
 * @param lastSeq The last batch's `seq`.
 */
export async function findBatch(
  log: EventLog,
  attemptId: string,
  seq: number,
  end: ChainEnd,
  lastSeq: number,
): Promise<StoredEntry | null> {
  const controls = end.n - lastSeq;
  for (let n = seq; n <= seq + controls; n++) {
    const stored = await log.get(attemptId, n);
    if (stored?.entry.kind === "batch" && stored.entry.seq === seq) return stored;
  }
  return null;
}
