import { type Batch, firstUnsorted } from "../../protocol/events.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import { MAX_BACKSTEP_MS } from "../../protocol/limits.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import { Refusal } from "../errors.ts";
import { said } from "../../words/refusal.ts";
import type { Exam } from "../store/exam_store.ts";
import { linkEntry, type NewEntry } from "../log/entry.ts";
import { findBatch } from "../log/find_batch.ts";
import { eventsHash, sha256Hex } from "../log/hash.ts";
import type { AttemptHead, AttemptRecord } from "../store/attempt_record.ts";
import type { Committer } from "../store/committer.ts";
import type { Mutation } from "../store/mutation.ts";
import type { Stores } from "../store/stores.ts";
import { type AttemptFold, foldEntry } from "./attempt_fold.ts";
import { AttemptCommits, type LossReason, notStored } from "./attempt_commits.ts";
import type { CurrentContext } from "./contexts.ts";
import { dueAt, type Intervention } from "./interventions.ts";
import { lateness } from "./lateness.ts";
import { summarise } from "./risk_summary.ts";

/** What became of a batch. Everything else is a thrown {@link Refusal}. */
type BatchOutcome =
  | { kind: "ack"; seq: number }
  | { kind: "expected"; seq: number }
  | { kind: "conflict"; seq: number; lastSeq: number };

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
type Notes = Pick<AttemptHead, "openFlags" | "isHundredHandled">;

interface Parts {
  attemptId: string;
  record: AttemptRecord;
  exam: Exam;
  head: AttemptHead;
  versionstamp: string;
  folded: AttemptFold;
  contextId: string;
  context: ScoringContext;
  committer: Committer;
  stores: Pick<Stores, "attempts" | "log" | "deadlines">;
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
  readonly record: AttemptRecord;
  readonly exam: Exam;
  readonly folded: AttemptFold;
  readonly #stores: Parts["stores"];
  readonly #commits: AttemptCommits;
  #context: ScoringContext;
  #contextId: string;

  constructor(parts: Parts) {
    this.attemptId = parts.attemptId;
    this.record = parts.record;
    this.exam = parts.exam;
    this.folded = parts.folded;
    this.#stores = parts.stores;
    this.#context = parts.context;
    this.#contextId = parts.contextId;
    const { attemptId, head, versionstamp, committer, stores, observer } = parts;
    this.#commits = new AttemptCommits({
      attemptId,
      head,
      versionstamp,
      attempts: stores.attempts,
      log: stores.log,
      committer,
      onStored: (entries, before) => {
        observer.committed(this, { kinds: entries.map((entry) => entry.kind), entries, before });
      },
      onLost: (reason) => observer.lost(this, reason),
    });
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
    return this.#context;
  }

  /** Goes on in another context, such as with a newer summary of the cohort. */
  useContext(id: string, context: ScoringContext): void {
    this.#contextId = id;
    this.#context = context;
  }

  get isLost(): boolean {
    return this.#commits.isLost;
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
    const head = this.#head;
    const wanted = head.lastSeq + 1;
    if (batch.seq < wanted) return await this.#resend(batch);
    this.#requireOpen(receivedAt);
    if (batch.seq > wanted) return { kind: "expected", seq: wanted };
    const unsorted = firstUnsorted(batch.events);
    if (unsorted !== -1) {
      throw new Refusal("out_of_order", said("out_of_order", { path: `events.${unsorted}.t` }), {
        path: `events.${unsorted}.t`,
      });
    }
    if (batch.events[0].t < head.lastT - MAX_BACKSTEP_MS) {
      throw new Refusal(
        "out_of_order",
        said("too_far_back", { path: "events.0.t", t: batch.events[0].t, most: MAX_BACKSTEP_MS }),
        { path: "events.0.t" },
      );
    }
    await this.#acceptBatch(batch, receivedAt);
    return { kind: "ack", seq: batch.seq };
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
    if (current !== undefined) this.useContext(current.id, current.context);
    const entry: NewEntry = { ...effect.entry, context: this.#contextId };
    const linked = linkEntry(entry, { n: before.n, chain: before.chain });
    foldEntry(this.folded, effect.entry, this.#context);
    const { answered } = this.folded.sheet;
    const head = { ...before, ...effect.head, answered, n: linked.end.n, chain: linked.end.chain };
    this.#indexDeadline(before, head);
    this.#commits.take(writes);
    await this.#commits.append({ entry, linked, seq: null, hash: null }, head);
  }

  /** Appends the answers that came with a submission, in the same atomic as what follows. */
  async answer(answers: Answers, by: string, now: number): Promise<void> {
    await this.intervene(() => ({
      entry: { kind: "answered", by, received_at: now, reason: null, answers },
      head: {},
    }));
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

  #requireOpen(receivedAt: number): void {
    this.#commits.requireRoom();
    const { state, deadline } = this.#head;
    if (state === "submitted" || state === "terminated") {
      throw new Refusal("submitted", said("attempt_over", { state }));
    }
    const grace = this.exam.document.policy.grace_minutes * 60_000;
    const isStopped = this.#head.stoppedAt !== null;
    if (!isStopped && receivedAt > deadline + grace) {
      throw new Refusal("past_deadline", "past_deadline");
    }
  }

  async #resend(batch: Batch): Promise<BatchOutcome> {
    const hash = eventsHash(batch.events);
    const pending = this.#commits.pending(batch.seq);
    if (pending !== undefined) {
      if (pending.hash !== hash) return { kind: "conflict", seq: batch.seq, lastSeq: this.#head.lastSeq };
      await this.settled();
      if (this.isLost) throw notStored();
      return { kind: "ack", seq: batch.seq };
    }
    const { n, chain, lastSeq } = this.head;
    const stored = await findBatch(this.#stores.log, this.attemptId, batch.seq, { n, chain }, lastSeq);
    const isSame = stored?.entry.kind === "batch" && eventsHash(stored.entry.events) === hash;
    if (isSame) return { kind: "ack", seq: batch.seq };
    return { kind: "conflict", seq: batch.seq, lastSeq: this.#head.lastSeq };
  }

  #acceptBatch(batch: Batch, receivedAt: number): Promise<void> {
    const before = this.#head;
    const events = batch.events;
    const t = events[events.length - 1].t;
    const arrival = lateness(before.clockOffset, receivedAt, t, receivedAt - before.lastSeen);
    const late = arrival.isLate || before.state === "expired";
    const report = foldEntry(this.folded, { kind: "batch", events, late, received_at: receivedAt }, this.#context);
    const { lastT, sheet } = this.folded;
    const entry: NewEntry = {
      kind: "batch",
      seq: batch.seq,
      sentAt: batch.sentAt,
      received_at: receivedAt,
      context: this.#contextId,
      late,
      report: { risk: report.risk, level: report.level },
      events,
    };
    const eventsText = JSON.stringify(events);
    const linked = linkEntry(entry, { n: before.n, chain: before.chain }, eventsText);
    const hash = sha256Hex(eventsText);
    const head: AttemptHead = {
      ...before,
      n: linked.end.n,
      chain: linked.end.chain,
      lastSeq: batch.seq,
      lastHash: hash,
      lastT,
      clockOffset: arrival.clockOffset,
      lastSeen: receivedAt,
      risk: summarise(report),
      question: sheet.question,
      answered: sheet.answered,
    };
    return this.#commits.append({ entry, linked, seq: batch.seq, hash }, head);
  }

  #indexDeadline(before: AttemptHead, after: AttemptHead): void {
    const was = dueAt(before);
    const is = dueAt(after);
    if (was === is) return;
    const { deadlines } = this.#stores;
    const { attemptId } = this;
    if (was !== null) this.#commits.take([deadlines.remove({ deadlineMs: was, attemptId })]);
    if (is !== null) this.#commits.take([deadlines.put({ deadlineMs: is, attemptId })]);
  }

  /** Drops the attempt from memory without a word to the store; whatever still waits is refused. */
  abandon(reason: LossReason = "taken"): void {
    this.#commits.abandon(reason);
  }
}
