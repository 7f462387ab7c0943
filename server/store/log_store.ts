import { LogEntry } from "../../protocol/log_entry.ts";
import { readBatchEntry } from "../../protocol/read_events.ts";
import { removeBelow } from "./commit_in_groups.ts";
import type { Write } from "./mutation.ts";
import { fromJsonBytes } from "./json_bytes.ts";
import { readParts, writesOf } from "./parts.ts";
import { parseStored } from "./stored_value.ts";

/** An entry read back, with the bytes that its hash is of. */
export interface StoredEntry {
  entry: LogEntry;
  bytes: Uint8Array;
}

/** Entries that one round trip brings. */
const ENTRIES_PER_READ = 200;

/** What the keys of an attempt's entries begin with; the number of the entry follows. */
export const logPrefix = (attemptId: string): Deno.KvKey => ["attempt", attemptId, "log"];
const keyOf = (attemptId: string, n: number): Deno.KvKey => [...logPrefix(attemptId), n];
/** What the keys of the parts of its larger entries begin with; the numbers of entry and part follow. */
export const logPartPrefix = (attemptId: string): Deno.KvKey => ["attempt", attemptId, "log_part"];

/**
 * Logs of attempts, entry by entry. An entry is written once, together with the head that it leads to: that is the
 * atomic of {@link AttemptStore.replaceHead}, and what makes the log append-only.
 */
export class LogStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /**
   * Entries in order, from the one after `after`.
   *
   * @throws {RangeError} (while iterating) If an entry is missing or cannot be read.
   */
  async *read(attemptId: string, after = 0): AsyncGenerator<StoredEntry> {
    const selector = { prefix: logPrefix(attemptId), start: keyOf(attemptId, after + 1) };
    let expected = after + 1;
    for await (const { key, value } of this.#kv.list(selector, { batchSize: ENTRIES_PER_READ })) {
      const n = Number(key[3]);
      if (n !== expected) throw new RangeError(`Cannot read the log of ${attemptId}: entry ${expected} is missing`);
      yield await this.#stored(attemptId, n, value);
      expected++;
    }
  }

  /** One entry, or null. @throws {RangeError} (rejects) If it cannot be read. */
  async get(attemptId: string, n: number): Promise<StoredEntry | null> {
    const { value, versionstamp } = await this.#kv.get(keyOf(attemptId, n));
    return versionstamp === null ? null : await this.#stored(attemptId, n, value);
  }

  /** Adds the `n`th entry, of which `bytes` is the JSON text. */
  insert(attemptId: string, n: number, bytes: Uint8Array): Write[] {
    return writesOf(keyOf(attemptId, n), bytes, (part) => [...logPartPrefix(attemptId), n, part], "");
  }

  /** Removes all entries of an attempt. */
  async removeAll(attemptId: string): Promise<void> {
    await removeBelow(this.#kv, logPartPrefix(attemptId));
    await removeBelow(this.#kv, logPrefix(attemptId));
  }

  async #stored(attemptId: string, n: number, value: unknown): Promise<StoredEntry> {
    const key = keyOf(attemptId, n);
    const bytes = await readParts(this.#kv, key, value, (part) => [...logPartPrefix(attemptId), n, part]);
    if (bytes === null) throw new RangeError(`Cannot read the log of ${attemptId}: a part of entry ${n} is missing`);
    const json = fromJsonBytes(bytes);
    return { entry: readBatchEntry(json) ?? parseStored(LogEntry, key, json), bytes };
  }
}
