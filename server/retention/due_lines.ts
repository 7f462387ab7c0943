import type { Attempts } from "../attempts/attempts.ts";
import { readRoster } from "../exams/roster/roster_lines.ts";
import type { Exam } from "../store/exam_store.ts";
import type { RosterEntry } from "../store/roster_store.ts";
import { DAY_MS } from "./due_attempts.ts";

/** A line of a roster without an attempt, which has had its time: of who never came, or never came to a make-up sitting. */
export interface DueLine {
  what: "line";
  examId: string;
  /** What it is stored under, and the state of it that was looked at. */
  hash: string;
  versionstamp: string;
  tokenHash: string | undefined;
  /** Since when, server time in ms. */
  dueAt: number;
}

/**
 * Lines of rosters without an attempt whose exam closed so long ago that its reports go, too. A line with an attempt goes with that.
 *
 * @param between Called from exam to exam; ends the look where it says no.
 */
export async function* dueLines(
  { exams, stores }: Attempts,
  now: number,
  between: () => Promise<boolean>,
): AsyncGenerator<DueLine> {
  for await (const exam of exams.list()) {
    const closedAt = closedAtOf(exam, now);
    if (closedAt === null) continue;
    const { events_days, reports_days } = exam.document.retention;
    const keptMs = Math.max(events_days, reports_days) * DAY_MS;
    if (now < closedAt + keptMs) continue;
    if (!(await between())) return;
    for (const { hash, versionstamp, entry } of await readRoster(stores, exam.examId)) {
      const dueAt = Math.max(closedAt, ownEndOf(entry)) + keptMs;
      if (entry.attemptId !== null || now < dueAt) continue;
      yield { what: "line", examId: exam.examId, hash, versionstamp, tokenHash: entry.tokenHash, dueAt };
    }
  }
}

/** When an exam closed: by a person, or by its own time. Null while it is open. */
function closedAtOf({ closedAt, archivedAt, document: { closes_at } }: Exam, now: number): number | null {
  const byPerson = closedAt ?? archivedAt;
  if (byPerson !== undefined) return byPerson;
  const byTime = closes_at === undefined ? now : Date.parse(closes_at);
  return byTime < now ? byTime : null;
}

/** A student's window of their own may end behind the exam's. */
function ownEndOf({ opensAt, closesAt = opensAt }: RosterEntry): number {
  return closesAt === undefined ? 0 : Date.parse(closesAt);
}
