import { z } from "zod";
import { Alert } from "../../protocol/alert.ts";
import { AlertsHandled, RoomStudent } from "../../protocol/proctor_messages.ts";
import { StaffWord } from "../../protocol/staff_talk.ts";
import { Present } from "../../protocol/room_people.ts";
import { watchKeys } from "./key_watch.ts";
import { commit, type Mutation, remove, set } from "./mutation.ts";
import { fromJsonBytes, jsonBytes } from "./json_bytes.ts";
import { parseStored } from "./stored_value.ts";

/** Cursor keys of an exam: a watch takes ten keys. Instances share them by a hash of their ids. */
const SHARDS = 8;

/** Entries that stay behind the newest one for readers who are late. */
const KEPT_ENTRIES = 200;
const KEPT_MS = 60_000;

/** Bytes of one entry, below a KV value's size, and what a student, an alert and a UTF-16 unit of a name take, at most. */
const ENTRY_BYTES = 60_000;
const STUDENT_BYTES = 900;
const ALERT_BYTES = 500;
const UNIT_BYTES = 3;

/** People of one instance that are told of: each takes a name and a few ids. */
const MOST_PEOPLE = 100;

/** Entries of one atomic, which takes 800 kB. */
const ENTRIES_PER_ATOMIC = 10;

const FeedEntry = z.object({
  students: z.array(RoomStudent),
  alerts: z.array(Alert),
  /** Alerts that were handled; absent for none. */
  handled: z.array(AlertsHandled).optional(),
  /** Who of the staff is in the room there; absent where that has not changed. */
  people: z.array(Present).optional(),
  /** What somebody of the staff said; absent for nothing. */
  said: z.array(StaffWord).optional(),
});
/** What an instance says about an exam's students at one time. */
export type FeedEntry = z.infer<typeof FeedEntry>;

const Cursor = z.object({ instance: z.string(), n: z.number() });

const entryKey = (examId: string, instance: string, n: number): Deno.KvKey => ["feed", examId, instance, n];
const cursorKey = (examId: string, shard: number): Deno.KvKey => ["feed_cursor", examId, shard];

/** Students, alerts, and alerts that were handled, in entries that fit; the alerts come last. */
export function feedEntries(
  students: readonly RoomStudent[],
  alerts: readonly Alert[],
  handled: readonly AlertsHandled[] = [],
  people: readonly Present[] | null = null,
  said: readonly StaffWord[] = [],
): FeedEntry[] {
  return [
    ...chunks(students, (one) => STUDENT_BYTES + UNIT_BYTES * (one.name.length + (one.number?.length ?? 0)))
      .map((some) => ({ students: some, alerts: [] })),
    ...chunks(alerts, ({ name }) => ALERT_BYTES + UNIT_BYTES * (name?.length ?? 0))
      .map((some) => ({ students: [], alerts: some })),
    ...handled.map((one) => ({ students: [], alerts: [], handled: [one] })),
    ...said.map((one) => ({ students: [], alerts: [], said: [one] })),
    ...(people === null ? [] : [{ students: [], alerts: [], people: people.slice(0, MOST_PEOPLE) }]),
  ];
}

/** Items in order, in groups that fit into an entry. */
function chunks<Item>(items: readonly Item[], bytesOf: (item: Item) => number): Item[][] {
  const groups: Item[][] = [];
  let left = 0;
  for (const item of items) {
    const bytes = bytesOf(item);
    const group = groups.at(-1);
    if (group === undefined || bytes > left) {
      groups.push([item]);
      left = ENTRY_BYTES - bytes;
    } else {
      group.push(item);
      left -= bytes;
    }
  }
  return groups;
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
