import { termsOf } from "../../attempts/allowances.ts";
import { type Attempts, reportOf } from "../../attempts/attempts.ts";
import { hasLog } from "../../attempts/has_log.ts";
import { explain, incomparableSignals } from "../../../scoring/explain.ts";
import { ERROR_RATES } from "../../../scoring/error_rates.ts";
import { CONTRIBUTORS } from "../../../scoring/weights.ts";
import type { Exam } from "../../store/exam_store.ts";
import { attemptReview } from "../attempt_review.ts";
import { withPrivateReasons } from "../private_reasons.ts";
import { type AnswerSpeech, spokenFlag, spokenReason } from "../spoken.ts";
import { type ReportChoice, reportedExam } from "./reported_exam.ts";

/**
 * Everything that the report of one attempt says. What only staff should read (notes of verdicts and flags, private reasons) is
 * in it where it is asked for, and nowhere else; answers are in none.
 *
 * @param newest The exam as it is now, whose policy counts.
 * @throws {Refusal} `not_found`
 */
export async function attemptReport(
  attempts: Attempts,
  newest: Exam,
  attemptId: string,
  speech: AnswerSpeech,
  { withNotes }: ReportChoice,
) {
  const { privateReasons, flags } = attempts.stores;
  const attempt = await attempts.view(attemptId);
  const { record, head, folded, context } = attempt;
  const report = reportOf(attempt);
  const { verdicts, ...review } = await attemptReview(privateReasons, attempt, newest);
  const raised = (await flags.list(record.examId, attemptId)).map((flag) => spokenFlag(speech, flag));
  const terms = termsOf(attempt);
  return {
    exam: reportedExam(newest),
    madeAt: attempts.now(),
    withNotes,
    student: record.student,
    attempt: {
      attemptId,
      state: head.state,
      startedAt: record.startedAt,
      endedAt: head.endedAt,
      deadline: head.deadline,
      endT: Math.max(head.lastT, (head.endedAt ?? 0) - record.startedAt),
      lastSeq: head.lastSeq,
      areEventsKept: hasLog(attempt),
    },
    report,
    told: folded.told,
    reasons: explain(folded.score, report, context, CONTRIBUTORS.length + 1)
      .map((reason) => spokenReason(speech, reason)),
    notComparable: incomparableSignals(folded.score, report),
    timeline: folded.timeline.toPoints(),
    flags: raised.map((flag) => withNotes || flag.by === "rule" ? flag : { ...flag, note: "" }),
    actions: withNotes ? await withPrivateReasons(privateReasons, attemptId, folded.actions) : folded.actions,
    kept: folded.kept,
    accommodations: terms.accommodations,
    declared: terms.declared,
    review,
    verdicts: withNotes ? verdicts : verdicts.map((verdict) => ({ ...verdict, note: "" })),
    errorRates: ERROR_RATES,
    evidence: {
      n: head.n,
      chain: head.chain,
      receipt: attempts.receiptOf(attempt),
      key: attempts.signer.key,
    },
  };
}
