import type { RosterFields } from "../../../protocol/roster_fields.ts";
import type { RosterEntry } from "../../store/roster_store.ts";

/** A new line of a roster: nobody has come with it. */
export function entryOf(examId: string, fields: RosterFields): RosterEntry {
  return { examId, ...storedFields(fields), attemptId: null, isReleased: false };
}

/** A line with other fields; its token and its attempts stay. */
export function withFields(entry: RosterEntry, fields: RosterFields): RosterEntry {
  const { examId, attemptId, isReleased, tokenHash, earlier } = entry;
  return {
    examId,
    ...storedFields(fields),
    ...{ attemptId, isReleased },
    ...(tokenHash !== undefined && { tokenHash }),
    ...(earlier && { earlier }),
  };
}

/** What a roster says of a student, as calls and files have it. */
export function fieldsOf({ student, group, accommodations, opensAt, closesAt, reason }: RosterEntry): RosterFields {
  return {
    name: student.name,
    ...(student.number !== undefined && { number: student.number }),
    ...(group !== undefined && { group }),
    ...(accommodations && { accommodations }),
    ...(opensAt !== undefined && { opens_at: opensAt }),
    ...(closesAt !== undefined && { closes_at: closesAt }),
    ...(reason !== undefined && { reason }),
  };
}

function storedFields({ name, number, group, accommodations, opens_at, closes_at, reason }: RosterFields) {
  return {
    student: { name, ...(number !== undefined && { number }) },
    ...(group !== undefined && { group }),
    ...(accommodations && { accommodations }),
    ...(opens_at !== undefined && { opensAt: opens_at }),
    ...(closes_at !== undefined && { closesAt: closes_at }),
    ...(reason !== undefined && { reason }),
  };
}
