import { type Alert, type AlertCode, alertId } from "../../protocol/alert.ts";
import { isOver } from "../../protocol/exam.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import { end, lock } from "../attempts/interventions.ts";
import type { LiveAttempt, News } from "../attempts/live_attempt.ts";
import { Refusal } from "../errors.ts";
import { raiseFlag } from "../review/flags.ts";
import type { FlagStore } from "../store/flag_store.ts";
import { flagKept } from "./flag_kept.ts";
import type { StudentLink } from "./student_links.ts";
import { shownRisk } from "./student_news.ts";

/** Whom a reaction speaks to: the student's socket and the exam's proctors. */
interface RoomVoice {
  links: { get(attemptId: string): StudentLink | null };
  hasProctors(examId: string): boolean;
  alert(examId: string, alert: Alert): void;
  show(attempt: LiveAttempt): void;
}

/** Risk at which the exam's policy is carried out. */
const POLICY_RISK = 100;

/** The policy is carried out again only after the risk has fallen below this in between. */
const REARM_BELOW = 70;

/**
 * What a new report sets off: a flag where the exam's threshold is passed, an alert where risk becomes high, and
 * the exam's policy where it reaches 100. A person decides on all the rest.
 */
export async function react(
  rooms: RoomVoice,
  flags: FlagStore,
  attempt: LiveAttempt,
  news: News,
  now: number,
): Promise<void> {
  if (!news.kinds.includes("batch") && !news.kinds.includes("answered")) return;
  const before = news.before.risk;
  const after = attempt.head.risk;
  const { policy } = attempt.exam.document;
  if (after.level === "high" && before.level !== "high") {
    warn(rooms, attempt);
    rooms.alert(attempt.record.examId, alertOf(attempt, "risk_high", now));
  }
  if (before.risk <= policy.flag_at && after.risk > policy.flag_at) {
    const rule = { code: "risk_above" as const, risk: policy.flag_at };
    await raiseFlag(attempt, flags, { t: attempt.head.lastT, at: now, by: "rule", note: "", rule });
    rooms.show(attempt);
  }
  if (attempt.head.isHundredHandled) {
    if (after.risk < REARM_BELOW) await attempt.note(() => ({ isHundredHandled: false }));
  } else if (after.risk >= POLICY_RISK && !isOver(attempt.head.state)) {
    await atHundred(rooms, attempt, now);
  }
  if (await flagKept(flags, attempt, now)) rooms.show(attempt);
}

/** Carries out `at_hundred`, once until the risk has fallen back. */
async function atHundred(rooms: RoomVoice, attempt: LiveAttempt, now: number): Promise<void> {
  if (!(await claim(attempt))) return;
  const { at_hundred } = attempt.exam.document.policy;
  const { examId } = attempt.record;
  const instruction = { by: "system", now, reason: null };
  warn(rooms, attempt);
  rooms.alert(examId, alertOf(attempt, hundredCode(rooms, attempt), now));
  try {
    if (at_hundred === "lock_and_submit") {
      if (attempt.head.state !== "locked") await attempt.intervene(lock(instruction));
      await attempt.intervene(end(instruction, "risk"));
    } else if (at_hundred === "lock_until_released" && rooms.hasProctors(examId) && isLockable(attempt.head)) {
      await attempt.intervene(lock(instruction));
    }
  } catch (error) {
    // The student submitted, or a proctor acted, in the same moment.
    if (!(error instanceof Refusal && error.code === "wrong_state")) throw error;
  }
}

/** Tells the student that the own risk is high, where the exam's policy shows it. */
function warn(rooms: RoomVoice, attempt: LiveAttempt): void {
  for (const message of shownRisk(attempt, "high_risk_alert")) rooms.links.get(attempt.attemptId)?.send(message);
}

/** Marks the policy as carried out, before it is: two batches in one commit must not carry it out twice. */
async function claim(attempt: LiveAttempt): Promise<boolean> {
  let isFirst = false;
  await attempt.note((head) => {
    isFirst = !head.isHundredHandled;
    return { isHundredHandled: true };
  });
  return isFirst;
}

function isLockable(head: Readonly<AttemptHead>): boolean {
  return head.state === "active" || head.state === "paused";
}

/** What the policy makes of a risk of 100. */
function hundredCode(rooms: RoomVoice, attempt: LiveAttempt): AlertCode {
  switch (attempt.exam.document.policy.at_hundred) {
    case "lock_and_submit":
      return "hundred_submitted";
    case "lock_until_released":
      return rooms.hasProctors(attempt.record.examId) ? "hundred_locked" : "hundred_unattended";
    case "alert_only":
      return "hundred_alert_only";
  }
}

/** An alert about an attempt as it stands. */
export function alertOf(
  attempt: Pick<LiveAttempt, "record" | "head">,
  code: AlertCode,
  now: number,
  what: { kind?: Alert["kind"]; by?: string; count?: number } = {},
): Alert {
  const { attemptId, student } = attempt.record;
  const { risk, level } = attempt.head.risk;
  return {
    type: "alert",
    kind: "high_risk_alert",
    alert_id: alertId(attemptId, code, now),
    attempt_id: attemptId,
    name: student.name,
    risk: Math.round(risk * 10) / 10,
    level,
    code,
    at: now,
    ...what,
  };
}
