import { isOver } from "../../protocol/exam.ts";
import { PROTOCOL_VERSION } from "../../protocol/limits.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { explain } from "../../scoring/explain.ts";
import { termsOf } from "../attempts/allowances.ts";
import { unseenDeeds } from "../attempts/deeds.ts";
import { effectiveDeadline } from "../attempts/effective_deadline.ts";
import { breakLeft } from "../attempts/own_break.ts";
import { isRiskShown, showRiskOf } from "../attempts/shown_risk.ts";
import { summarise } from "../attempts/risk_summary.ts";
import { type AttemptView, reportOf } from "../attempts/attempts.ts";
import type { LiveAttempt, News } from "../attempts/live_attempt.ts";
import { holdOf, isByPolicy, noticeOf, unseenNotices } from "../attempts/notices.ts";
import type { NewEntry } from "../log/entry.ts";
import type { RiskSummary } from "../store/attempt_record.ts";

/** Reasons that a student's own page shows. */
const REASONS = 3;

/** A risk that has changed by less looks the same. */
const LEAST_CHANGE = 0.05;

function riskMessage(attempt: AttemptView, type: "risk" | "high_risk_alert"): ServerToStudent {
  return { type, ...ownRisk(attempt) };
}

/** The student's own risk with its reasons, where the exam's policy shows it now; else nothing. */
export function shownRisk(attempt: AttemptView, type: "risk" | "high_risk_alert" = "risk"): ServerToStudent[] {
  return isRiskShown(attempt) ? [riskMessage(attempt, type)] : [];
}

/** What a student's own page shows of the risk. */
export function ownRisk(attempt: AttemptView) {
  const report = reportOf(attempt);
  const reasons = explain(attempt.folded.score, report, attempt.context, REASONS);
  const { insufficient } = summarise(report);
  return { risk: Math.round(report.risk * 10) / 10, level: report.level, reasons, insufficient };
}

/** What a connection hears first: how the attempt stands, and what its student has missed. */
export function welcomeMessage(attempt: LiveAttempt, now: number): ServerToStudent {
  const { head } = attempt;
  return {
    type: "welcome",
    protocol: PROTOCOL_VERSION,
    attempt_id: attempt.attemptId,
    last_seq: head.lastSeq,
    last_hash: head.lastHash,
    deadline: effectiveDeadline(head, now),
    state: head.state,
    server_time: now,
    ...standingOf(attempt),
  };
}

/** What a student has to know of an attempt besides its times: why it stands still, and what was written meanwhile. */
export function standingOf({ record, head, folded }: Pick<AttemptView, "record" | "head" | "folded">) {
  return {
    ...(head.breakUntil !== null && { break_until: head.breakUntil }),
    ...breakLeftOf({ record, head }),
    accommodations: termsOf({ record, head }).accommodations,
    ...(head.stoppedAt !== null && holdOf(folded)),
    notices: isOver(head.state) ? [] : unseenNotices(folded),
    ...(!isOver(head.state) && { unseen: unseenDeeds(folded) }),
  };
}

/** Time left of the breaks that a student takes without asking, and whether one lasts; nothing where they ask. */
function breakLeftOf({ record, head }: Pick<AttemptView, "record" | "head">) {
  const left = breakLeft(head, termsOf({ record, head }).accommodations);
  return left === null ? {} : { break_left: left, ...(head.isOwnBreak && { own_break: true }) };
}

/** How an attempt ended, in the words of the protocol. */
export function submittedMessage(attempt: LiveAttempt, receipt: string): ServerToStudent {
  return { type: "submitted", ...endOf(attempt, receipt) };
}

/** How an attempt ended. */
export function endOf({ head, exam }: Pick<AttemptView, "head" | "exam">, receipt: string) {
  return {
    state: head.state,
    reason: head.endedBy ?? "student",
    redirect_to: head.endedBy === "risk" ? exam.document.policy.redirect_to ?? null : null,
    receipt,
  };
}

/**
 * What a student is told of what has become durable, in this order: what was done, and the risk where it has changed.
 *
 * @param receipt Of the log as it stands; made only where it is sent.
 */
export function newsFor(
  attempt: LiveAttempt,
  { entries, before }: News,
  now: number,
  receipt: () => string,
): ServerToStudent[] {
  const messages = entries.flatMap((entry, index) => {
    if (entry.kind === "ended") return [...riskAtTheEnd(attempt), submittedMessage(attempt, receipt())];
    return messageOf(attempt, entry, before.n + index + 1, now) ?? [];
  });
  return hasNewRisk(before.risk, attempt.head.risk) ? [...messages, ...shownRisk(attempt)] : messages;
}

/** The risk for a student who is to see it only once the attempt is over: before the page hears that it is. */
function riskAtTheEnd(attempt: LiveAttempt): ServerToStudent[] {
  return showRiskOf(attempt) === "after" && attempt.head.lastSeq > 0 ? shownRisk(attempt) : [];
}

function hasNewRisk(before: RiskSummary, after: RiskSummary): boolean {
  return before.level !== after.level || Math.abs(before.risk - after.risk) >= LEAST_CHANGE;
}

/**
 * What a student is told of a control entry before the end; nothing for a batch, whose ack is its own.
 *
 * @param n The entry's number.
 */
function messageOf(attempt: LiveAttempt, entry: NewEntry, n: number, now: number): ServerToStudent | null {
  const deadline = effectiveDeadline(attempt.head, now);
  const unseen = entry.kind !== "batch" && entry.by !== "student" ? { unseen: [String(n)] } : {};
  switch (entry.kind) {
    case "admitted":
      return { type: "admitted", deadline, server_time: now, ...unseen };
    case "paused":
      return {
        ...{ type: "paused", paused: true, reason: entry.reason, deadline },
        ...(entry.until !== undefined && { break_until: entry.until }),
        ...breakLeftOf(attempt),
        ...unseen,
      };
    case "resumed":
      return { type: "paused", paused: false, reason: entry.reason, deadline, ...breakLeftOf(attempt), ...unseen };
    case "locked":
    case "released":
      return {
        ...{ type: "locked", locked: entry.kind === "locked", reason: entry.reason, deadline },
        ...(isByPolicy(entry) && { by_policy: true }),
        ...unseen,
      };
    case "extended":
      return { type: "time", deadline, server_time: now, ...unseen };
    case "accommodated":
      return {
        ...{ type: "time", deadline, server_time: now, accommodations: entry.accommodations },
        ...breakLeftOf(attempt),
        ...unseen,
      };
    case "noticed":
      return { type: "notice", ...noticeOf(n, entry.notice, entry.reason, entry.received_at) };
    default:
      return null;
  }
}

/** What a message tells a student, by the ids that their page sends back once it was seen. */
export function toldBy(message: ServerToStudent): readonly string[] {
  if (message.type === "notice") return [message.id];
  return "unseen" in message ? message.unseen ?? [] : [];
}
