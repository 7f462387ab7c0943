import { z } from "zod";
import { LogEntry } from "../../protocol/log_entry.ts";
import { readBatchEntry } from "../../protocol/read_events.ts";
import { headKey } from "./attempt_store.ts";
import { commitInGroups, removeBelow } from "./commit_in_groups.ts";
import { placeKey, placesPrefix } from "./instance_log.ts";
import { fromJsonBytes } from "./json_bytes.ts";
import type { LogTails } from "./log_tails.ts";
import { type Mutation, remove, set, type Write } from "./mutation.ts";
import { readParts, writesOf } from "./parts.ts";
import { getStored, parseStored } from "./stored_value.ts";
import type { Unsettled } from "./unsettled.ts";

/** An entry read back, with the bytes that its hash is of. */
export interface StoredEntry {
  entry: LogEntry;
  bytes: Uint8Array;
}

/** Entries that one round trip brings. */
const ENTRIES_PER_READ = 200;

/** Keys that the store reads in one go. */
const KEYS_PER_READ = 10;

/** Places that are this close are read as one range: batches of others that lie between cost less than going for each. */
const CLOSE = 4;

/** Where entries lie, one behind the other: at these places of an instance's log. */
const Block = z.object({ log: z.string(), at: z.array(z.number()) });
type Block = z.infer<typeof Block>;

/** What a head says of where the log goes on. */
const HeadEnd = z.object({
  n: z.number(),
  unsettledFrom: z.number().optional(),
  writer: z.object({ instance: z.string() }),
});

/** What the keys of an attempt's entries begin with; the number of the entry, or of a block's first one, follows. */
export const logPrefix = (attemptId: string): Deno.KvKey => ["attempt", attemptId, "log"];
const keyOf = (attemptId: string, n: number): Deno.KvKey => [...logPrefix(attemptId), n];
/** What the keys of the parts of its larger entries begin with; the numbers of entry and part follow. */
export const logPartPrefix = (attemptId: string): Deno.KvKey => ["attempt", attemptId, "log_part"];

/** Whether what stands under one of an attempt's log keys says where entries lie; else it is an entry itself. */
export function isBlock(value: unknown): value is Block {
  return Block.safeParse(value).success;
}

/**
 * Logs of attempts, entry by entry. An entry is written once and never changed. Batches lie in the log of the instance that
 * wrote them, in the order of its commits; what comes together with a head lies under the attempt's own keys, and so do the
 * blocks that say where its batches are: docs/decisions/log_in_order.md.
 */
export class LogStore {
  readonly #kv: Deno.Kv;
  readonly #unsettled: Unsettled;
  readonly #tails: LogTails;

  constructor(kv: Deno.Kv, unsettled: Unsettled, tails: LogTails) {
    this.#kv = kv;
    this.#unsettled = unsettled;
    this.#tails = tails;
  }

  /**
   * Entries in order, from the one after `after`, up to the last durable one, whichever instance wrote it.
   *
   * @throws {RangeError} (while iterating) If an entry is missing or cannot be read.
   */
  async *read(attemptId: string, after = 0): AsyncGenerator<StoredEntry> {
    // Where the log's end lies is read first: what moves into blocks meanwhile is found there.
    const tail = await this.#tail(attemptId);
    let next = after + 1;
    for await (const { key, value } of this.#named(attemptId, after)) {
      const n = Number(key[3]);
      const block = value instanceof Uint8Array ? undefined : Block.safeParse(value).data;
      const count = block?.at.length ?? 1;
      if (n + count <= next) continue;
      if (n > next) throw missing(attemptId, next);
      if (block === undefined) yield await this.#stored(attemptId, n, keyOf(attemptId, n), value);
      else yield* this.#placed(attemptId, next, block.log, block.at.slice(next - n));
      next = n + count;
    }
    if (tail === null || tail.first + tail.at.length <= next) return;
    if (tail.first > next) throw missing(attemptId, next);
    yield* this.#placed(attemptId, next, tail.log, tail.at.slice(next - tail.first));
  }

  /** One entry, or null. @throws {RangeError} (rejects) If it cannot be read. */
  async get(attemptId: string, n: number): Promise<StoredEntry | null> {
    for await (const stored of this.read(attemptId, n - 1)) return stored;
    return null;
  }

  /**
   * Where the newest entries of an attempt lie that no block names yet, behind the `n`th.
   *
   * @param log The instance that wrote it.
   * @param from As its head says.
   */
  async placesBehind(attemptId: string, n: number, log: string, from: number): Promise<number[]> {
    return await this.#tails.find(log, from, attemptId, n);
  }

  /** Adds the `n`th entry under the attempt's own keys: in the atomic that writes the head that it leads to. */
  insert(attemptId: string, n: number, bytes: Uint8Array): Write[] {
    return writesOf(keyOf(attemptId, n), bytes, (part) => [...logPartPrefix(attemptId), n, part], "");
  }

  /** Adds the `n`th entry at a place of an instance's log. */
  append(log: string, place: number, attemptId: string, n: number, bytes: Uint8Array): Write[] {
    const key = placeKey(log, place, attemptId, n);
    return writesOf(key, bytes, (part) => [...logPartPrefix(attemptId), n, part], "");
  }

  /** Says where entries lie, from the `n`th on; nothing for none. */
  name(attemptId: string, n: number, log: string, places: readonly number[]): Write[] {
    if (places.length === 0) return [];
    const block: Block = { log, at: [...places] };
    return [set(keyOf(attemptId, n), block)];
  }

  /** Removes all entries of an attempt that nobody writes any more. */
  async removeAll(attemptId: string): Promise<void> {
    await removeBelow(this.#kv, logPartPrefix(attemptId));
    await commitInGroups(this.#kv, this.#removals(attemptId));
  }

  /** Entries first, what says where they lie behind them: what is cut off goes on where it was. */
  async *#removals(attemptId: string): AsyncGenerator<Mutation> {
    for await (const { key, value } of this.#kv.list({ prefix: logPrefix(attemptId) })) {
      const block = Block.safeParse(value).data;
      for (const [index, place] of (block?.at ?? []).entries()) {
        yield remove(placeKey(block?.log ?? "", place, attemptId, Number(key[3]) + index));
      }
      yield remove(key);
    }
  }

  async #tail(attemptId: string): Promise<Block & { first: number } | null> {
    const here = this.#unsettled.get(attemptId);
    if (here !== undefined) {
      const { head, log, places } = here;
      return { first: head.n - places.length + 1, log, at: [...places] };
    }
    const stored = await getStored(this.#kv, HeadEnd, headKey(attemptId));
    if (stored === null || stored.value.unsettledFrom === undefined) return null;
    const { n, unsettledFrom, writer: { instance } } = stored.value;
    return { first: n + 1, log: instance, at: await this.placesBehind(attemptId, n, instance, unsettledFrom) };
  }

  /** What stands under the attempt's own keys from the entry after `after` on, or from the block that holds it. */
  async *#named(attemptId: string, after: number): AsyncGenerator<Deno.KvEntry<unknown>> {
    const prefix = logPrefix(attemptId);
    let start = keyOf(attemptId, after + 1);
    if (after > 0) {
      const before = { start: prefix, end: keyOf(attemptId, after + 2) };
      for await (const { key } of this.#kv.list(before, { limit: 1, reverse: true })) start = key;
    }
    yield* this.#kv.list({ prefix, start }, { batchSize: ENTRIES_PER_READ });
  }

  /** Entries at places of a log, one behind the other from the `n`th on. */
  async *#placed(attemptId: string, n: number, log: string, places: readonly number[]): AsyncGenerator<StoredEntry> {
    for (let first = 0; first < places.length; first += ENTRIES_PER_READ) {
      const some = places.slice(first, first + ENTRIES_PER_READ);
      const keys = some.map((place, index) => placeKey(log, place, attemptId, n + first + index));
      const values = await this.#values(log, some, keys);
      for (const [index, key] of keys.entries()) {
        const value = values[index];
        if (value === null) throw missing(attemptId, n + first + index);
        yield await this.#stored(attemptId, n + first + index, key, value);
      }
    }
  }

  async #values(log: string, places: readonly number[], keys: readonly Deno.KvKey[]): Promise<unknown[]> {
    const [from, to] = [places[0], places[places.length - 1] + 1];
    if (to - from > CLOSE * places.length) return await this.#each(keys);
    const prefix = placesPrefix(log);
    const read = new Map<unknown, unknown>();
    const range = this.#kv.list({ start: [...prefix, from], end: [...prefix, to] }, { batchSize: ENTRIES_PER_READ });
    for await (const { key, value } of range) read.set(key[2], value);
    return places.map((place) => read.get(place) ?? null);
  }

  async #each(keys: readonly Deno.KvKey[]): Promise<unknown[]> {
    const groups: Promise<Deno.KvEntryMaybe<unknown>[]>[] = [];
    for (let first = 0; first < keys.length; first += KEYS_PER_READ) {
      groups.push(this.#kv.getMany<unknown[]>(keys.slice(first, first + KEYS_PER_READ)));
    }
    return (await Promise.all(groups)).flat().map(({ value }) => value);
  }

  async #stored(attemptId: string, n: number, key: Deno.KvKey, value: unknown): Promise<StoredEntry> {
    const bytes = await readParts(this.#kv, key, value, (part) => [...logPartPrefix(attemptId), n, part]);
    if (bytes === null) throw new RangeError(`Cannot read the log of ${attemptId}: a part of entry ${n} is missing`);
    const json = fromJsonBytes(bytes);
    return { entry: readBatchEntry(json) ?? parseStored(LogEntry, key, json), bytes };
  }
}

function missing(attemptId: string, n: number): RangeError {
  return new RangeError(`Cannot read the log of ${attemptId}: entry ${n} is missing`);
}
