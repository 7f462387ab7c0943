import type { Attempts } from "../attempts/attempts.ts";
import { requireExam } from "../attempts/load_attempt.ts";
import { Refusal } from "../errors.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import { finishRemoval, requireSettled } from "./remove_attempt.ts";

/** Retention counts in days, ms. */
export const DAY_MS = 24 * 3_600_000;

/** An attempt of which something has had its time. */
export interface DueAttempt {
  attemptId: string;
  what: "events" | "everything";
  /** Since when, server time in ms. */
  dueAt: number;
}

/**
 * Attempts of which something is due, and nothing stands in the way. Removals that were interrupted are finished on the way.
 *
 * @param between Called from attempt to attempt; ends the look where it says no.
 */
export async function* dueAttempts(
  attempts: Attempts,
  now: number,
  between: () => Promise<boolean>,
): AsyncGenerator<DueAttempt> {
  for await (const exam of attempts.exams.list()) {
    for await (const attemptId of allOf(attempts, exam.examId)) {
      if (!(await between())) return;
      const due = await dueOf(attempts, exam, attemptId, now);
      if (due !== null) yield due;
    }
  }
}

/** Students' attempts, and those by which staff try the exam. */
async function* allOf({ stores: { examAttempts, trials } }: Attempts, examId: string): AsyncGenerator<string> {
  yield* examAttempts.list(examId);
  yield* await trials.of(examId);
}

async function dueOf(attempts: Attempts, exam: Exam, attemptId: string, now: number): Promise<DueAttempt | null> {
  const { stores } = attempts;
  const tombstone = await stores.tombstones.get(attemptId);
  if (tombstone?.is_done === false) await finishRemoval(stores, tombstone);
  if (tombstone?.removed === "everything") return null;
  const stored = await attempts.stored(attemptId);
  if (stored === null || stored.head.endedAt === null) return null;
  const { events_days, reports_days } = exam.document.retention;
  const eventsAt = stored.head.endedAt + events_days * DAY_MS;
  const everythingAt = stored.head.endedAt + Math.max(events_days, reports_days) * DAY_MS;
  const due: DueAttempt | null = now >= everythingAt
    ? { attemptId, what: "everything", dueAt: everythingAt }
    : now >= eventsAt && tombstone === null
    ? { attemptId, what: "events", dueAt: eventsAt }
    : null;
  return due !== null && await isSettled(attempts, stored, now) ? due : null;
}

/** Looked at before the attempt is taken over: nobody is disturbed for nothing. */
async function isSettled(
  attempts: Attempts,
  { record, head }: StoredAttempt,
  now: number,
): Promise<boolean> {
  const { document } = await requireExam(attempts.exams, record);
  const graceMs = document.policy.grace_minutes * 60_000;
  try {
    await requireSettled(attempts.stores, record.attemptId, record, head, graceMs, now);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
