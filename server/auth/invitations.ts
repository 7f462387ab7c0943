import type { StaffRole } from "../../protocol/exam.ts";
import type { Actor, AuditLog } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import type { InvitationRecord } from "../store/invitation_store.ts";
import { requireOwnName } from "./reserved_names.ts";
import { normalUsername, type StaffEntry, type StaffRecord } from "../store/staff_store.ts";
import type { Stores } from "../store/stores.ts";
import { newStaffRecord, requireStrongPassword } from "./accounts.ts";
import type { Passwords } from "./passwords.ts";
import type { SessionOrigin, Sessions } from "./sessions.ts";
import { type SignedIn, withKnownAddress } from "./sign_in.ts";
import { hashToken, newToken } from "./tokens.ts";

/** An invitation that was not accepted by then opens nothing, ms. */
export const INVITATION_MS = 7 * 24 * 3_600_000;

/** What an invitation is for. */
interface Invitation {
  username: string;
  role: StaffRole;
  examIds: readonly string[];
}

/**
 * Invitations: a link opens one new account, once. To a disabled account it is the way back: it gets a new password
 * and role, and loses its second factor.
 */
export class Invitations {
  constructor(
    readonly stores: Pick<Stores, "invitations" | "staff" | "assignments" | "commit">,
    readonly now: () => number,
    readonly passwords: Passwords,
    readonly sessions: Sessions,
    readonly audit: AuditLog,
    /** Whether there is such an exam. */
    readonly hasExam: (examId: string) => Promise<boolean>,
  ) {}

  /**
   * Makes an invitation.
   *
   * @returns The token, to be shown once: it is stored as a hash alone.
   * @throws {Refusal} `conflict` if the name is an account's in use, `unknown_exam`, `invalid` for a reserved name.
   */
  async invite(actor: Actor, invitation: Invitation): Promise<{ token: string; expiresAt: number }> {
    const username = normalUsername(invitation.username);
    const account = await this.stores.staff.byName(username);
    if (account === null) requireOwnName(username, "username");
    if (account !== null && account.record.disabledAt === null) {
      throw new Refusal("conflict", "name_taken", { path: "username" });
    }
    const examIds = [...new Set(invitation.examIds)];
    for (const [index, examId] of examIds.entries()) {
      if (!await this.hasExam(examId)) {
        throw new Refusal("unknown_exam", "no_such_exam", { path: `exam_ids.${index}` });
      }
    }
    const now = this.now();
    const token = newToken();
    const record: InvitationRecord = {
      username,
      role: invitation.role,
      examIds,
      createdAt: now,
      expiresAt: now + INVITATION_MS,
    };
    await this.stores.commit([
      ...this.stores.invitations.insert(hashToken(token), record, INVITATION_MS),
      this.audit.line({ ...actor, what: "invite", about: `staff:${username}`, why: invitation.role }),
    ]);
    return { token, expiresAt: record.expiresAt };
  }

  /**
   * Accepts an invitation: the account, its exams and its first session are one commit with the invitation's end.
   *
   * @param replaces Session that the same browser had.
   * @throws {Refusal} `not_found` if the token is unknown, used or expired; `conflict` if the name was taken in the
   * meantime; `invalid` if the password is weak, which leaves the invitation open.
   */
  async accept(
    token: string,
    password: string,
    origin: SessionOrigin,
    requestId: string,
    replaces: string | null,
  ): Promise<SignedIn> {
    const { invitations, staff, assignments, commit } = this.stores;
    const tokenHash = hashToken(token);
    const stored = await invitations.get(tokenHash);
    if (stored === null || stored.value.expiresAt <= this.now()) throw opensNothing();
    const { value: invitation, versionstamp } = stored;
    requireStrongPassword(password, invitation.username, "password");
    const existing = await staff.byName(invitation.username);
    const hash = await this.passwords.hash(password);

    const record = this.#recordOf(invitation, existing, hash, origin.address);
    const { opened, mutations } = await this.sessions.open(record.staffId, origin, replaces);
    const line = this.audit.line({
      who: record.username,
      role: record.role,
      from: origin.address,
      requestId,
      what: "accept_invitation",
      about: `staff:${record.username}`,
    });
    const committed = await commit([
      ...invitations.take(tokenHash, versionstamp),
      ...existing === null ? staff.insert(record) : staff.replace(existing, record),
      ...invitation.examIds.flatMap((examId) => assignments.insert(record.staffId, examId)),
      ...mutations,
      line,
    ]);
    if (committed === null) throw opensNothing();
    return { ...opened, staffId: record.staffId, username: record.username, role: record.role };
  }

  #recordOf(
    invitation: InvitationRecord,
    existing: StaffEntry | null,
    password: string,
    address: string,
  ): StaffRecord {
    const { username, role } = invitation;
    const now = this.now();
    const beginning = newStaffRecord({ username, role, password, mustChangePassword: false }, now);
    const entered = { lastLoginAt: now, knownAddresses: withKnownAddress([], address) };
    if (existing === null) return { ...beginning, ...entered };
    const { staffId, createdAt, disabledAt, environmentPassword } = existing.record;
    if (disabledAt === null) {
      throw new Refusal("conflict", "name_taken_by_now");
    }
    // An older link must not undo that the account was disabled.
    if (invitation.createdAt < disabledAt) throw opensNothing();
    return { ...beginning, ...entered, staffId, createdAt, environmentPassword };
  }
}

function opensNothing(): Refusal {
  return new Refusal("not_found", "no_invitation");
}
