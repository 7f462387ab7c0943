import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { explain } from "../../scoring/explain.ts";
import { effectiveDeadline } from "../attempts/interventions.ts";
import { reportOf } from "../attempts/attempts.ts";
import type { LiveAttempt } from "../attempts/live_attempt.ts";
import type { NewEntry } from "../log/entry.ts";

/** Reasons that a student's own page shows. */
const REASONS = 3;

/** The student's own risk with its reasons. */
export function riskMessage(attempt: LiveAttempt, type: "risk" | "high_risk_alert" = "risk"): ServerToStudent {
  const report = reportOf(attempt);
  const reasons = explain(attempt.folded.score, report, attempt.context, REASONS);
  return { type, risk: Math.round(report.risk * 10) / 10, level: report.level, reasons };
}

/** How an attempt ended, in the words of the protocol. */
export function submittedMessage(attempt: LiveAttempt): ServerToStudent {
  const { head, exam } = attempt;
  return {
    type: "submitted",
    state: head.state,
    reason: head.endedBy ?? "student",
    redirect_to: head.endedBy === "risk" ? exam.document.policy.redirect_to ?? null : null,
    receipt: head.chain,
  };
}

/** What a student is told of a control entry; nothing for a batch, whose ack is its own. */
export function messageOf(attempt: LiveAttempt, entry: NewEntry, now: number): ServerToStudent | null {
  const deadline = effectiveDeadline(attempt.head, now);
  switch (entry.kind) {
    case "paused":
      return {
        ...{ type: "paused", paused: true, reason: entry.reason, deadline },
        ...(entry.until !== undefined && { break_until: entry.until }),
      };
    case "resumed":
      return { type: "paused", paused: false, reason: entry.reason, deadline };
    case "locked":
    case "released":
      return { type: "locked", locked: entry.kind === "locked", reason: entry.reason, deadline };
    case "extended":
      return { type: "time", deadline, server_time: now };
    case "accommodated":
      return { type: "time", deadline, server_time: now, accommodations: entry.accommodations };
    case "noticed":
      return { type: "notice", kind: entry.notice, text: entry.reason ?? "", at: entry.received_at };
    case "ended":
      return submittedMessage(attempt);
    default:
      return null;
  }
}
