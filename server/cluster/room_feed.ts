import type { Alert } from "../../protocol/alert.ts";
import type { AlertsHandled, RoomStudent } from "../../protocol/proctor_messages.ts";
import type { StaffWord } from "../../protocol/staff_talk.ts";
import type { Present } from "../../protocol/room_people.ts";
import { feedEntries, type FeedEntry, type FeedStore } from "../store/feed_store.ts";
import type { Instances } from "./instances.ts";
import type { Siblings } from "./siblings.ts";

/** What is not urgent is gathered for this long before it is written, ms. */
const GATHER_MS = 100;

/** How often the feeds are read where no watch rings, ms. */
const LOOK_EVERY_MS = 250;

/** Alerts that are kept while the store does not answer. */
const MOST_ALERTS = 50;

interface Outgoing {
  students: Map<string, RoomStudent>;
  alerts: Alert[];
  handled: AlertsHandled[];
  /** Who is in the room here; null where that is told already. */
  people: Present[] | null;
  said: StaffWord[];
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
  handled: AlertsHandled[];
  /** What staff there said. */
  said: StaffWord[];
  /** Who is in the room there; absent where nothing is said of it. */
  people?: Present[];
}

/** What an instance tells those of its own process. */
interface Told {
  examId: string;
  instance: string;
  entry: FeedEntry;
}

/**
 * How an exam's room on one instance learns of students on another: each instance writes what changed under a key
 * of its own, only while an instance elsewhere shows that room, and rings a cursor key that the others watch. Instances of one
 * process tell each other directly.
 */
export class RoomFeed {
  readonly #feeds: FeedStore;
  readonly #instances: Instances;
  readonly #siblings: Siblings;
  readonly #now: () => number;
  readonly #outgoing = new Map<string, Outgoing>();
  readonly #readers = new Map<string, { stop: () => void; seen: Map<string, number> }>();
  /** Told of what other instances say. */
  onHeard: (heard: Heard) => void = () => {};

  constructor(feeds: FeedStore, instances: Instances, siblings: Siblings, now: () => number) {
    this.#feeds = feeds;
    this.#instances = instances;
    this.#siblings = siblings;
    this.#now = now;
    siblings.listen<Told>("feed", ({ examId, instance, entry }) => {
      if (this.#readers.has(examId)) this.#hear(examId, instance, entry, true);
    });
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

  /** Passes on that alerts were handled. */
  handled(examId: string, handled: AlertsHandled): void {
    if (!this.#instances.isWanted(examId)) return;
    const outgoing = this.#of(examId);
    outgoing.handled.push(handled);
    this.#flushIn(examId, outgoing, 0);
  }

  /** Passes on who of the staff is in the room here. */
  people(examId: string, people: Present[]): void {
    if (!this.#instances.isWanted(examId)) return;
    const outgoing = this.#of(examId);
    outgoing.people = people;
    this.#flushIn(examId, outgoing, GATHER_MS);
  }

  /** Passes on what somebody of the staff said. */
  said(examId: string, word: StaffWord): void {
    if (!this.#instances.isWanted(examId)) return;
    const outgoing = this.#of(examId);
    outgoing.said.push(word);
    this.#flushIn(examId, outgoing, 0);
  }

  /** Begins to read an exam's feeds. */
  follow(examId: string): void {
    if (this.#readers.has(examId)) return;
    const seen = new Map<string, number>();
    const stop = this.#feeds.watch(examId, LOOK_EVERY_MS, () => this.#read(examId, seen));
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
      {
        students: new Map(),
        alerts: [],
        handled: [],
        people: null,
        said: [],
        timer: null,
        n: this.#now(),
        writing: Promise.resolve(),
      };
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
    const { students, alerts, handled, people, said } = outgoing;
    outgoing.students = new Map();
    outgoing.alerts = [];
    outgoing.handled = [];
    outgoing.people = null;
    outgoing.said = [];
    try {
      const entries = feedEntries([...students.values()], alerts, handled, people, said);
      const firstN = outgoing.n + 1;
      // Numbers are never used again: a reader may have seen the first of what failed behind them.
      outgoing.n += entries.length;
      const instance = this.#instances.id;
      if (this.#instances.isWantedHere(examId)) {
        for (const entry of entries) this.#siblings.tell("feed", { examId, instance, entry } satisfies Told);
      }
      if (this.#instances.isWantedOutside(examId)) await this.#feeds.write(examId, instance, firstN, entries);
    } catch {
      // Kept for the next time, each student as last heard of.
      outgoing.students = new Map([...students, ...outgoing.students]);
      outgoing.alerts = [...alerts, ...outgoing.alerts].slice(-MOST_ALERTS);
      outgoing.handled = [...handled, ...outgoing.handled].slice(-MOST_ALERTS);
      outgoing.people ??= people;
      outgoing.said = [...said, ...outgoing.said].slice(-MOST_ALERTS);
    }
  }

  async #read(examId: string, seen: Map<string, number>): Promise<void> {
    const { outside } = this.#instances;
    const newest = await this.#feeds.newest(examId, outside);
    for (const instance of outside) {
      const n = newest.get(instance);
      if (n !== undefined && n <= (seen.get(instance) ?? -1)) continue;
      await this.#readInstance(examId, instance, seen);
    }
  }

  async #readInstance(examId: string, instance: string, seen: Map<string, number>): Promise<void> {
    const after = seen.get(instance);
    for await (const { n, entry } of this.#feeds.read(examId, instance, after)) {
      seen.set(instance, n);
      // What was written before this reader came is told as it stands now by the room's own loading, open alerts, too.
      this.#hear(examId, instance, entry, after !== undefined);
    }
    if (!seen.has(instance)) seen.set(instance, 0);
  }

  #hear(examId: string, instance: string, entry: FeedEntry, isNews: boolean): void {
    this.onHeard({
      examId,
      instance,
      students: entry.students,
      alerts: isNews ? entry.alerts : [],
      handled: isNews ? entry.handled ?? [] : [],
      said: isNews ? entry.said ?? [] : [],
      // Of who is there, the last word counts, whenever it was said.
      ...(entry.people && { people: entry.people }),
    });
  }
}
