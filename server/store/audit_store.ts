import { AuditEntry } from "../../protocol/staff.ts";
import { set, type Write } from "./mutation.ts";
import { parseStored } from "./stored_value.ts";

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
      ({ key, value }) => parseStored(AuditEntry, key, value),
    );
  }

  /** Lines from a moment on, oldest first. @param atMs Server time, ms since 1970. */
  async *since(atMs: number): AsyncGenerator<AuditEntry> {
    for await (const { key, value } of this.#kv.list({ prefix: ["audit"], start: ["audit", atMs] })) {
      yield parseStored(AuditEntry, key, value);
    }
  }
}
