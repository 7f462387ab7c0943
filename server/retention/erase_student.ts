import { type AuditLog, SYSTEM } from "../audit/audit_log.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { RosterEntry } from "../exams/roster.ts";
import { keys } from "../store/keys.ts";
import { removeEverything } from "./remove_attempt.ts";
import type { Tombstone } from "./tombstone.ts";

/** What was erased. */
export interface Erased {
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
  const { kv } = attempts;
  const erased: Erased = { attempts: [], rosterLines: 0 };
  for await (const { key } of kv.list({ prefix: keys.attemptsByExamPrefix(examId) })) {
    const attemptId = String(key[2]);
    const stored = await attempts.stored(attemptId);
    if (stored?.record.student.number !== number) continue;
    erased.attempts.push(await eraseAttempt(attempts, audit, attemptId));
  }
  for await (const { key } of kv.list({ prefix: keys.rosterByExamPrefix(examId) })) {
    const hash = String(key[2]);
    const entry = await kv.get(keys.rosterEntry(hash));
    if (entry.versionstamp === null || RosterEntry.parse(entry.value).student.number !== number) continue;
    const line = audit.line({ ...SYSTEM, what: "erase", about: `exam:${examId}`, why: "A roster's line was erased." });
    await kv.atomic().check(entry).delete(entry.key).delete(key).set(line.key, line.value).commit();
    erased.rosterLines++;
  }
  return erased;
}
