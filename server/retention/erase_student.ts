import { type AuditLog, SYSTEM } from "../audit/audit_log.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { Tombstone } from "../store/tombstone_store.ts";
import { removeEverything } from "./remove_attempt.ts";

/** What was erased. */
interface Erased {
  attempts: Tombstone[];
  /** Lines of the roster of a student who never began. */
  rosterLines: number;
}

/**
 * Erases one attempt: events, answers and names. Counts stay, and a line in the audit log.
 *
 * @throws {Refusal} `not_found`, `wrong_state` while it is under way or reviewed, `unavailable`.
 */
export async function eraseAttempt(attempts: Attempts, audit: AuditLog, attemptId: string): Promise<Tombstone> {
  const line = audit.line({ ...SYSTEM, what: "erase", about: `attempt:${attemptId}`, why: "Erasure was asked for." });
  return await removeEverything(attempts, attemptId, { cause: "erasure", now: attempts.now(), fence: null, line });
}

/** Erases a student of an exam, by the number that the exam knows them by: every attempt, and the roster's line. */
export async function eraseStudent(
  attempts: Attempts,
  audit: AuditLog,
  examId: string,
  number: string,
): Promise<Erased> {
  const { examAttempts, roster, commit } = attempts.stores;
  const erased: Erased = { attempts: [], rosterLines: 0 };
  for await (const attemptId of examAttempts.list(examId)) {
    const stored = await attempts.stored(attemptId);
    if (stored?.record.student.number !== number) continue;
    erased.attempts.push(await eraseAttempt(attempts, audit, attemptId));
  }
  for (const hash of await roster.hashesOf(examId)) {
    const entry = await roster.get(hash);
    if (entry?.value.student.number !== number) continue;
    const line = audit.line({ ...SYSTEM, what: "erase", about: `exam:${examId}`, why: "A roster's line was erased." });
    await commit([
      roster.unchanged(hash, entry.versionstamp),
      ...roster.remove(examId, hash, entry.value.tokenHash),
      line,
    ]);
    erased.rosterLines++;
  }
  return erased;
}
