import type { RoomStudent } from "../../protocol/proctor_messages.ts";

/** A student of the roster, as the room needs one. */
export interface RosterMember {
  studentId: string;
  name: string;
  number: string | null;
  group: string | null;
  isAccommodated: boolean;
  /** Attempts before a make-up sitting: with these alone the student is expected again. */
  earlier: readonly string[];
}

/** What begins the id of a row that has no attempt behind it. No attempt's id has a dot. */
const NO_ATTEMPT = "expected.";

/** Whether a row stands for somebody who has not come. */
export function isExpectedId(attemptId: string): boolean {
  return attemptId.startsWith(NO_ATTEMPT);
}

/**
 * Who of an exam's roster has not come: each is a row of the room until an attempt of theirs stands there, and again
 * where it was removed.
 */
export class ExpectedStudents {
  #members = new Map<string, RosterMember>();
  /** Attempts in the room, by the roster's line. */
  readonly #attempts = new Map<string, Set<string>>();
  /** Rows that stand for somebody, by the roster's line. */
  readonly #shown = new Map<string, RoomStudent>();

  /** Group of a roster's student; null for none. */
  groupOf(studentId: string): string | null {
    return this.#members.get(studentId)?.group ?? null;
  }

  /** Takes over a roster. @returns Rows that are to be shown, or shown as removed. */
  take(members: readonly RosterMember[]): RoomStudent[] {
    const before = this.#members;
    this.#members = new Map(members.map((member) => [member.studentId, member]));
    return [...new Set([...before.keys(), ...this.#members.keys()])].flatMap((studentId) => this.#look(studentId));
  }

  /** Takes in that an attempt stands in the room, or was removed. @returns Rows to be shown, or shown as removed. */
  note({ attempt_id, student_id, removed }: RoomStudent): RoomStudent[] {
    if (student_id === undefined) return [];
    const attempts = this.#attempts.get(student_id) ?? new Set();
    if (attempts.has(attempt_id) !== removed) return [];
    if (removed) attempts.delete(attempt_id);
    else attempts.add(attempt_id);
    this.#attempts.set(student_id, attempts);
    return this.#look(student_id);
  }

  #look(studentId: string): RoomStudent[] {
    const member = this.#members.get(studentId);
    const shown = this.#shown.get(studentId);
    if (member === undefined || this.#hasCome(member)) {
      this.#shown.delete(studentId);
      return shown === undefined ? [] : [{ ...shown, removed: true }];
    }
    const row = rowOf(member);
    this.#shown.set(studentId, row);
    return [row];
  }

  #hasCome({ studentId, earlier }: RosterMember): boolean {
    for (const attemptId of this.#attempts.get(studentId) ?? []) if (!earlier.includes(attemptId)) return true;
    return false;
  }
}

function rowOf({ studentId, name, number, group, isAccommodated }: RosterMember): RoomStudent {
  return {
    attempt_id: NO_ATTEMPT + studentId,
    student_id: studentId,
    name,
    number,
    ...(group !== null && { group }),
    state: "expected",
    connected: false,
    risk: 0,
    level: "low",
    peak: 0,
    last_seen: 0,
    started_at: 0,
    deadline: 0,
    reasons: [],
    insufficient: true,
    flags: 0,
    question: null,
    answered: 0,
    accommodated: isAccommodated,
    blank: false,
    namesake: null,
    removed: false,
  };
}
