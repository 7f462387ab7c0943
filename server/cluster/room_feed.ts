import { z } from "zod";
import { Alert, RoomStudent } from "../../protocol/proctor_messages.ts";
import { fromJsonBytes, jsonBytes } from "../store/parts.ts";
import { keys } from "../store/keys.ts";
import type { Instances } from "./instances.ts";
import { watchKeys } from "./key_watch.ts";

/** Cursor keys of an exam: a watch takes ten keys. Instances share them by a hash of their ids. */
const SHARDS = 8;

/** What is not urgent is gathered for this long before it is written, ms. */
const GATHER_MS = 100;

/** How often the feeds are read where no watch rings, ms. */
const LOOK_EVERY_MS = 250;

/** Entries that stay behind the newest one for readers who are late. */
const KEPT_ENTRIES = 200;

/** Alerts that are kept while the store does not answer. */
const MOST_ALERTS = 50;

/** Students of one entry: below a KV value's size with the longest names. */
const STUDENTS_AN_ENTRY = 60;

const FeedEntry = z.object({ students: z.array(RoomStudent), alerts: z.array(Alert) });
const Cursor = z.object({ instance: z.string(), n: z.number() });

interface Outgoing {
  students: Map<string, RoomStudent>;
  alerts: Alert[];
  timer: ReturnType<typeof setTimeout> | null;
  n: number;
  writing: Promise<void>;
}

/** What another instance says about an exam's students. */
export interface Heard {
  examId: string;
  instance: string;
  students: RoomStudent[];
  alerts: Alert[];
}

/**
 * How an exam's room on one instance learns of students on another: each instance writes what changed under a key
 * of its own, only while another instance shows that room, and rings a cursor key that the others watch.
 */
export class RoomFeed {
  readonly #kv: Deno.Kv;
  readonly #instances: Instances;
  readonly #now: () => number;
  readonly #outgoing = new Map<string, Outgoing>();
  readonly #readers = new Map<string, { stop: () => void; seen: Map<string, number> }>();
  /** Told of what other instances say. */
  onHeard: (heard: Heard) => void = () => {};

  constructor(kv: Deno.Kv, instances: Instances, now: () => number) {
    this.#kv = kv;
    this.#instances = instances;
    this.#now = now;
  }

  /** Passes on how a student stands; does nothing while nobody elsewhere looks. */
  publish(examId: string, student: RoomStudent, urgent: boolean): void {
    if (!this.#instances.isWanted(examId)) return;
    const outgoing = this.#of(examId);
    outgoing.students.set(student.attempt_id, student);
    this.#flushIn(examId, outgoing, urgent ? 0 : GATHER_MS);
  }

  /** Passes on an alert. */
  alert(examId: string, alert: Alert): void {
    if (!this.#instances.isWanted(examId)) return;
    const outgoing = this.#of(examId);
    outgoing.alerts.push(alert);
    this.#flushIn(examId, outgoing, 0);
  }

  /** Begins to read an exam's feeds. */
  follow(examId: string): void {
    if (this.#readers.has(examId)) return;
    const seen = new Map<string, number>();
    const cursors = Array.from({ length: SHARDS }, (_, shard) => keys.feedCursor(examId, shard));
    const stop = watchKeys(this.#kv, cursors, LOOK_EVERY_MS, () => this.#read(examId, seen));
    this.#readers.set(examId, { stop, seen });
    this.#instances.show(examId, true);
  }

  /** Ends reading an exam's feeds. */
  unfollow(examId: string): void {
    this.#readers.get(examId)?.stop();
    if (this.#readers.delete(examId)) this.#instances.show(examId, false);
  }

  stop(): void {
    for (const { stop } of this.#readers.values()) stop();
    this.#readers.clear();
    for (const { timer } of this.#outgoing.values()) if (timer !== null) clearTimeout(timer);
  }

  #of(examId: string): Outgoing {
    const outgoing = this.#outgoing.get(examId) ??
      { students: new Map(), alerts: [], timer: null, n: this.#now(), writing: Promise.resolve() };
    this.#outgoing.set(examId, outgoing);
    return outgoing;
  }

  #flushIn(examId: string, outgoing: Outgoing, ms: number): void {
    if (outgoing.timer !== null) {
      if (ms > 0) return;
      clearTimeout(outgoing.timer);
    }
    outgoing.timer = setTimeout(() => {
      outgoing.timer = null;
      outgoing.writing = outgoing.writing.then(() => this.#flush(examId, outgoing));
    }, ms);
  }

  async #flush(examId: string, outgoing: Outgoing): Promise<void> {
    const { students, alerts } = outgoing;
    outgoing.students = new Map();
    outgoing.alerts = [];
    try {
      await this.#write(examId, outgoing, [...students.values()], alerts);
    } catch {
      // Kept for the next time, each student as last heard of.
      outgoing.students = new Map([...students, ...outgoing.students]);
      outgoing.alerts = [...alerts, ...outgoing.alerts].slice(-MOST_ALERTS);
    }
  }

  async #write(examId: string, outgoing: Outgoing, students: RoomStudent[], alerts: Alert[]): Promise<void> {
    const instance = this.#instances.id;
    let atomic = this.#kv.atomic();
    for (let first = 0; first < students.length || (first === 0 && alerts.length > 0); first += STUDENTS_AN_ENTRY) {
      const n = ++outgoing.n;
      const isLast = first + STUDENTS_AN_ENTRY >= students.length;
      const entry = { students: students.slice(first, first + STUDENTS_AN_ENTRY), alerts: isLast ? alerts : [] };
      atomic = atomic
        .set(keys.feed(examId, instance, n), jsonBytes(entry), { expireIn: 60_000 })
        .delete(keys.feed(examId, instance, n - KEPT_ENTRIES));
      // Ten entries of 60 students stay well below an atomic's 800 kB.
      if (!isLast && n % 10 === 0) {
        await atomic.commit();
        atomic = this.#kv.atomic();
      }
    }
    await atomic.set(keys.feedCursor(examId, shardOf(instance)), { instance, n: outgoing.n }).commit();
  }

  async #read(examId: string, seen: Map<string, number>): Promise<void> {
    const shards = new Set(this.#instances.others.map(shardOf));
    const cursors = [...shards].map((shard) => keys.feedCursor(examId, shard));
    if (cursors.length === 0) return;
    const instances = new Set(this.#instances.others);
    const written = await this.#kv.getMany<unknown[]>(cursors);
    const newest = new Map<string, number>();
    for (const { value } of written) {
      const cursor = Cursor.safeParse(value);
      if (cursor.success) newest.set(cursor.data.instance, cursor.data.n);
    }
    for (const instance of instances) {
      const n = newest.get(instance);
      // Two instances of one shard ring the same cursor: whichever did not ring last is read as well.
      if (n !== undefined && n <= (seen.get(instance) ?? -1)) continue;
      await this.#readInstance(examId, instance, seen);
    }
  }

  async #readInstance(examId: string, instance: string, seen: Map<string, number>): Promise<void> {
    const prefix = keys.feedPrefix(examId, instance);
    const after = seen.get(instance);
    const selector = after === undefined ? { prefix } : { prefix, start: keys.feed(examId, instance, after + 1) };
    for await (const { key, value } of this.#kv.list(selector)) {
      seen.set(instance, Number(key[3]));
      if (!(value instanceof Uint8Array)) continue;
      const { students, alerts } = FeedEntry.parse(fromJsonBytes(value));
      // What was written before this reader came is told as it stands now by the room's own loading; alerts are not
      // news then.
      this.onHeard({ examId, instance, students, alerts: after === undefined ? [] : alerts });
    }
    if (!seen.has(instance)) seen.set(instance, 0);
  }
}

function shardOf(instanceId: string): number {
  let hash = 0;
  for (const character of instanceId) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return hash % SHARDS;
}
