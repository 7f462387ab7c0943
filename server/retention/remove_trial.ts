import { isOver } from "../../protocol/exam.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { end } from "../attempts/interventions.ts";
import type { Actor, AuditLog } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import { removeEverything } from "./remove_attempt.ts";

/**
 * Removes a trial with everything in it; one under way ends first.
 *
 * @throws {Refusal} `not_found` for what is no trial of the exam.
 */
export async function removeTrial(
  attempts: Attempts,
  audit: AuditLog,
  about: { examId: string; attemptId: string; actor: Actor },
): Promise<void> {
  const { examId, attemptId, actor } = about;
  const stored = await attempts.stored(attemptId);
  if (stored?.record.trialOf === undefined || stored.record.examId !== examId) {
    throw new Refusal("not_found", "no_such_attempt_in_exam");
  }
  if (!isOver(stored.head.state)) {
    const attempt = await attempts.open(attemptId);
    await attempt.intervene(end({ by: actor.who, now: attempts.now(), reason: null }, "proctor"));
  }
  const line = audit.line({ ...actor, what: "remove_trial", about: `exam:${examId}` });
  await removeEverything(attempts, attemptId, { cause: "erasure", now: attempts.now(), fence: null, line });
}
