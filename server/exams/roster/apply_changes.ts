import { MAX_ROSTER } from "../../../protocol/limits.ts";
import type { RosterToken } from "../../../protocol/roster.ts";
import { said } from "../../../words/refusal.ts";
import type { Actor, AuditLog } from "../../audit/audit_log.ts";
import { Refusal } from "../../errors.ts";
import type { Write } from "../../store/mutation.ts";
import { studentIdOf } from "../../store/roster_student_id.ts";
import type { Stores } from "../../store/stores.ts";
import { newPersonalToken, rosterHash } from "../personal_token.ts";
import { planChanges, type PlannedChange } from "./plan_changes.ts";
import { entryOf, withFields } from "./roster_entry.ts";
import { readRoster } from "./roster_lines.ts";
import type { RosterFileNote, RosterRow } from "./roster_row.ts";

/** What changing a roster needs. */
export interface RosterParts {
  stores: Pick<Stores, "roster" | "attempts" | "commit">;
  audit: AuditLog;
}

/** Lines of one atomic, which has one check more: a self-hosted KV server takes ten. */
const LINES_PER_ATOMIC = 9;

/** How often it is gone on with after somebody else changed the roster, or a student came. */
const MOST_TRIES = 30;

/** What a file did. */
interface Applied {
  changes: PlannedChange[];
  notes: RosterFileNote[];
  tokens: RosterToken[];
}

/**
 * Carries out what a file changes of a roster. All is looked at before anything is written. Where somebody comes in between, it
 * is planned anew from how the roster stands then: what was written already is found there, and left.
 *
 * @throws {Refusal} `invalid` where the file has an error; `too_large`; `unavailable`.
 */
export async function applyRows(
  { stores, audit }: RosterParts,
  examId: string,
  rows: readonly RosterRow[],
  actor: Actor,
): Promise<Applied> {
  const { roster, commit } = stores;
  const tokens: RosterToken[] = [];
  let first: Omit<Applied, "tokens"> | null = null;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    let isMine = await roster.revision(examId);
    const lines = await readRoster(stores, examId);
    const planned = planChanges(lines, rows);
    const wrong = planned.notes.filter(({ level }) => level === "error");
    if (wrong.length > 0) throw rosterFaults(wrong);
    const todo = planned.changes.filter(({ change }) => change !== "left");
    const added = todo.filter(({ change }) => change === "added").length;
    if (lines.length + added > MAX_ROSTER) {
      throw new Refusal("too_large", said("roster_too_large", { most: MAX_ROSTER }));
    }
    const why = `added ${added}, changed ${todo.length - added}`;
    const line = first === null && todo.length > 0
      ? [audit.line({ ...actor, what: "change_roster", about: `exam:${examId}`, why })]
      : [];
    first ??= planned;
    let isDone = true;
    for (let at = 0; at < todo.length && isDone; at += LINES_PER_ATOMIC) {
      const written = todo.slice(at, at + LINES_PER_ATOMIC).map((one) => writesOf(roster, examId, one));
      const audited: Write[] = at === 0 ? line : [];
      const mutations = [isMine, roster.touch(examId), ...written.flatMap((one) => one.mutations), ...audited];
      const versionstamp = await commit(mutations);
      if (versionstamp === null) isDone = false;
      else {
        isMine = roster.revisionAt(examId, versionstamp);
        tokens.push(...written.flatMap(({ token }) => token ?? []));
      }
    }
    if (isDone) return { ...first, tokens };
  }
  throw new Refusal("unavailable", "roster_changed");
}

/** What is said where a file is to be applied that has errors. */
export function rosterFaults(notes: readonly RosterFileNote[]): Refusal {
  const { line } = notes[0];
  return new Refusal("invalid", said("roster_faults", { count: notes.length, line }), { path: `line.${line}` });
}

function writesOf(roster: Stores["roster"], examId: string, { fields, stored }: PlannedChange) {
  if (stored !== null) {
    const { hash, versionstamp, entry } = stored;
    return { mutations: roster.replace(hash, versionstamp, withFields(entry, fields)) };
  }
  const token = newPersonalToken();
  const hash = rosterHash(token);
  const { name, number, group } = fields;
  return {
    mutations: roster.insert(hash, entryOf(examId, fields)),
    token: {
      ...{ student_id: studentIdOf(hash), name, token },
      ...(number !== undefined && { number }),
      ...(group !== undefined && { group }),
    },
  };
}
