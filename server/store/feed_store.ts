import { z } from "zod";
import { Alert, RoomStudent } from "../../protocol/proctor_messages.ts";
import { watchKeys } from "./key_watch.ts";
import { commit, type Mutation, remove, set } from "./mutation.ts";
import { fromJsonBytes, jsonBytes } from "./json_bytes.ts";
import { parseStored } from "./stored_value.ts";

/** Cursor keys of an exam: a watch takes ten keys. Instances share them by a hash of their ids. */
const SHARDS = 8;

/** Entries that stay behind the newest one for readers who are late. */
const KEPT_ENTRIES = 200;
const KEPT_MS = 60_000;

/** Students of one entry: below a KV value's size with the longest names. */
const STUDENTS_PER_ENTRY = 60;

/** Entries of one atomic, which takes 800 kB. */
const ENTRIES_PER_ATOMIC = 10;

const FeedEntry = z.object({ students: z.array(RoomStudent), alerts: z.array(Alert) });
/** What an instance says about an exam's students at one time. */
export type FeedEntry = z.infer<typeof FeedEntry>;

const Cursor = z.object({ instance: z.string(), n: z.number() });

const entryKey = (examId: string, instance: string, n: number): Deno.KvKey => ["feed", examId, instance, n];
const cursorKey = (examId: string, shard: number): Deno.KvKey => ["feed_cursor", examId, shard];

/** Students and alerts in entries that fit; the alerts stand in the last one. */
export function feedEntries(students: readonly RoomStudent[], alerts: readonly Alert[]): FeedEntry[] {
  const entries: FeedEntry[] = [];
  for (let first = 0; first < students.length; first += STUDENTS_PER_ENTRY) {
    entries.push({ students: students.slice(first, first + STUDENTS_PER_ENTRY), alerts: [] });
  }
  if (alerts.length > 0 && entries.length === 0) entries.push({ students: [], alerts: [] });
  entries.at(-1)?.alerts.push(...alerts);
  return entries;
}

/** What each instance says about an exam's room, numbered under keys of its own, and cursors that say how far. */
export class FeedStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Writes entries with the numbers from `firstN` on, and rings the cursor behind them. */
  async write(examId: string, instance: string, firstN: number, entries: readonly FeedEntry[]): Promise<void> {
    for (let first = 0; first < entries.length; first += ENTRIES_PER_ATOMIC) {
      const group = entries.slice(first, first + ENTRIES_PER_ATOMIC);
      const mutations = group.flatMap((entry, index): Mutation[] => {
        const n = firstN + first + index;
        return [
          set(entryKey(examId, instance, n), jsonBytes(entry), KEPT_MS),
          remove(entryKey(examId, instance, n - KEPT_ENTRIES)),
        ];
      });
      if (first + group.length === entries.length) {
        const n = firstN + entries.length - 1;
        mutations.push(set(cursorKey(examId, shardOf(instance)), { instance, n }));
      }
      await commit(this.#kv, mutations);
    }
  }

  /**
   * The newest entry's number of those instances whose cursor says so. Two instances of one shard ring the same cursor:
   * of whichever did not ring last it says nothing.
   */
  async newest(examId: string, instances: readonly string[]): Promise<Map<string, number>> {
    const shards = [...new Set(instances.map(shardOf))];
    const newest = new Map<string, number>();
    if (shards.length === 0) return newest;
    const cursors = await this.#kv.getMany<unknown[]>(shards.map((shard) => cursorKey(examId, shard)));
    for (const { key, value, versionstamp } of cursors) {
      if (versionstamp === null) continue;
      const { instance, n } = parseStored(Cursor, key, value);
      newest.set(instance, n);
    }
    return newest;
  }

  /** An instance's entries behind `after`, or all that are kept. */
  async *read(examId: string, instance: string, after?: number): AsyncGenerator<{ n: number; entry: FeedEntry }> {
    const prefix: Deno.KvKey = ["feed", examId, instance];
    const selector = after === undefined ? { prefix } : { prefix, start: entryKey(examId, instance, after + 1) };
    for await (const { key, value } of this.#kv.list(selector)) {
      const bytes = parseStored(z.instanceof(Uint8Array), key, value);
      yield { n: Number(key[3]), entry: parseStored(FeedEntry, key, fromJsonBytes(bytes)) };
    }
  }

  /** Calls back when an exam's feeds may have grown; ends with the function that it returns. */
  watch(examId: string, pollMs: number, onChange: () => Promise<void>): () => void {
    const cursors = Array.from({ length: SHARDS }, (_, shard) => cursorKey(examId, shard));
    return watchKeys(this.#kv, cursors, pollMs, onChange);
  }
}

function shardOf(instanceId: string): number {
  let hash = 0;
  for (const character of instanceId) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % SHARDS;
}
