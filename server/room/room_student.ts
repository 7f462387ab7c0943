import { type Accommodations, isOver } from "../../protocol/exam.ts";
import type { RoomStudent } from "../../protocol/proctor_messages.ts";
import { isByApi } from "../attempts/by_api.ts";
import { isBlank } from "../attempts/is_blank.ts";
import { termsOf } from "../attempts/allowances.ts";
import { effectiveDeadline } from "../attempts/effective_deadline.ts";
import { studentIdOf } from "../store/roster_student_id.ts";
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
    ...(record.rosterHash !== null && { student_id: rosterIdOf(record, record.rosterHash) }),
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
    accommodated: isAccommodated(accommodations),
    // Who waits has had nothing to write in.
    blank: head.state !== "waiting" && isBlank(head),
    // Only a room knows who else is in it.
    namesake: null,
    removed: head.isRemoved ?? false,
    ...(declared && { declared }),
    silent: presence.connected && presence.isSilent && head.state === "active",
    break_until: head.state === "paused" ? head.breakUntil : null,
    ...(head.deed && { deed: head.deed }),
    by_api: isByApi(head),
    ...(head.watchedBy !== undefined && { watched_by: head.watchedBy }),
    ...(head.notes !== undefined && { notes: head.notes }),
    ...saidBy(head),
    // Once it is over there is nothing left to look after.
    ...(head.takenBy !== undefined && !isOver(head.state) && { taken_by: head.takenBy }),
  };
}

/** How often a student has called or stated something. */
function saidBy({ calls = 0, review }: Readonly<AttemptHead>): Pick<RoomStudent, "said"> {
  const said = calls + (review?.statements ?? 0);
  return said > 0 ? { said } : {};
}

/** Whether a student is allowed anything that others are not. */
export function isAccommodated(accommodations: Accommodations): boolean {
  return accommodations.extra_time_percent > 0 || (accommodations.extra_time_minutes ?? 0) > 0 ||
    accommodations.breaks !== undefined || accommodations.technologies.length > 0 ||
    accommodations.muted.length > 0 || Object.keys(accommodations.weights).length > 0;
}

/** Ids by record: one costs a hash, and a row is made anew for each batch. */
const rosterIds = new WeakMap<AttemptRecord, string>();

function rosterIdOf(record: AttemptRecord, hash: string): string {
  const known = rosterIds.get(record) ?? studentIdOf(hash);
  rosterIds.set(record, known);
  return known;
}
