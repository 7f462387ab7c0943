import type { AssignStaffAnswer, ExamStaffMember } from "../../protocol/exam_staff.ts";
import type { Actor } from "../audit/audit_log.ts";
import type { Auth } from "../auth/auth.ts";
import { Refusal } from "../errors.ts";
import { normalUsername } from "../store/staff_store.ts";
import type { Stores } from "../store/stores.ts";

/** What assigning somebody needs. */
interface Assigning {
  stores: Pick<Stores, "staff" | "assignments" | "commit">;
  auth: Pick<Auth, "invitations" | "audit">;
}

/** Who works on an exam, by name. */
export async function examStaff({ stores }: Pick<Assigning, "stores">, examId: string): Promise<ExamStaffMember[]> {
  const assigned = [...await stores.assignments.groupsOf(examId)];
  const found = await Promise.all(
    assigned.map(async ([id, groups]) => ({ entry: await stores.staff.get(id), groups })),
  );
  return found
    .flatMap(({ entry, groups }) => entry === null ? [] : [{ ...entry.record, groups }])
    .map(({ username, role, disabledAt, groups }) => ({ username, role, disabled: disabledAt !== null, groups }))
    .sort((a, b) => a.username < b.username ? -1 : 1);
}

/**
 * Assigns an account to an exam, or invites whoever has none yet. An account keeps its role; one that was disabled stays so: only
 * an admin lets it come back.
 *
 * @param by Who does it. A new instructor could make exams of their own: only admins invite one.
 * @throws {Refusal} `invalid` for groups of an account that is not there, `forbidden` for a new instructor, `conflict` for a disabled account, `invalid` for a name that none can have.
 */
export async function assignStaff(
  { stores, auth }: Assigning,
  examId: string,
  named: { username: string; role: "proctor" | "instructor"; groups?: readonly string[] },
  by: { actor: Actor; mayInviteInstructors: boolean },
): Promise<AssignStaffAnswer> {
  const username = normalUsername(named.username);
  const account = await stores.staff.byName(username);
  if (account === null) {
    if (named.groups !== undefined) throw new Refusal("invalid", "groups_of_an_account", { path: "groups" });
    if (named.role === "instructor" && !by.mayInviteInstructors) {
      throw new Refusal("forbidden", "admins_invite_instructors", { path: "role" });
    }
    const invitation = { username, role: named.role, examIds: [examId] };
    const { token, expiresAt } = await auth.invitations.invite(by.actor, invitation);
    return { username, role: named.role, state: "invited", token, expires_at: expiresAt };
  }
  const { staffId, role, disabledAt } = account.record;
  if (disabledAt !== null) throw new Refusal("conflict", "account_is_disabled", { path: "username" });
  if (named.groups !== undefined || !await stores.assignments.isAssigned(staffId, examId)) {
    const line = auth.audit.line({ ...by.actor, what: "assign_staff", about: `exam:${examId}`, why: username });
    const assignment = stores.assignments.insert(staffId, examId, named.groups);
    await stores.commit([stores.staff.unchanged(account), ...assignment, line]);
  }
  return { username, role, state: "assigned" };
}

/**
 * Takes an account off an exam: within seconds its room closes. Again changes nothing.
 *
 * @param by The account that asks, which does not take itself off.
 * @throws {Refusal} `not_found`, `wrong_state`.
 */
export async function unassignStaff(
  { stores, auth }: Assigning,
  examId: string,
  named: string,
  by: { staffId: string; actor: Actor },
): Promise<void> {
  const username = normalUsername(named);
  const account = await stores.staff.byName(username);
  if (account === null) throw new Refusal("not_found", "no_such_account");
  const { staffId } = account.record;
  if (staffId === by.staffId) throw new Refusal("wrong_state", "own_assignment");
  if (!await stores.assignments.isAssigned(staffId, examId)) return;
  const line = auth.audit.line({ ...by.actor, what: "unassign_staff", about: `exam:${examId}`, why: username });
  await stores.commit([...stores.assignments.remove(staffId, examId), line]);
}
