import type { RoomStudent } from "../../protocol/proctor_messages.ts";
import { isByApi } from "../attempts/by_api.ts";
import { isBlank } from "../attempts/is_blank.ts";
import { termsOf } from "../attempts/allowances.ts";
import { effectiveDeadline } from "../attempts/interventions.ts";
import type { AttemptHead, AttemptRecord } from "../store/attempt_record.ts";

/** Whether a student is there, and since when not. */
export interface Presence {
  connected: boolean;
  /** Server time of the last message, ms since 1970; 0 for never. */
  lastSeen: number;
  /** Whether nothing was captured for too long while the student was there. */
  isSilent: boolean;
}

/** An attempt as a room shows it. */
export function roomStudent(
  record: AttemptRecord,
  head: Readonly<AttemptHead>,
  presence: Presence,
): RoomStudent {
  const { accommodations, declared } = termsOf({ record, head });
  return {
    attempt_id: record.attemptId,
    name: record.student.name,
    number: record.student.number ?? null,
    state: head.state,
    connected: presence.connected,
    risk: Math.round(head.risk.risk * 10) / 10,
    level: head.risk.level,
    peak: Math.round(head.risk.peak * 10) / 10,
    last_seen: Math.max(presence.lastSeen, head.lastSeen),
    started_at: record.startedAt,
    deadline: head.breakUntil === null ? head.deadline : effectiveDeadline(head, head.breakUntil),
    reasons: head.risk.reasons,
    insufficient: head.risk.insufficient,
    flags: head.openFlags,
    question: head.question,
    answered: head.answered,
    accommodated: accommodations.extra_time_percent > 0 || accommodations.technologies.length > 0 ||
      accommodations.muted.length > 0 || Object.keys(accommodations.weights).length > 0,
    blank: isBlank(head),
    // Only a room knows who else is in it.
    namesake: null,
    removed: head.isRemoved ?? false,
    ...(declared && { declared }),
    silent: presence.connected && presence.isSilent && head.state === "active",
    by_api: isByApi(head),
  };
}
