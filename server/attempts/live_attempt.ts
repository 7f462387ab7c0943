import { type Batch, firstUnsorted } from "../../protocol/events.ts";
import type { Answers } from "../../protocol/exam.ts";
import { MAX_BACKSTEP_MS } from "../../protocol/limits.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import { fold, type ScoreState } from "../../scoring/fold.ts";
import { Refusal } from "../errors.ts";
import type { Exam } from "../exams/exams.ts";
import type { Change, Committer } from "../log/committer.ts";
import { type LinkedEntry, linkEntry, type NewEntry } from "../log/entry.ts";
import { entryWrites, type EventLog, findBatch } from "../log/event_log.ts";
import { canonicalJson, eventsHash, sha256Hex } from "../log/hash.ts";
import { keys } from "../store/keys.ts";
import type { Write } from "../store/parts.ts";
import type { AnswerSheet, EditClock } from "./answers.ts";
import { AttemptHead, type AttemptRecord, type StoredHead } from "./attempt_head.ts";
import type { Intervention } from "./interventions.ts";
import { lateness } from "./lateness.ts";
import { summarise } from "./risk_summary.ts";
import type { Timeline } from "./timeline.ts";

/** What became of a batch. Everything else is a thrown {@link Refusal}. */
export type BatchOutcome =
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

/** Why an attempt was lost: another instance writes it now, or the store could not be reached. */
export type LossReason = "taken" | "unavailable";

/** Told of what is durable, and of the end of an attempt's stay in memory. */
export interface AttemptObserver {
  committed(attempt: LiveAttempt, news: News): void;
  /** The attempt is served elsewhere, or the store failed: nothing more comes from this object. */
  lost(attempt: LiveAttempt, reason: LossReason): void;
}

/** The folded state of an attempt's log. */
export interface AttemptState {
  score: ScoreState;
  report: RiskReport | null;
  sheet: AnswerSheet;
  clock: EditClock;
  timeline: Timeline;
}

interface Accepted {
  entry: NewEntry;
  linked: LinkedEntry;
  seq: number | null;
  hash: string | null;
  resolve: () => void;
  reject: (error: Error) => void;
}

/** What the head says besides the log. */
type Notes = Pick<AttemptHead, "openFlags" | "isHundredHandled">;

interface Parts {
  attemptId: string;
  record: AttemptRecord;
  exam: Exam;
  head: AttemptHead;
  versionstamp: string;
  state: AttemptState;
  contextId: string;
  context: ScoringContext;
  committer: Committer;
  log: EventLog;
  observer: AttemptObserver;
  /** The head as the store has it now. */
  readHead: () => Promise<StoredHead | null>;
}

/** Entries that may wait for the store, per attempt; beyond, nothing is accepted until some are stored. */
const MOST_WAITING = 64;

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
  readonly state: AttemptState;
  #context: ScoringContext;
  #contextId: string;
  #head: AttemptHead;
  #durable: AttemptHead;
  #versionstamp: string;
  #committer: Committer;
  #log: EventLog;
  #observer: AttemptObserver;
  #waiting: Accepted[] = [];
  #underWay: Accepted[] = [];
  #readHead: Parts["readHead"];
  #isLost = false;
  #deletes: Deno.KvKey[] = [];
  #extraWrites: Write[] = [];
  #notes: { resolve: () => void; reject: (error: Error) => void }[] = [];
  #isFlushing = false;

  constructor(parts: Parts) {
    this.attemptId = parts.attemptId;
    this.record = parts.record;
    this.exam = parts.exam;
    this.state = parts.state;
    this.#context = parts.context;
    this.#contextId = parts.contextId;
    this.#head = parts.head;
    this.#durable = parts.head;
    this.#versionstamp = parts.versionstamp;
    this.#committer = parts.committer;
    this.#log = parts.log;
    this.#observer = parts.observer;
    this.#readHead = parts.readHead;
  }

  /** The head as of the last durable entry: what may be told to anybody. */
  get head(): Readonly<AttemptHead> {
    return this.#durable;
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
    return this.#isLost;
  }

  /** Whether entries wait for the store. */
  get isBusy(): boolean {
    return this.#underWay.length > 0 || this.#waiting.length > 0;
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
      throw new Refusal("out_of_order", `events.${unsorted}.t lies before the event in front of it.`, {
        path: `events.${unsorted}.t`,
      });
    }
    if (batch.events[0].t < head.lastT - MAX_BACKSTEP_MS) {
      throw new Refusal(
        "out_of_order",
        `events.0.t is ${batch.events[0].t}, more than ${MAX_BACKSTEP_MS} ms before the batch in front of it.`,
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
   * @throws {Refusal} `wrong_state`, `unavailable`.
   */
  async intervene(intervention: Intervention, writes: Write[] = []): Promise<void> {
    this.#requireStore();
    const before = this.#head;
    const step = intervention(before);
    const entry: NewEntry = { ...step.entry, context: this.#contextId };
    const linked = linkEntry(entry, { n: before.n, chain: before.chain });
    const { score, sheet, clock } = this.state;
    clock.follow(entry);
    this.state.report = fold(score, { kind: entry.kind }, this.#context);
    if (entry.kind === "answered") sheet.set(entry.answers);
    this.#head = { ...before, ...step.head, answered: sheet.answered, n: linked.end.n, chain: linked.end.chain };
    this.#indexDeadline(before, this.#head);
    this.#extraWrites.push(...writes);
    await this.#enqueue({ entry, linked, seq: null, hash: null });
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
  async note(change: (head: AttemptHead) => Partial<Notes>, writes: Write[] = []): Promise<void> {
    this.#requireStore();
    this.#head = { ...this.#head, ...change(this.#head) };
    this.#extraWrites.push(...writes);
    await new Promise<void>((resolve, reject) => {
      this.#notes.push({ resolve, reject });
      this.#flush();
    });
  }

  /** Resolves once everything accepted so far is durable, or the attempt is lost. */
  async settled(): Promise<void> {
    while (this.isBusy && !this.#isLost) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  #requireStore(): void {
    if (this.#isLost || this.#waiting.length >= MOST_WAITING) {
      throw new Refusal("unavailable", "This cannot be stored right now. Please try again in a moment.");
    }
  }

  #requireOpen(receivedAt: number): void {
    this.#requireStore();
    const { state, deadline } = this.#head;
    if (state === "submitted" || state === "terminated") {
      throw new Refusal("submitted", `The attempt is ${state}; nothing more can be added.`);
    }
    const grace = this.exam.document.policy.grace_minutes * 60_000;
    const isStopped = this.#head.stoppedAt !== null;
    if (!isStopped && receivedAt > deadline + grace) {
      throw new Refusal("past_deadline", "The deadline and its grace have passed; nothing more can be added.");
    }
  }

  async #resend(batch: Batch): Promise<BatchOutcome> {
    const hash = eventsHash(batch.events);
    const pending = [...this.#underWay, ...this.#waiting].find((accepted) => accepted.seq === batch.seq);
    if (pending !== undefined) {
      if (pending.hash !== hash) return { kind: "conflict", seq: batch.seq, lastSeq: this.#head.lastSeq };
      await this.settled();
      if (this.#isLost) {
        throw new Refusal("unavailable", "This cannot be stored right now. Please try again in a moment.");
      }
      return { kind: "ack", seq: batch.seq };
    }
    const end = { n: this.#durable.n, chain: this.#durable.chain };
    const stored = await findBatch(this.#log, this.attemptId, batch.seq, end, this.#durable.lastSeq);
    const isSame = stored?.entry.kind === "batch" && eventsHash(stored.entry.events) === hash;
    if (isSame) return { kind: "ack", seq: batch.seq };
    return { kind: "conflict", seq: batch.seq, lastSeq: this.#head.lastSeq };
  }

  #acceptBatch(batch: Batch, receivedAt: number): Promise<void> {
    const before = this.#head;
    const events = batch.events;
    const lastT = Math.max(before.lastT, events[events.length - 1].t);
    const arrival = lateness(before.clockOffset, receivedAt, events[events.length - 1].t, receivedAt - before.lastSeen);
    const isLate = arrival.isLate || before.state === "expired";
    const { score, sheet, clock, timeline } = this.state;
    const report = fold(score, { kind: "batch", events, late: isLate }, this.#context);
    this.state.report = report;
    timeline.add(lastT, report.risk);
    const terms = clock.termsAt(receivedAt);
    for (const event of events) sheet.apply(event, terms);
    const entry: NewEntry = {
      kind: "batch",
      seq: batch.seq,
      sentAt: batch.sentAt,
      received_at: receivedAt,
      context: this.#contextId,
      late: isLate,
      report: { risk: report.risk, level: report.level },
      events,
    };
    const eventsText = JSON.stringify(events);
    const linked = linkEntry(entry, { n: before.n, chain: before.chain }, eventsText);
    const hash = sha256Hex(eventsText);
    this.#head = {
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
    return this.#enqueue({ entry, linked, seq: batch.seq, hash });
  }

  #enqueue(accepted: Omit<Accepted, "resolve" | "reject">): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...accepted, resolve, reject });
      this.#flush();
    });
  }

  #indexDeadline(before: AttemptHead, after: AttemptHead): void {
    const wasIndexed = before.stoppedAt === null && before.endedAt === null;
    const isIndexed = after.stoppedAt === null && after.endedAt === null;
    if (wasIndexed && isIndexed && before.deadline === after.deadline) return;
    if (wasIndexed) this.#deletes.push(keys.deadline(before.deadline, this.attemptId));
    if (isIndexed) {
      this.#extraWrites.push({ key: keys.deadline(after.deadline, this.attemptId), value: true, bytes: 16 });
    }
  }

  #flush(): void {
    if (this.#underWay.length > 0 || this.#isFlushing) return;
    if (this.#waiting.length === 0 && this.#notes.length === 0) return;
    void this.#commit();
  }

  async #commit(): Promise<void> {
    this.#isFlushing = true;
    const group = this.#waiting;
    const notes = this.#notes;
    const head = this.#head;
    const before = this.#durable;
    this.#underWay = group;
    this.#waiting = [];
    this.#notes = [];
    const change: Change = {
      check: { key: keys.head(this.attemptId), versionstamp: this.#versionstamp },
      writes: [
        ...group.flatMap((accepted) => entryWrites(this.attemptId, accepted.linked)),
        { key: keys.head(this.attemptId), value: head, bytes: 900 },
        ...this.#extraWrites,
      ],
      deletes: this.#deletes,
    };
    this.#extraWrites = [];
    this.#deletes = [];
    try {
      const committed = await this.#committer.commit(change);
      const versionstamp = committed.ok ? committed.versionstamp : await this.#foundStored(head);
      if (versionstamp === null) return this.#lose("taken", [...group, ...notes]);
      this.#versionstamp = versionstamp;
      this.#durable = head;
      this.#underWay = [];
      this.#isFlushing = false;
      this.#flush();
      for (const accepted of group) accepted.resolve();
      for (const note of notes) note.resolve();
      const entries = group.map((accepted) => accepted.entry);
      this.#observer.committed(this, { kinds: entries.map((entry) => entry.kind), entries, before });
    } catch {
      this.#lose("unavailable", [...group, ...notes]);
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
    const found = await this.#readHead();
    if (found === null || found.head.writer.epoch !== head.writer.epoch) return null;
    if (canonicalJson(found.head) === canonicalJson(AttemptHead.parse(head))) return found.versionstamp;
    throw new Error("The head is neither what was read nor what was written");
  }

  #lose(reason: LossReason, group: { reject: (error: Error) => void }[]): void {
    this.#isLost = true;
    const refusal = new Refusal("unavailable", "This cannot be stored right now. Please try again in a moment.");
    for (const accepted of [...group, ...this.#waiting, ...this.#notes]) accepted.reject(refusal);
    this.#waiting = [];
    this.#underWay = [];
    this.#notes = [];
    this.#observer.lost(this, reason);
  }

  /** Drops the attempt from memory without a word to the store; whatever still waits is refused. */
  abandon(reason: LossReason = "taken"): void {
    if (!this.#isLost) this.#lose(reason, []);
  }
}
