import type { Attempts } from "../attempts/attempts.ts";
import { type AuditLog, SYSTEM } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import type { AttemptHead, AttemptRecord } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Lease } from "../store/lease.ts";
import { finishRemoval, removeEvents, removeEverything, requireSettled } from "./remove_attempt.ts";

/** How often it is looked for what has had its time, ms. */
export const RETENTION_EVERY_MS = 3_600_000;

/** How long after a start the first look is taken, ms: an instance may not live for an hour. */
export const RETENTION_FIRST_MS = 60_000;

const DAY_MS = 24 * 3_600_000;

/** What one look removed. */
interface Removed {
  events: number;
  everything: number;
}

/**
 * Keeps each exam's promise of how long it keeps what: raw events and answers go after `events_days`, reports and
 * names after `reports_days`, counted from an attempt's end. Nothing goes while a review is open. One instance does it
 * at a time.
 */
export class RetentionJob {
  readonly #attempts: Attempts;
  readonly #audit: AuditLog;
  readonly #lease: Lease;

  constructor(attempts: Attempts, audit: AuditLog, lease: Lease) {
    this.#attempts = attempts;
    this.#audit = audit;
    this.#lease = lease;
  }

  /** One look at every attempt. */
  async run(): Promise<Removed> {
    const removed: Removed = { events: 0, everything: 0 };
    if (await this.#lease.take() === null) return removed;
    const { stores, exams } = this.#attempts;
    for await (const exam of exams.list()) {
      for await (const attemptId of stores.examAttempts.list(exam.examId)) {
        const what = await this.#look(exam, attemptId);
        if (what !== null) removed[what]++;
      }
    }
    return removed;
  }

  async #look(exam: Exam, attemptId: string): Promise<keyof Removed | null> {
    const { stores } = this.#attempts;
    const tombstone = await stores.tombstones.get(attemptId);
    if (tombstone?.is_done === false) await finishRemoval(stores, tombstone);
    if (tombstone?.removed === "everything") return null;
    const stored = await this.#attempts.stored(attemptId);
    if (stored === null) return null;
    const due = this.#due(exam, stored.head);
    if (due === null || (due === "events" && tombstone !== null)) return null;
    if (!(await this.#isSettled(exam, attemptId, stored.record, stored.head))) return null;
    const fence = await this.#lease.take();
    if (fence === null) return null;
    const line = this.#audit.line({ ...SYSTEM, what: `retention_${due}`, about: `attempt:${attemptId}` });
    const removal = { cause: "retention" as const, now: this.#attempts.now(), fence, line };
    if (due === "events") await removeEvents(this.#attempts, attemptId, removal);
    else await removeEverything(this.#attempts, attemptId, removal);
    return due;
  }

  #due({ document }: Exam, head: AttemptHead): keyof Removed | null {
    if (head.endedAt === null) return null;
    const days = (this.#attempts.now() - head.endedAt) / DAY_MS;
    const { events_days, reports_days } = document.retention;
    if (days >= Math.max(events_days, reports_days)) return "everything";
    return days >= events_days ? "events" : null;
  }

  /** Looked at before the attempt is taken over: nobody is disturbed for nothing. */
  async #isSettled(exam: Exam, attemptId: string, record: AttemptRecord, head: AttemptHead): Promise<boolean> {
    const graceMs = exam.document.policy.grace_minutes * 60_000;
    try {
      await requireSettled(this.#attempts.stores, attemptId, record, head, graceMs, this.#attempts.now());
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}
