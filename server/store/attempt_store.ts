import { AttemptHead, AttemptRecord, type StoredAttempt, type StoredHead } from "./attempt_record.ts";
import { type Check, check, type Mutation, remove, set, type Write } from "./mutation.ts";
import { isId } from "./stored_id.ts";
import { getStored, parseStored } from "./stored_value.ts";
import type { Unsettled } from "./unsettled.ts";

/** Everything of an attempt stands below this key. */
export const attemptKey = (attemptId: string): Deno.KvKey => ["attempt", attemptId];

export const headKey = (attemptId: string): Deno.KvKey => ["attempt", attemptId, "state"];

/** Attempts read in one round trip: the store gives ten keys at once. */
const ATTEMPTS_PER_READ = 5;

/**
 * Attempts: the record of who sits one, and its head, which changes with every batch. Of an attempt that this instance writes, the
 * head is that of its last durable entry; of others, the one that was written last.
 */
export class AttemptStore {
  readonly #kv: Deno.Kv;
  readonly #unsettled: Unsettled;

  constructor(kv: Deno.Kv, unsettled: Unsettled) {
    this.#kv = kv;
    this.#unsettled = unsettled;
  }

  async get(attemptId: string): Promise<StoredAttempt | null> {
    return isId(attemptId) ? (await this.#read([attemptId]))[0] : null;
  }

  /** Many attempts, in their order; those that are not there are left out. */
  async getMany(attemptIds: readonly string[]): Promise<StoredAttempt[]> {
    const groups: string[][] = [];
    for (let first = 0; first < attemptIds.length; first += ATTEMPTS_PER_READ) {
      groups.push(attemptIds.slice(first, first + ATTEMPTS_PER_READ));
    }
    const read = await Promise.all(groups.map((group) => this.#read(group)));
    return read.flat().filter((stored) => stored !== null);
  }

  async getHead(attemptId: string): Promise<StoredHead | null> {
    const written = await this.getWrittenHead(attemptId);
    return written === null ? null : { ...written, head: this.#newest(attemptId, written.head) };
  }

  /** A head as it was written last, also where this instance knows of a newer one. */
  async getWrittenHead(attemptId: string): Promise<StoredHead | null> {
    const stored = await getStored(this.#kv, AttemptHead, headKey(attemptId));
    return stored === null ? null : { head: stored.value, versionstamp: stored.versionstamp };
  }

  #newest(attemptId: string, written: AttemptHead): AttemptHead {
    return this.#unsettled.get(attemptId)?.head ?? written;
  }

  /** Adds a new attempt; fails where it is there. */
  insert(record: AttemptRecord, head: AttemptHead): Mutation[] {
    const { attemptId } = record;
    return [check(headKey(attemptId), null), this.putRecord(record), set(headKey(attemptId), head)];
  }

  putRecord(record: AttemptRecord): Write {
    return set(attemptKey(record.attemptId), record);
  }

  /** Requires that an attempt's head still is as it was read. */
  unchanged(attemptId: string, versionstamp: string): Check {
    return check(headKey(attemptId), versionstamp);
  }

  /** Puts another head in the place of the one that was read at `versionstamp`. */
  replaceHead(attemptId: string, versionstamp: string, head: AttemptHead): Mutation[] {
    return [this.unchanged(attemptId, versionstamp), set(headKey(attemptId), head)];
  }

  /** Removes record and head; the log is {@link LogStore}'s. */
  remove(attemptId: string): Mutation[] {
    return [remove(headKey(attemptId)), remove(attemptKey(attemptId))];
  }

  async #read(attemptIds: readonly string[]): Promise<(StoredAttempt | null)[]> {
    const entries = await this.#kv.getMany<unknown[]>(attemptIds.flatMap((id) => [attemptKey(id), headKey(id)]));
    return attemptIds.map((attemptId, index) => {
      const [record, head] = [entries[2 * index], entries[2 * index + 1]];
      if (record.versionstamp === null || head.versionstamp === null) return null;
      return {
        record: parseStored(AttemptRecord, record.key, record.value),
        head: this.#newest(attemptId, parseStored(AttemptHead, head.key, head.value)),
        versionstamp: head.versionstamp,
      };
    });
  }
}
