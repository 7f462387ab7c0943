import { isOver } from "../../../protocol/exam.ts";
import type { RosterLine, RosterToken } from "../../../protocol/roster.ts";
import type { RosterFields } from "../../../protocol/roster_fields.ts";
import type { Actor } from "../../audit/audit_log.ts";
import { Refusal } from "../../errors.ts";
import type { Mutation } from "../../store/mutation.ts";
import type { RosterEntry } from "../../store/roster_store.ts";
import { newPersonalToken, rosterHash } from "../personal_token.ts";
import type { RosterParts } from "./apply_changes.ts";
import { afterBegin } from "./plan_changes.ts";
import { fieldsOf, withFields } from "./roster_entry.ts";
import { readRoster, requireLine, type StoredLine, tellLine } from "./roster_lines.ts";
import { isSameLine } from "./roster_row.ts";

/** How often a change is tried again that met another one. */
const MOST_TRIES = 5;

/** Which student of which exam, and who changes something. */
interface About {
  examId: string;
  studentId: string;
  actor: Actor;
}

/**
 * Puts other fields into a student's line.
 *
 * @throws {Refusal} `not_found`; `conflict` where another student has the number; `wrong_state` where more than group and
 * reason were to change of one who has begun; `unavailable`.
 */
export async function putStudent(parts: RosterParts, about: About, fields: RosterFields): Promise<RosterLine> {
  const line = await change(parts, about, "change_roster_student", async (stored) => {
    if (fields.number !== stored.entry.student.number) {
      await requireFreeNumber(parts.stores, about.examId, fields.number);
    }
    if (stored.entry.attemptId !== null && !isSameLine(afterBegin(fieldsOf(stored.entry), fields), fields)) {
      throw new Refusal("wrong_state", "roster_has_begun");
    }
    const entry = withFields(stored.entry, fields);
    return { entry, mutations: parts.stores.roster.replace(stored.hash, stored.versionstamp, entry) };
  });
  return await tellLine(parts.stores, line);
}

/**
 * Takes a student off the roster; the token opens nothing then.
 *
 * @throws {Refusal} `not_found`; `wrong_state` of one who has begun; `unavailable`.
 */
export async function removeStudent(parts: RosterParts, about: About): Promise<void> {
  const { roster } = parts.stores;
  await change(parts, about, "remove_roster_student", ({ hash, versionstamp, entry }) => {
    if (entry.attemptId !== null || entry.earlier) throw new Refusal("wrong_state", "roster_stays");
    const mutations = [roster.unchanged(hash, versionstamp), ...roster.remove(about.examId, hash, entry.tokenHash)];
    return { entry, mutations };
  });
}

/**
 * Makes another token for a student, which is told once; the one of before opens nothing from then on. Whoever writes goes on.
 *
 * @throws {Refusal} `not_found`, `unavailable`.
 */
export async function renewToken(parts: RosterParts, about: About): Promise<RosterToken> {
  return await withNewToken(parts, about, "renew_token", (entry) => entry);
}

/**
 * Lets a student sit the exam once more, with another token and at another time where one is given. The attempt of before stays.
 *
 * @throws {Refusal} `not_found`; `wrong_state` before the student's attempt is over; `unavailable`.
 */
export async function allowSitting(
  parts: RosterParts,
  about: About,
  times: Pick<RosterFields, "opens_at" | "closes_at">,
): Promise<RosterToken> {
  return await withNewToken(parts, about, "allow_sitting", async (entry) => {
    const attempt = entry.attemptId === null ? null : await parts.stores.attempts.get(entry.attemptId);
    if (attempt === null || !isOver(attempt.head.state)) throw new Refusal("wrong_state", "roster_not_over");
    const { opens_at: _, closes_at: __, ...fields } = fieldsOf(entry);
    const next = { ...withFields(entry, { ...fields, ...times }), attemptId: null, isReleased: false };
    return { ...next, earlier: [...entry.earlier ?? [], attempt.record.attemptId] };
  });
}

/** Asked where a student gets another number, and then of every line. @throws {Refusal} `conflict` */
async function requireFreeNumber(stores: RosterParts["stores"], examId: string, number?: string): Promise<void> {
  if (number === undefined) return;
  const lines = await readRoster(stores, examId);
  if (lines.some(({ entry }) => entry.student.number === number)) {
    throw new Refusal("conflict", "roster_number_taken", { path: "number" });
  }
}

async function withNewToken(
  parts: RosterParts,
  about: About,
  what: string,
  next: (entry: RosterEntry) => RosterEntry | Promise<RosterEntry>,
): Promise<RosterToken> {
  const token = newPersonalToken();
  const { entry } = await change(parts, about, what, async (stored) => {
    const entry = await next(stored.entry);
    const { hash, versionstamp } = stored;
    return { entry, mutations: parts.stores.roster.renew(hash, versionstamp, entry, rosterHash(token)) };
  });
  const { student, group } = entry;
  return { student_id: about.studentId, ...student, ...(group !== undefined && { group }), token };
}

async function change(
  { stores, audit }: RosterParts,
  { examId, studentId, actor }: About,
  what: string,
  how: (stored: StoredLine) => Changed | Promise<Changed>,
): Promise<StoredLine> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const isMine = await stores.roster.revision(examId);
    const stored = await requireLine(stores, examId, studentId);
    const { entry, mutations } = await how(stored);
    const line = audit.line({ ...actor, what, about: `exam:${examId}`, why: studentId });
    if (await stores.commit([isMine, stores.roster.touch(examId), ...mutations, line]) !== null) {
      return { ...stored, entry };
    }
  }
  throw new Refusal("unavailable", "roster_changed");
}

/** A line as it becomes, and what makes it so. */
interface Changed {
  entry: RosterEntry;
  mutations: Mutation[];
}
