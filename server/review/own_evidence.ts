import type { AttemptAction } from "../../protocol/attempt_detail.ts";
import { isOver } from "../../protocol/exam.ts";
import type { OwnEvidence, OwnFlag } from "../../protocol/own_evidence.ts";
import { explain, incomparableSignals } from "../../scoring/explain.ts";
import { isUntold } from "../attempts/action_kinds.ts";
import { type Attempts, type AttemptView, reportOf } from "../attempts/attempts.ts";
import { hasLog } from "../attempts/has_log.ts";
import { isRiskShown } from "../attempts/shown_risk.ts";
import { showsEvidence } from "../attempts/shows_evidence.ts";
import { takesStatements } from "../attempts/takes_statements.ts";
import { Refusal } from "../errors.ts";
import type { Exam } from "../store/exam_store.ts";
import { type AnswerSpeech, spokenFlag, spokenReason } from "./spoken.ts";

/**
 * An attempt whose evidence is there for its student, and its exam as it is now, whose policy counts.
 *
 * @throws {Refusal} `forbidden` where the exam shows none, `wrong_state` before the attempt is over.
 */
export async function shownAttempt(
  attempts: Attempts,
  attemptId: string,
): Promise<{ attempt: AttemptView; newest: Exam }> {
  const attempt = await attempts.view(attemptId);
  const newest = await attempts.exams.require(attempt.record.examId);
  if (!showsEvidence(newest)) throw new Refusal("forbidden", "evidence_not_shown");
  if (!isOver(attempt.head.state)) throw new Refusal("wrong_state", "evidence_after_the_end");
  return { attempt, newest };
}

/** An attempt that is over, as its own student may see it. @throws {Refusal} As {@link shownAttempt}. */
export async function ownEvidence(attempts: Attempts, attemptId: string, speech: AnswerSpeech): Promise<OwnEvidence> {
  const { attempt, newest } = await shownAttempt(attempts, attemptId);
  const { record, head, folded } = attempt;
  const { title, language } = attempt.exam.document;
  return {
    attempt_id: attempt.attemptId,
    exam: { title, language },
    student: record.student,
    state: head.state,
    started_at: record.startedAt,
    ended_at: head.endedAt,
    receipt: attempts.receiptOf(attempt),
    risk: isRiskShown(attempt) ? await ownRiskOf(attempts, attempt, speech) : null,
    actions: folded.actions.filter((action) => !isUntold(action)).map(ownAction),
    has_log: hasLog(attempt),
    has_proof: isRiskShown(attempt) && hasLog(attempt),
    takes_statements: takesStatements(newest) && hasLog(attempt),
  };
}

async function ownRiskOf({ stores }: Attempts, attempt: AttemptView, speech: AnswerSpeech) {
  const { attemptId, record, folded, context } = attempt;
  const report = reportOf(attempt);
  const flags = await stores.flags.list(record.examId, attemptId);
  return {
    report,
    reasons: explain(folded.score, report, context).map((reason) => spokenReason(speech, reason, "student")),
    not_comparable: incomparableSignals(folded.score, report),
    timeline: folded.timeline.toPoints(),
    flags: flags.map((flag): OwnFlag => ({
      t: flag.t,
      note: flag.rule === undefined ? "" : spokenFlag(speech, flag).note,
    })),
  };
}

/** Whether staff did it, not which account. */
function ownAction(action: AttemptAction): AttemptAction {
  return action.by === "student" || action.by === "system" ? action : { ...action, by: "staff" };
}
