import type { Attempts } from "../attempts/attempts.ts";
import { type Actor, type AuditLog, SYSTEM } from "../audit/audit_log.ts";
import type { Check } from "../store/mutation.ts";
import type { Lease } from "../store/lease.ts";
import type { RetentionRecord } from "../store/retention_store.ts";
import { type DueAttempt, dueAttempts } from "./due_attempts.ts";
import { type DueLine, dueLines } from "./due_lines.ts";
import { removeEvents, removeEverything } from "./remove_attempt.ts";

/** How often it is looked for what has had its time, ms. */
export const RETENTION_EVERY_MS = 3_600_000;

/** How long after a start the first look is taken, ms: an instance may not live for an hour. */
export const RETENTION_FIRST_MS = 60_000;

/** Attempts of which one look removes something without asking; more at once may be a clock that is wrong, or a slip. */
export const MOST_UNASKED = 100;

/** Time without a server that is believed without asking, ms: a week of holidays. */
export const BELIEVED_GAP_MS = 7 * 24 * 3_600_000;

/** How often the lease is renewed during a look, ms: well within its term. */
const RENEW_MS = 3_000;

/** Something that has had its time. */
type Due = DueAttempt | DueLine;

/** What one look removed. */
interface Removed {
  events: number;
  /** Attempts, and lines of rosters of whom never began. */
  everything: number;
}

/**
 * Keeps each exam's promise of how long it keeps what: raw events and answers go after `events_days`, reports and names
 * after `reports_days`, counted from an attempt's end, and from the exam's for whom never began. Nothing goes while a review is open. One instance does it at a time.
 *
 * What is due in bulk, or by a time that no server saw come, waits for an admin's word: a clock that is wrong by months
 * must not be able to remove what nobody can bring back.
 */
export class RetentionJob {
  readonly #attempts: Attempts;
  readonly #audit: AuditLog;
  readonly #lease: Lease;
  #work: Promise<Removed | null> | null = null;
  #isStopped = false;

  constructor(attempts: Attempts, audit: AuditLog, lease: Lease) {
    this.#attempts = attempts;
    this.#audit = audit;
    this.#lease = lease;
  }

  /** Notes that a server is there, before it could remove anything. */
  async begin(): Promise<void> {
    const { retention, commit } = this.#attempts.stores;
    if (await retention.get() === null) await commit([retention.put(await this.#record())]);
  }

  /** One look at every attempt; a call while one is under way joins it. @returns Null where another instance looks. */
  run(): Promise<Removed | null> {
    this.#work ??= this.#look().finally(() => this.#work = null);
    return this.#work;
  }

  /** Ends what is under way, and gives the lease back. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#work?.catch(() => null);
  }

  /** What waits for an admin's word, as of the last look; null for nothing. */
  async waiting(): Promise<RetentionRecord["waiting"]> {
    return (await this.#attempts.stores.retention.get())?.waiting ?? null;
  }

  /** Lets go what is due by now: somebody has looked at it. Carried out by the next {@link run}. */
  async confirm(actor: Actor): Promise<void> {
    const now = this.#attempts.now();
    const { retention, commit } = this.#attempts.stores;
    const { waiting } = await this.#record();
    const why = waiting === null ? undefined : inWords(waiting);
    await commit([
      retention.put({ seenUntil: now, confirmedUntil: now, waiting: null }),
      this.#audit.line({ ...actor, what: "confirm_retention", why }),
    ]);
  }

  async #look(): Promise<Removed | null> {
    if (await this.#lease.take() === null) return null;
    try {
      const now = this.#attempts.now();
      const record = await this.#record();
      const due = await this.#due(now);
      const { free, waiting } = sorted(due, record, now);
      const removed: Removed = { events: 0, everything: 0 };
      for (const one of free) {
        if (await this.#remove(one, now)) removed[one.what === "events" ? "events" : "everything"]++;
      }
      if (!this.#isStopped) await this.#note(record, waiting, now);
      return removed;
    } finally {
      await this.#lease.release();
    }
  }

  async #due(now: number): Promise<Due[]> {
    let renewedAt = performance.now();
    const between = async () => {
      if (this.#isStopped) return false;
      if (performance.now() - renewedAt < RENEW_MS) return true;
      renewedAt = performance.now();
      return await this.#lease.take() !== null;
    };
    const due: Due[] = await Array.fromAsync(dueAttempts(this.#attempts, now, between));
    for await (const line of dueLines(this.#attempts, now, between)) due.push(line);
    return due;
  }

  async #remove(due: Due, now: number): Promise<boolean> {
    const fence: Check | null = this.#isStopped ? null : await this.#lease.take();
    if (fence === null) return false;
    if (due.what === "line") return await this.#removeLine(due, fence);
    const { attemptId, what } = due;
    const line = this.#audit.line({ ...SYSTEM, what: `retention_${what}`, about: `attempt:${attemptId}` });
    const removal = { cause: "retention" as const, now, fence, line };
    if (what === "events") await removeEvents(this.#attempts, attemptId, removal);
    else await removeEverything(this.#attempts, attemptId, removal);
    return true;
  }

  /** @returns False where the line was changed since, or its student began: it is looked at again next time. */
  async #removeLine({ examId, hash, versionstamp, tokenHash }: DueLine, fence: Check): Promise<boolean> {
    const { roster, commit } = this.#attempts.stores;
    const line = this.#audit.line({ ...SYSTEM, what: "retention_line", about: `exam:${examId}` });
    const gone = [roster.unchanged(hash, versionstamp), ...roster.remove(examId, hash, tokenHash)];
    return await commit([fence, ...gone, line]) !== null;
  }

  /** Writes down what waits, and up to when a server has been there: no further than what nobody waits for. */
  async #note(record: RetentionRecord, waiting: Due[], now: number): Promise<void> {
    const { retention, commit } = this.#attempts.stores;
    if (waiting.length === 0) {
      const seenUntil = Math.max(record.seenUntil, now);
      await commit([retention.put({ ...record, seenUntil, waiting: null })]);
      return;
    }
    const events = waiting.filter(({ what }) => what === "events").length;
    const found = { since: record.waiting?.since ?? now, events, everything: waiting.length - events };
    // A gap that was not believed stays one, however often servers are started in it.
    const seenUntil = isBelieved(record, now) ? Math.max(record.seenUntil, now) : record.seenUntil;
    const isNew = record.waiting === null;
    const line = this.#audit.line({ ...SYSTEM, what: "retention_waits", why: inWords(found) });
    await commit([retention.put({ ...record, seenUntil, waiting: found }), ...(isNew ? [line] : [])]);
  }

  /** What was written down; a store that has nothing yet was last seen when somebody last did something. */
  async #record(): Promise<RetentionRecord> {
    const { retention, audit } = this.#attempts.stores;
    const known = await retention.get();
    if (known !== null) return known;
    const [newest] = await audit.newest(null, 1);
    return { seenUntil: newest?.at ?? this.#attempts.now(), confirmedUntil: null, waiting: null };
  }
}

/** Whether servers were there up to now, but for a time that is believed. */
function isBelieved({ seenUntil }: RetentionRecord, now: number): boolean {
  return now - seenUntil <= BELIEVED_GAP_MS;
}

/** What may go, and what waits for a word. */
function sorted(
  due: Due[],
  record: RetentionRecord,
  now: number,
): { free: Due[]; waiting: Due[] } {
  const confirmed = due.filter(({ dueAt }) => record.confirmedUntil !== null && dueAt <= record.confirmedUntil);
  const isConfirmed = new Set(confirmed);
  const others = due.filter((attempt) => !isConfirmed.has(attempt));
  const seen = isBelieved(record, now) ? others : others.filter(({ dueAt }) => dueAt <= record.seenUntil);
  const isBulk = seen.length > MOST_UNASKED;
  const free = isBulk ? confirmed : [...confirmed, ...seen];
  const isFree = new Set(free);
  return { free, waiting: due.filter((attempt) => !isFree.has(attempt)) };
}

function inWords({ events, everything }: { events: number; everything: number }): string {
  return `events of ${events} attempts, everything of ${everything}`;
}
