import { z } from "zod";
import { attemptKey, headKey } from "./attempt_store.ts";
import { commitInGroups } from "./commit_in_groups.ts";
import { placesPrefix } from "./instance_log.ts";
import { logPartPrefix, logPrefix } from "./log_store.ts";
import { type Mutation, remove, set, type Write } from "./mutation.ts";
import { isRestoring, isRestoringMark, markRestoring, requireRestored, unmarkRestoring } from "./restoring.ts";
import { parseStored } from "./stored_value.ts";
import { fromTyped, toTyped } from "./typed_value.ts";

/**
 * Families of what belongs to running instances, not to exams: leases, heartbeats, letters and the rooms' feeds mean
 * nothing to whoever restores.
 */
const PASSING_FAMILIES: ReadonlySet<unknown> = new Set([
  "lease",
  "instance",
  "inbox",
  "inbox_bell",
  "feed",
  "feed_cursor",
  "probe",
  "clock",
  "log_fence",
  "log_claim",
]);

/** A key and its value in JSON's types: see {@link toTyped}. */
interface TypedEntry {
  key: unknown[];
  value: unknown;
}

const Key = z.array(z.union([z.string(), z.number(), z.bigint(), z.boolean(), z.instanceof(Uint8Array)])).min(1);
const HeadEnd = z.object({ n: z.number() });

/** The database as a whole, whatever stands in it: for backups. */
export class WholeStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#kv.list({ prefix: [] }, { limit: 1 }).next()).done === true;
  }

  /** Whether a restore into it was begun and has not ended. */
  isRestoring(): Promise<boolean> {
    return isRestoring(this.#kv);
  }

  /** @throws {RangeError} In one sentence, where a restore into it has not ended. */
  requireRestored(): Promise<void> {
    return requireRestored(this.#kv);
  }

  /** Removes what a restore that was cut off has left; the mark of it stays to the end. */
  async clear(): Promise<void> {
    await commitInGroups(this.#kv, this.#leftOfRestore());
  }

  /**
   * All that is kept, in the order of keys. Heads of attempts are read before their logs. What stands under an attempt's own keys
   * behind its head is left out, and of what lies in instances' logs all that follows without a gap is kept, so that each attempt is
   * whole, also while it is being written and after a crash.
   */
  async *read(): AsyncGenerator<TypedEntry> {
    for await (const { key, value } of this.#everything()) yield { key: key.map(toTyped), value: toTyped(value) };
  }

  /** The write that puts an entry back. @throws {RangeError} If it is none that {@link read} gives. */
  restore(entry: TypedEntry): Write {
    const key = Key.safeParse(entry.key.map(fromTyped));
    if (!key.success) throw new RangeError("Cannot restore a key that is none");
    return set(key.data, fromTyped(entry.value));
  }

  /**
   * Writes entries, in few atomics. From the first to the last the store is marked, so that nobody works with a half of it.
   *
   * @returns How many.
   */
  async fill(entries: AsyncIterable<Write>): Promise<number> {
    await commitInGroups(this.#kv, [markRestoring()]);
    const count = await commitInGroups(this.#kv, entries);
    await commitInGroups(this.#kv, [unmarkRestoring()]);
    return count;
  }

  async *#everything(): AsyncGenerator<Deno.KvEntry<unknown>> {
    /** The last entry of each attempt so far, by its number. */
    const ends = new Map<string, number>();
    yield* this.#kept({ prefix: [], end: ATTEMPTS });
    for (let from = ATTEMPTS;; from = behind(from)) {
      const next = await this.#kv.list({ start: from, end: behind(ATTEMPTS) }, { limit: 1 }).next();
      if (next.done) break;
      const attemptId = String(next.value.key[1]);
      from = attemptKey(attemptId);
      yield* this.#attempt(attemptId, ends);
    }
    for await (const entry of this.#kept({ prefix: [], start: behind(ATTEMPTS) })) {
      if (entry.key[0] !== LOGS || isInLog(entry.key, ends)) yield entry;
    }
  }

  async *#kept(selector: Deno.KvListSelector): AsyncGenerator<Deno.KvEntry<unknown>> {
    for await (const entry of this.#kv.list(selector)) if (!PASSING_FAMILIES.has(entry.key[0])) yield entry;
  }

  async *#leftOfRestore(): AsyncGenerator<Mutation> {
    for await (const { key } of this.#kv.list({ prefix: [] })) if (!isRestoringMark(key)) yield remove(key);
  }

  async *#attempt(attemptId: string, ends: Map<string, number>): AsyncGenerator<Deno.KvEntry<unknown>> {
    let end = 0;
    for (const entry of await this.#kv.getMany([attemptKey(attemptId), headKey(attemptId)])) {
      if (entry.versionstamp === null) continue;
      if (entry.key.length > 2) end = parseStored(HeadEnd, entry.key, entry.value).n;
      yield entry;
    }
    ends.set(attemptId, end);
    for await (const entry of this.#kv.list({ prefix: logPrefix(attemptId) })) {
      if (Number(entry.key[3]) <= end) yield entry;
    }
    yield* this.#kv.list({ prefix: logPartPrefix(attemptId) });
  }
}

/** What all keys of attempts begin with. */
const ATTEMPTS: Deno.KvKey = attemptKey("").slice(0, 1);

/** What the keys of batches in instances' logs begin with. */
const [LOGS] = placesPrefix("");

/** Whether a batch in an instance's log belongs to its attempt as it was read: up to its head, and what follows without a gap. */
function isInLog(key: Deno.KvKey, ends: Map<string, number>): boolean {
  const [attemptId, n] = [String(key[3]), Number(key[4])];
  const end = ends.get(attemptId);
  if (end === undefined || n > end + 1) return false;
  ends.set(attemptId, Math.max(end, n));
  return true;
}

/** The first key behind all that begin with `key`: no text comes between one and the same with a zero. */
function behind(key: Deno.KvKey): Deno.KvKey {
  return [...key.slice(0, -1), `${String(key[key.length - 1])}\0`];
}
