import type { LinkedEntry, NewEntry } from "../log/entry.ts";
import { canonicalJson } from "../log/hash.ts";
import { Refusal } from "../errors.ts";
import { AttemptHead } from "../store/attempt_record.ts";
import type { Change, Committer } from "../store/committer.ts";
import type { Mutation } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";
import type { UnsettledLog } from "../store/unsettled.ts";

/** Why an attempt was lost: another instance writes it now, or the store could not be reached. */
export type LossReason = "taken" | "unavailable";

/** An entry that has its place in the chain and waits for the store. */
export interface LinkedStep {
  entry: NewEntry;
  linked: LinkedEntry;
  /** Of a batch. */
  seq: number | null;
  /** Hash of a batch's events. */
  hash: string | null;
}

/** What an attempt's entries go into. */
export type CommitStores = Pick<Stores, "attempts" | "log" | "ownLog" | "unsettled">;

interface Parts {
  attemptId: string;
  stores: CommitStores;
  committer: Committer;
  /** Told of what has become durable, in order. */
  onStored: (entries: NewEntry[], before: AttemptHead) => void;
  onLost: (reason: LossReason) => void;
}

/** Where an attempt begins: its head as it is written, and the version of that. */
interface Begin {
  head: AttemptHead;
  versionstamp: string;
}

interface Waiting {
  resolve: () => void;
  reject: (error: Error) => void;
}

/**
 * Batches after which the attempt's own keys follow: until then they lie in this instance's log alone. Whoever takes the attempt
 * over looks through what the instance wrote meanwhile; lists on other instances are behind by so much at most.
 */
export const SETTLE_EVERY = 32;

/** Entries that may wait for the store, per attempt; beyond, nothing is accepted until some are stored. */
const MOST_WAITING = 64;

/** What a caller is told whose work could not be stored. */
export function notStored(): Refusal {
  return new Refusal("unavailable", "not_stored");
}

/**
 * An attempt's way into the store: at most one commit under way, everything that arrives meanwhile together in the next. Batches
 * go into this instance's log, whose fence each commit checks: who takes an attempt over moves it first. What is done to an attempt
 * is written with its head, which is checked by itself.
 */
export class AttemptCommits {
  readonly #parts: Parts;
  #durable: AttemptHead;
  #newest: AttemptHead;
  /** The head as it was written last, and its version. */
  #written: AttemptHead;
  #versionstamp: string;
  /** Where the entries behind the written head lie. */
  #places: number[] = [];
  #unsettled: UnsettledLog | null = null;
  #isClosing = false;
  #waiting: (LinkedStep & Waiting)[] = [];
  #underWay: (LinkedStep & Waiting)[] = [];
  #notes: Waiting[] = [];
  #taken: Mutation[] = [];
  #isCommitting = false;
  #isLost = false;

  constructor(parts: Parts, { head, versionstamp }: Begin) {
    this.#parts = parts;
    this.#durable = head;
    this.#newest = head;
    this.#written = head;
    this.#versionstamp = versionstamp;
  }

  /** The head as of the last accepted entry, stored or not. */
  get newest(): AttemptHead {
    return this.#newest;
  }

  /** The head as of the last durable entry. */
  get durable(): AttemptHead {
    return this.#durable;
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /** Whether the attempt's own keys say all, and nothing lies beyond them: others may take it over without a look around. */
  get isClosed(): boolean {
    return this.#written.unsettledFrom === undefined;
  }

  /** Whether entries wait for the store. */
  get isBusy(): boolean {
    return this.#underWay.length > 0 || this.#waiting.length > 0;
  }

  /** @throws {Refusal} `unavailable` where nothing more can be taken. */
  requireRoom(): void {
    if (this.#isLost || this.#waiting.length >= MOST_WAITING) throw notStored();
  }

  /** A batch that waits for the store, by its `seq`. */
  pending(seq: number): LinkedStep | undefined {
    return this.#underWay.find((step) => step.seq === seq) ?? this.#waiting.find((step) => step.seq === seq);
  }

  /** Takes further mutations along with the next commit. */
  take(mutations: readonly Mutation[]): void {
    this.#taken.push(...mutations);
  }

  /**
   * Stores an entry with the head that it leads to, and resolves when both are durable.
   *
   * @throws {Refusal} (rejects) `unavailable`
   */
  append(step: LinkedStep, head: AttemptHead): Promise<void> {
    this.#newest = head;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...step, resolve, reject });
      this.#flush();
    });
  }

  /** Stores a head alone, with whatever {@link take} has taken. @throws {Refusal} (rejects) `unavailable` */
  note(head: AttemptHead): Promise<void> {
    this.#newest = head;
    return new Promise((resolve, reject) => {
      this.#notes.push({ resolve, reject });
      this.#flush();
    });
  }

  /** Brings the attempt's own keys up to date and closes its part of the log, or loses it; the next batch opens it again. */
  async close(): Promise<void> {
    if (this.isClosed || this.#isClosing || this.#isLost) return;
    this.#isClosing = true;
    await this.note(this.#newest).catch(() => {});
  }

  /** Resolves once everything taken so far is durable, or the attempt is lost. */
  async settled(): Promise<void> {
    while (this.isBusy && !this.#isLost) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Gives up without a word to the store; whatever still waits is refused. */
  abandon(reason: LossReason): void {
    if (!this.#isLost) this.#lose(reason, []);
  }

  #flush(): void {
    if (this.#isCommitting || (this.#waiting.length === 0 && this.#notes.length === 0)) return;
    void this.#commit();
  }

  async #commit(): Promise<void> {
    this.#isCommitting = true;
    const group = this.#waiting;
    const notes = this.#notes;
    const head = this.#newest;
    const before = this.#durable;
    this.#underWay = group;
    this.#waiting = [];
    this.#notes = [];
    try {
      const stored = this.#isPlain(group, notes, head) ? this.#place(group, head) : this.#settle(group, head);
      if (!await stored) return this.#lose("taken", [...group, ...notes]);
      this.#underWay = [];
      this.#isCommitting = false;
      this.#flush();
      for (const step of group) step.resolve();
      for (const note of notes) note.resolve();
      this.#parts.onStored(group.map((step) => step.entry), before);
    } catch {
      this.#lose("unavailable", [...group, ...notes]);
    }
  }

  /** Whether a group is nothing but batches which the attempt's own keys need not know of at once. */
  #isPlain(group: readonly LinkedStep[], notes: readonly unknown[], head: AttemptHead): boolean {
    if (this.isClosed || head.state !== "active" || notes.length > 0 || this.#taken.length > 0) return false;
    if (this.#places.length + group.length >= SETTLE_EVERY) return false;
    return head.risk.level === this.#written.risk.level && group.every(({ seq }) => seq !== null);
  }

  /** Writes batches into the instance's log. @returns False where another instance writes the attempt. */
  async #place(group: readonly LinkedStep[], head: AttemptHead): Promise<boolean> {
    const { attemptId, stores: { log, ownLog, unsettled } } = this.#parts;
    const places = group.map(() => ownLog.takePlace());
    const change = group.flatMap(({ linked: { bytes, end } }, index) =>
      log.append(ownLog.id, places[index], attemptId, end.n, bytes)
    );
    if (await this.#commitFenced(change) === null) return false;
    this.#places.push(...places);
    this.#durable = head;
    this.#unsettled ??= { head, log: ownLog.id, places: this.#places };
    this.#unsettled.head = head;
    unsettled.set(attemptId, this.#unsettled);
    return true;
  }

  /**
   * Writes the head with all that leads to it: what lies in the instance's log is named, what is new stands beside it.
   *
   * @returns False where another instance writes the attempt.
   */
  async #settle(group: readonly LinkedStep[], newest: AttemptHead): Promise<boolean> {
    const { attemptId, stores: { attempts, log, ownLog, unsettled } } = this.#parts;
    const isOpen = newest.state === "active" && !this.#isClosing;
    // Places that are taken from here on are behind it.
    const head = { ...newest, unsettledFrom: isOpen ? ownLog.position : undefined };
    const taken = this.#taken;
    this.#taken = [];
    this.#isClosing = false;
    const versionstamp = await this.#commitFenced([
      ...log.name(attemptId, this.#written.n + 1, ownLog.id, this.#places),
      ...group.flatMap(({ linked: { bytes, end } }) => log.insert(attemptId, end.n, bytes)),
      ...attempts.replaceHead(attemptId, this.#versionstamp, head),
      ...taken,
    ]) ?? await this.#foundStored(head);
    if (versionstamp === null) return false;
    this.#versionstamp = versionstamp;
    this.#written = head;
    this.#durable = head;
    this.#places = [];
    this.#unsettled = null;
    unsettled.delete(attemptId);
    return true;
  }

  /**
   * Commits behind the log's fence. Where it has moved because of other attempts, once more.
   *
   * @returns The version that it was written at, or null where it was refused.
   */
  async #commitFenced(change: Change): Promise<string | null> {
    const { committer, stores: { ownLog } } = this.#parts;
    for (;;) {
      const fence = ownLog.fence ?? await ownLog.openFence();
      const committed = await committer.commit(change, fence);
      if (committed.ok) return committed.versionstamp;
      if (!await ownLog.hasMoved(fence) || this.#isLost) return null;
    }
  }

  /**
   * A commit whose answer got lost on the way is sent again by the store's client, and then refused because of
   * itself. If the head in the store is the one that was to be written, it is stored.
   *
   * @returns Its versionstamp, or null where another instance writes the attempt.
   * @throws {Error} Where the store says neither.
   */
  async #foundStored(head: AttemptHead): Promise<string | null> {
    if (this.#isLost) return null;
    const found = await this.#parts.stores.attempts.getWrittenHead(this.#parts.attemptId);
    if (found === null || found.head.writer.epoch !== head.writer.epoch) return null;
    if (canonicalJson(found.head) === canonicalJson(AttemptHead.parse(head))) return found.versionstamp;
    throw new Error("The head is neither what was read nor what was written");
  }

  #lose(reason: LossReason, group: readonly Waiting[]): void {
    const isNews = !this.#isLost;
    this.#isLost = true;
    this.#parts.stores.unsettled.delete(this.#parts.attemptId);
    for (const waiting of [...group, ...this.#waiting, ...this.#notes]) waiting.reject(notStored());
    this.#waiting = [];
    this.#underWay = [];
    this.#notes = [];
    if (isNews) this.#parts.onLost(reason);
  }
}
