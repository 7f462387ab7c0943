import { isOver } from "../../protocol/exam.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import { fold } from "../../scoring/fold.ts";
import { Refusal } from "../errors.ts";
import { writeReceipt } from "../evidence/receipt_text.ts";
import type { Signer } from "../evidence/signing.ts";
import type { Exams } from "../exams/exams.ts";
import type { NewEntry } from "../log/entry.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { Committer } from "../store/committer.ts";
import type { Exam } from "../store/exam_store.ts";
import type { LogStore } from "../store/log_store.ts";
import type { Stores } from "../store/stores.ts";
import { createFold, foldEntry } from "./attempt_fold.ts";
import { termsOf } from "./allowances.ts";
import { placesOf } from "./forward_path.ts";
import type { LossReason } from "./attempt_commits.ts";
import { Contexts, type CurrentContext } from "./contexts.ts";
import { type AttemptObserver, LiveAttempt, type News } from "./live_attempt.ts";
import { ListedStudents } from "./listed_students.ts";
import { loadAttempt, type LoadedFold, loadFold, questionIds, requireExam } from "./load_attempt.ts";
import { SnapshotWriter } from "./snapshots.ts";
import { storedAttempt, type WholeAttempt } from "./stored_attempt.ts";
import { withFolded } from "./head_after.ts";
import type { StartRequests } from "./start_requests.ts";
import { Turns } from "./turns.ts";

/** How long an attempt without a connection stays in memory, ms. */
const IDLE_MS = 60_000;

/** What the attempts stand on. */
interface AttemptsParts {
  stores: Stores;
  exams: Exams;
  committer: Committer;
  signer: Signer;
  startRequests: StartRequests;
  now: () => number;
}

/** An attempt as it stands, to be read. A {@link LiveAttempt} is one, too. */
export type AttemptView = Pick<LiveAttempt, "attemptId" | "record" | "head" | "exam" | "folded" | "context">;

interface Held {
  attempt: LiveAttempt;
  usedAt: number;
  holders: number;
}

/**
 * The attempts that this instance writes. There is one object per attempt, loaded from its log when somebody needs it and
 * dropped when nobody does. Loading takes the attempt over from whichever instance wrote it before: the
 * writer's epoch in the head goes up, and every later commit of the old one fails.
 */
export class Attempts {
  readonly stores: Stores;
  readonly exams: Exams;
  readonly log: LogStore;
  readonly contexts: Contexts;
  readonly signer: Signer;
  readonly snapshots: SnapshotWriter;
  readonly startRequests: StartRequests;
  readonly listed: ListedStudents;
  readonly turns = new Turns();
  /** Batches and events stored by this instance since it started. */
  batches = 0;
  events = 0;
  readonly #parts: AttemptsParts;
  readonly #held = new Map<string, Held>();
  readonly #opening = new Map<string, Promise<LiveAttempt>>();
  /** Told when an attempt was taken over from another instance. */
  onTaken: (attemptId: string, from: string) => void = () => {};
  /** Told of everything durable; set once by the room. */
  observer: AttemptObserver = { committed: () => {}, lost: () => {} };

  constructor(parts: AttemptsParts) {
    this.#parts = parts;
    this.stores = parts.stores;
    this.exams = parts.exams;
    this.log = parts.stores.log;
    this.signer = parts.signer;
    this.startRequests = parts.startRequests;
    this.listed = new ListedStudents(parts.stores.roster);
    this.contexts = new Contexts(parts.stores, parts.now);
    this.snapshots = new SnapshotWriter(parts.stores);
    const { ownLog } = parts.stores;
    ownLog.onClaimed = (attemptId, epoch) => {
      const live = this.peek(attemptId);
      if (live && live.head.writer.epoch < epoch) live.abandon();
    };
    ownLog.onRetired = () => this.abandonAll();
  }

  get instance(): string {
    return this.stores.ownLog.id;
  }

  now(): number {
    return this.#parts.now();
  }

  /** Attempts in memory. */
  get size(): number {
    return this.#held.size;
  }

  /** Attempts in memory now. */
  *live(): Iterable<LiveAttempt> {
    for (const { attempt } of this.#held.values()) yield attempt;
  }

  /** The attempt if this instance has it in memory. */
  peek(attemptId: string): LiveAttempt | null {
    return this.#held.get(attemptId)?.attempt ?? null;
  }

  /** An attempt as of its last durable entry, or null; does not take it over. */
  async stored(attemptId: string): Promise<WholeAttempt | null> {
    return await storedAttempt(this.stores, attemptId);
  }

  /**
   * The attempt, as its writer.
   *
   * @throws {Refusal} `not_found`, `unavailable`.
   */
  async open(attemptId: string): Promise<LiveAttempt> {
    const held = this.#held.get(attemptId);
    if (held !== undefined) {
      held.usedAt = this.now();
      return held.attempt;
    }
    const opening = this.#opening.get(attemptId);
    if (opening !== undefined) return await opening;
    const load = this.#load(attemptId);
    this.#opening.set(attemptId, load);
    try {
      return await load;
    } finally {
      this.#opening.delete(attemptId);
    }
  }

  /**
   * The attempt for a new connection, as its writer. What is in memory is held against the store first: another
   * instance may have taken the attempt over, and its word not be here yet.
   *
   * @throws {Refusal} `not_found`, `unavailable`.
   */
  async openFresh(attemptId: string): Promise<LiveAttempt> {
    const live = this.peek(attemptId);
    if (live !== null && !(await this.#isOurs(live))) live.abandon();
    return await this.open(attemptId);
  }

  async #isOurs(live: LiveAttempt): Promise<boolean> {
    const stored = await this.stores.attempts.getWrittenHead(live.attemptId);
    const { instance, epoch } = live.head.writer;
    return stored?.head.writer.instance === instance && stored.head.writer.epoch === epoch;
  }

  /** Drops every attempt from memory: the store is lost, and others may write them by now. */
  abandonAll(): void {
    for (const attempt of [...this.live()]) attempt.abandon("unavailable");
  }

  /**
   * An attempt to look at, wherever it is written: nobody is disturbed.
   *
   * @throws {Refusal} `not_found`
   */
  async view(attemptId: string): Promise<AttemptView> {
    const live = this.peek(attemptId);
    if (live !== null) return live;
    const stored = await this.stored(attemptId);
    if (stored === null) throw new Refusal("not_found", "no_such_attempt");
    const exam = await requireExam(this.exams, stored.record);
    const { folded } = await loadFold(this.stores, this.contexts, attemptId, stored, exam);
    const { context } = await this.contexts.current(exam, termsOf(stored));
    const isAhead = stored.head.n > stored.settledN;
    const head = isAhead ? withFolded({ ...stored.head }, folded, folded.report) : stored.head;
    return { attemptId, record: stored.record, head, exam, folded, context };
  }

  /** The receipt of an attempt's log as it stands. */
  receiptOf({ attemptId, head: { n, chain } }: Pick<AttemptView, "attemptId" | "head">): string {
    return writeReceipt(this.signer, { attemptId, n, chain });
  }

  /** Keeps an attempt in memory until {@link release}. */
  hold(attempt: LiveAttempt): void {
    const held = this.#held.get(attempt.attemptId);
    if (held !== undefined) held.holders++;
  }

  /** Lets go of an attempt that {@link hold} kept. */
  release(attempt: LiveAttempt): void {
    const held = this.#held.get(attempt.attemptId);
    if (held?.attempt !== attempt) return;
    held.holders--;
    held.usedAt = this.now();
    if (held.holders > 0) return;
    this.snapshots.queue(attempt);
    void attempt.close();
  }

  /** Drops what nobody has used for a while. Called by the housekeeping tick. */
  evictIdle(): void {
    const before = this.now() - IDLE_MS;
    for (const [attemptId, held] of this.#held) {
      if (held.holders > 0 || held.usedAt > before || held.attempt.isBusy) continue;
      if (!held.attempt.isClosed) {
        void held.attempt.close();
        continue;
      }
      this.#held.delete(attemptId);
      this.snapshots.forget(attemptId);
    }
  }

  /** Takes a last snapshot of every attempt, and resolves once nothing waits for the store. */
  async drained(): Promise<void> {
    await Promise.all([...this.live()].map((attempt) => attempt.settled()));
    await Promise.all([...this.live()].map((attempt) => attempt.close()));
    await this.#parts.committer.drained();
    for (const attempt of this.live()) this.snapshots.queue(attempt);
    await this.snapshots.drained();
  }

  /** Puts an attempt that was just created, with nothing but its first entry, into memory: nothing is read. */
  adopt(attemptId: string, stored: StoredAttempt, exam: Exam, started: NewEntry, current: CurrentContext): LiveAttempt {
    const folded = createFold(questionIds(exam), placesOf(exam));
    foldEntry(folded, started, current.context);
    return this.#hold(attemptId, stored, exam, { folded, snapshotN: 0 }, current);
  }

  async #load(attemptId: string): Promise<LiveAttempt> {
    const { exams, committer } = this.#parts;
    const { stored, exam, loaded, current, from } = await loadAttempt(
      { stores: this.stores, exams, contexts: this.contexts, committer },
      attemptId,
    );
    if (from !== this.instance) this.onTaken(attemptId, from);
    return this.#hold(attemptId, stored, exam, loaded, current);
  }

  #hold(
    attemptId: string,
    stored: StoredAttempt,
    exam: Exam,
    { folded, snapshotN }: LoadedFold,
    current: CurrentContext,
  ): LiveAttempt {
    const attempt = new LiveAttempt({
      attemptId,
      record: stored.record,
      exam,
      head: stored.head,
      versionstamp: stored.versionstamp,
      folded,
      current,
      committer: this.#parts.committer,
      stores: this.stores,
      observer: {
        committed: (live, news) => this.#committed(live, news),
        lost: (live, reason) => this.#lost(live, reason),
      },
    });
    this.snapshots.loaded(attemptId, snapshotN);
    this.#held.set(attemptId, { attempt, usedAt: this.now(), holders: 0 });
    return attempt;
  }

  #committed(attempt: LiveAttempt, news: News): void {
    for (const entry of news.entries) {
      if (entry.kind !== "batch") continue;
      this.batches++;
      this.events += entry.events.length;
    }
    // What people say of an attempt that is over comes seldom, and no batch follows that would bring a snapshot along.
    if (isOver(news.before.state) && !news.kinds.includes("batch")) this.snapshots.queue(attempt);
    else this.snapshots.consider(attempt);
    this.observer.committed(attempt, news);
  }

  #lost(attempt: LiveAttempt, reason: LossReason): void {
    if (this.#held.get(attempt.attemptId)?.attempt === attempt) this.#held.delete(attempt.attemptId);
    this.snapshots.forget(attempt.attemptId);
    this.observer.lost(attempt, reason);
  }
}

/** The report as it stands; of an attempt of which nothing is left, that of one that has just begun. */
export function reportOf({ folded, context }: AttemptView): RiskReport {
  return folded.report ?? fold(folded.score, { kind: "noticed" }, context);
}
