import type { LinkedEntry, NewEntry } from "../log/entry.ts";
import { canonicalJson } from "../log/hash.ts";
import { Refusal } from "../errors.ts";
import { AttemptHead } from "../store/attempt_record.ts";
import type { AttemptStore } from "../store/attempt_store.ts";
import type { Committer } from "../store/committer.ts";
import type { LogStore } from "../store/log_store.ts";
import type { Mutation } from "../store/mutation.ts";

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

interface Parts {
  attemptId: string;
  head: AttemptHead;
  versionstamp: string;
  attempts: AttemptStore;
  log: LogStore;
  committer: Committer;
  /** Told of what has become durable, in order. */
  onStored: (entries: NewEntry[], before: AttemptHead) => void;
  onLost: (reason: LossReason) => void;
}

interface Waiting {
  resolve: () => void;
  reject: (error: Error) => void;
}

/** Entries that may wait for the store, per attempt; beyond, nothing is accepted until some are stored. */
const MOST_WAITING = 64;

/** What a caller is told whose work could not be stored. */
export function notStored(): Refusal {
  return new Refusal("unavailable", "not_stored");
}

/**
 * An attempt's way into the store: at most one commit under way, everything that arrives meanwhile together in the next. The
 * head is written with each, and checked by it: whoever else wrote the attempt makes the commit fail as a whole.
 */
export class AttemptCommits {
  readonly #parts: Parts;
  #durable: AttemptHead;
  #newest: AttemptHead;
  #versionstamp: string;
  #waiting: (LinkedStep & Waiting)[] = [];
  #underWay: (LinkedStep & Waiting)[] = [];
  #notes: Waiting[] = [];
  #taken: Mutation[] = [];
  #isCommitting = false;
  #isLost = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#durable = parts.head;
    this.#newest = parts.head;
    this.#versionstamp = parts.versionstamp;
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
      const committed = await this.#parts.committer.commit(this.#change(group, head));
      const versionstamp = committed.ok ? committed.versionstamp : await this.#foundStored(head);
      if (versionstamp === null) return this.#lose("taken", [...group, ...notes]);
      this.#versionstamp = versionstamp;
      this.#durable = head;
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

  #change(group: readonly LinkedStep[], head: AttemptHead): Mutation[] {
    const { attemptId, attempts, log } = this.#parts;
    const taken = this.#taken;
    this.#taken = [];
    return [
      ...group.flatMap(({ linked }) => log.insert(attemptId, linked.end.n, linked.bytes)),
      ...attempts.replaceHead(attemptId, this.#versionstamp, head),
      ...taken,
    ];
  }

  /**
   * A commit whose answer got lost on the way is sent again by the store's client, and then refused because of
   * itself. If the head in the store is the one that was to be written, it is stored.
   *
   * @returns Its versionstamp, or null where another instance writes the attempt.
   * @throws {Error} Where the store says neither.
   */
  async #foundStored(head: AttemptHead): Promise<string | null> {
    const found = await this.#parts.attempts.getHead(this.#parts.attemptId);
    if (found === null || found.head.writer.epoch !== head.writer.epoch) return null;
    if (canonicalJson(found.head) === canonicalJson(AttemptHead.parse(head))) return found.versionstamp;
    throw new Error("The head is neither what was read nor what was written");
  }

  #lose(reason: LossReason, group: readonly Waiting[]): void {
    this.#isLost = true;
    for (const waiting of [...group, ...this.#waiting, ...this.#notes]) waiting.reject(notStored());
    this.#waiting = [];
    this.#underWay = [];
    this.#notes = [];
    this.#parts.onLost(reason);
  }
}
