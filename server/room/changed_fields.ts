import type { RoomChange, RoomStudent, TopReason } from "../../protocol/proctor_messages.ts";
import type { z } from "zod";

type Reasons = z.infer<typeof TopReason>[];

function sameReasons(a: Reasons, b: Reasons): boolean {
  return a.length === b.length && a.every(([name, points], index) => name === b[index][0] && points === b[index][1]);
}

/**
 * What differs between two looks at a student, or null for nothing. Field by field, so that a frame carries a
 * few bytes a student.
 */
export function changedFields(before: RoomStudent, after: RoomStudent): RoomChange | null {
  const change: RoomChange = { attempt_id: after.attempt_id };
  if (before.name !== after.name) change.name = after.name;
  if (before.number !== after.number) change.number = after.number;
  if (before.student_id !== after.student_id) change.student_id = after.student_id;
  if (before.group !== after.group) change.group = after.group ?? "";
  if (before.state !== after.state) change.state = after.state;
  if (before.connected !== after.connected) change.connected = after.connected;
  if (before.risk !== after.risk) change.risk = after.risk;
  if (before.level !== after.level) change.level = after.level;
  if (before.peak !== after.peak) change.peak = after.peak;
  if (before.last_seen !== after.last_seen) change.last_seen = after.last_seen;
  if (before.started_at !== after.started_at) change.started_at = after.started_at;
  if (before.deadline !== after.deadline) change.deadline = after.deadline;
  if (!sameReasons(before.reasons, after.reasons)) change.reasons = after.reasons;
  if (before.insufficient !== after.insufficient) change.insufficient = after.insufficient;
  if (before.flags !== after.flags) change.flags = after.flags;
  if (before.question !== after.question) change.question = after.question;
  if (before.answered !== after.answered) change.answered = after.answered;
  if (before.accommodated !== after.accommodated) change.accommodated = after.accommodated;
  if (before.blank !== after.blank) change.blank = after.blank;
  if (before.namesake !== after.namesake) change.namesake = after.namesake;
  if (before.removed !== after.removed) change.removed = after.removed;
  if (before.silent !== after.silent) change.silent = after.silent;
  if (before.break_until !== after.break_until) change.break_until = after.break_until;
  if (before.notes !== after.notes) change.notes = after.notes;
  if (before.said !== after.said) change.said = after.said;
  if (before.taken_by !== after.taken_by) change.taken_by = after.taken_by ?? null;
  if (before.by_api !== after.by_api) change.by_api = after.by_api;
  if (before.watched_by !== after.watched_by) change.watched_by = after.watched_by ?? null;
  if (before.deed?.n !== after.deed?.n || before.deed?.step !== after.deed?.step) change.deed = after.deed;
  return Object.keys(change).length > 1 ? change : null;
}
