import type { Batch } from "../../protocol/events.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { Exam } from "../store/exam_store.ts";
import { linkEntry, type NewEntry } from "../log/entry.ts";
import { entrySalt } from "../log/entry_salt.ts";
import { findBatch } from "../log/find_batch.ts";
import { eventsHash } from "../log/hash.ts";
import type { AttemptHead, AttemptRecord } from "../store/attempt_record.ts";
import type { Committer } from "../store/committer.ts";
import type { Mutation } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";
import { acceptBatch, type Taking } from "./accept_batch.ts";
import { type AttemptFold, foldEntry } from "./attempt_fold.ts";
import { AttemptCommits, type CommitStores, type LossReason, notStored } from "./attempt_commits.ts";
import { ackOf, answerIndices, type BatchOutcome, keptIn } from "./batch_outcome.ts";
import { requireOrder } from "./batch_order.ts";
import type { CurrentContext } from "./contexts.ts";
import { deadlineMoves } from "./deadline_moves.ts";
import type { Intervention } from "./interventions.ts";
import { keptEdits } from "./kept_edits.ts";
import { requireOpen } from "./require_open.ts";
import { summarise } from "./risk_summary.ts";
import { UnderWay } from "./under_way.ts";

/** What a commit made durable. */
export interface News {
  /** Kinds of the entries, in order. */
  kinds: NewEntry["kind"][];
  entries: NewEntry[];
  before: AttemptHead;
}

/** Told of what is durable, and of the end of an attempt's stay in memory. */
export interface AttemptObserver {
  committed(attempt: LiveAttempt, news: News): void;
  /** The attempt is served elsewhere, or the store failed: nothing more comes from this object. */
  lost(attempt: LiveAttempt, reason: LossReason): void;
}

/** What the head says besides the log. */
type Notes = Pick<AttemptHead, "openFlags" | "isHundredHandled" | "flaggedKept" | "review" | "takenBy">;

interface Parts {
  attemptId: string;
  record: AttemptRecord;
  exam: Exam;
  head: AttemptHead;
  versionstamp: string;
  folded: AttemptFold;
  /** The context that the next entry is folded in. */
  current: CurrentContext;
  committer: Committer;
  stores: CommitStores & Pick<Stores, "deadlines">;
  observer: AttemptObserver;
}

/**
 * One attempt in the memory of the instance that writes it. Batches are checked, scored and linked to the
 * log at once, and answered when they are durable. At most one commit of an attempt is under way; what
 * arrives meanwhile goes together into the next.
 *
 * Whenever the store says no, this object is lost: its state may be ahead of the log. It is dropped, and the next
 * connection builds a new one from the log.
 */
export class LiveAttempt {
  readonly attemptId: string;
  readonly exam: Exam;
  readonly folded: AttemptFold;
  readonly #stores: Parts["stores"];
  readonly #commits: AttemptCommits;
  readonly #underWay = new UnderWay();
  #record: AttemptRecord;
  #current: CurrentContext;

  constructor(parts: Parts) {
    this.attemptId = parts.attemptId;
    this.#record = parts.record;
    this.exam = parts.exam;
    this.folded = parts.folded;
    this.#stores = parts.stores;
    this.#current = parts.current;
    const { attemptId, head, versionstamp, committer, stores, observer } = parts;
    this.#commits = new AttemptCommits({
      attemptId,
      stores,
      committer,
      onStored: (entries, before) => {
        observer.committed(this, { kinds: entries.map((entry) => entry.kind), entries, before });
      },
      onLost: (reason) => observer.lost(this, reason),
    }, { head, versionstamp });
  }

  /** Who sits the attempt, and under which terms. */
  get record(): Readonly<AttemptRecord> {
    return this.#record;
  }

  /** Takes note of another record, which the caller stores. */
  renew(record: AttemptRecord): void {
    this.#record = record;
  }

  /** The head as of the last durable entry: what may be told to anybody. */
  get head(): Readonly<AttemptHead> {
    return this.#commits.durable;
  }

  /** The head as of the last accepted entry, stored or not. */
  get #head(): AttemptHead {
    return this.#commits.newest;
  }

  /** The context that the next entry is folded in. */
  get context(): ScoringContext {
    return this.#current.context;
  }

  /** Goes on in another context, such as with a newer summary of the cohort. */
  useContext(current: CurrentContext): void {
    this.#current = current;
  }

  get isLost(): boolean {
    return this.#commits.isLost;
  }

  /** Whether the attempt's own keys say all that is durable: see {@link close}. */
  get isClosed(): boolean {
    return this.#commits.isClosed;
  }

  /** Whether entries wait for the store. */
  get isBusy(): boolean {
    return this.#commits.isBusy;
  }

  /**
   * Takes a batch, and resolves when it is durable.
   *
   * @param receivedAt Server time, ms since 1970.
   * @throws {Refusal} `submitted`, `past_deadline`, `out_of_order`, `unavailable`.
   */
  async append(batch: Batch, receivedAt: number): Promise<BatchOutcome> {
    const isOverdue = this.#underWay.isOver(receivedAt, this.folded.clock.lastEnd(receivedAt));
    this.heard(receivedAt);
    const head = this.#head;
    const wanted = head.lastSeq + 1;
    if (batch.seq < wanted) return await this.#resend(batch);
    this.#commits.requireRoom();
    requireOpen(head, this.exam, receivedAt);
    if (batch.seq > wanted) return { kind: "expected", seq: wanted };
    requireOrder(batch, head.lastT);
    const kept = keptEdits(this.folded, batch.events, receivedAt, isOverdue);
    const stored = this.#accept(batch, receivedAt, { kept });
    const ack = this.#ack(batch, kept);
    await stored;
    return ack;
  }

  /**
   * Takes in a batch that a device still held after the grace, marked late and by whom; its edits are evidence alone.
   *
   * @throws {Refusal} (rejects) `unavailable`
   */
  async handOver(batch: Batch, by: string, now: number): Promise<void> {
    this.#commits.requireRoom();
    const taking = { kept: answerIndices(batch), handed_over_by: by };
    await this.#accept({ ...batch, seq: this.#head.lastSeq + 1 }, now, taking);
  }

  /** Something came from the student: a batch, or a word that all is well. */
  heard(now: number): void {
    this.#underWay.heard(now, this.folded.clock.lastEnd(now));
  }

  /**
   * Carries out an intervention, and resolves when it is durable.
   *
   * @param writes What belongs into the same atomic, such as the audit log's record.
   * @param current Another context, from this entry on.
   * @throws {Refusal} `wrong_state`, `unavailable`.
   */
  async intervene(
    intervention: Intervention,
    writes: readonly Mutation[] = [],
    current?: CurrentContext,
  ): Promise<void> {
    this.#commits.requireRoom();
    const before = this.#head;
    const effect = intervention(before);
    if (current !== undefined) this.useContext(current);
    const entry: NewEntry = { ...effect.entry, ...entrySalt(effect.entry), context: this.#current.id };
    const linked = linkEntry(entry, { n: before.n, chain: before.chain });
    const report = foldEntry(this.folded, effect.entry, this.#current.context);
    const { answered } = this.folded.sheet;
    const head = { ...before, ...effect.head, answered, n: linked.end.n, chain: linked.end.chain };
    if (entry.kind === "answered") {
      head.risk = summarise(report);
      head.hasWritten = true;
    }
    this.#commits.take([...deadlineMoves(this.#stores.deadlines, this.attemptId, before, head), ...writes]);
    await this.#commits.append({ entry, linked, seq: null, hash: null }, head);
  }

  /**
   * Changes what the head says besides the log, with whatever else belongs to the change, in one atomic.
   *
   * @throws {Refusal} (rejects) `unavailable`
   */
  async note(change: (head: AttemptHead) => Partial<Notes>, writes: readonly Mutation[] = []): Promise<void> {
    this.#commits.requireRoom();
    this.#commits.take(writes);
    await this.#commits.note({ ...this.#head, ...change(this.#head) });
  }

  /** Resolves once everything accepted so far is durable, or the attempt is lost. */
  async settled(): Promise<void> {
    await this.#commits.settled();
  }

  /**
   * Brings the attempt's own keys up to its last entry, so that whoever opens it next need not look through this instance's log. Where that
   * fails, the attempt is lost.
   */
  async close(): Promise<void> {
    await this.#commits.close();
  }

  async #resend(batch: Batch): Promise<BatchOutcome> {
    const hash = eventsHash(batch.events);
    const conflict: BatchOutcome = { kind: "conflict", seq: batch.seq, lastSeq: this.#head.lastSeq };
    const pending = this.#commits.pending(batch.seq);
    if (pending !== undefined) {
      if (pending.hash !== hash) return conflict;
      await this.settled();
      if (this.isLost) throw notStored();
      return this.#ack(batch, keptIn(pending.entry));
    }
    const { n, chain, lastSeq } = this.head;
    const stored = await findBatch(this.#stores.log, this.attemptId, batch.seq, { n, chain }, lastSeq);
    const isSame = stored?.entry.kind === "batch" && eventsHash(stored.entry.events) === hash;
    return isSame ? this.#ack(batch, keptIn(stored.entry)) : conflict;
  }

  #ack(batch: Batch, kept: readonly number[]): BatchOutcome {
    return ackOf(batch, kept, this.folded.sheet, this.#head.lastSeq);
  }

  #accept(batch: Batch, receivedAt: number, taking: Taking): Promise<void> {
    const { step, head } = acceptBatch(this.folded, this.#head, this.#current, batch, receivedAt, taking);
    return this.#commits.append(step, head);
  }

  /** Drops the attempt from memory without a word to the store; whatever still waits is refused. */
  abandon(reason: LossReason = "taken"): void {
    this.#commits.abandon(reason);
  }
}
