import { z } from "zod";
import { AuditEntry } from "../../protocol/staff.ts";
import { set, type Write } from "./mutation.ts";
import { parseStored } from "./stored_value.ts";

/** A line as stored: one of before a field was given up is still read. */
const StoredEntry = z.object(AuditEntry.shape);

const keyOf = (atMs: number, id: string): Deno.KvKey => ["audit", atMs, id];

/** Lines of the audit log, in the order of their time. There is no way to change or remove one. */
export class AuditStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Adds a line, under its time and id. */
  insert(entry: AuditEntry): Write {
    return set(keyOf(entry.at, entry.id), entry);
  }

  /**
   * Lines, newest first.
   *
   * @param before Only those older than this one; it need not be there.
   * @param limit Lines, at most.
   */
  newest(before: Pick<AuditEntry, "at" | "id"> | null, limit: number): Promise<AuditEntry[]> {
    const selector: Deno.KvListSelector = before === null
      ? { prefix: ["audit"] }
      : { start: ["audit", 0], end: keyOf(before.at, before.id) };
    return Array.fromAsync(
      this.#kv.list(selector, { reverse: true, limit }),
      ({ key, value }) => parseStored(StoredEntry, key, value),
    );
  }
}
