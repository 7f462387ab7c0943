import type { StaffRole } from "../../protocol/exam.ts";
import type { Actor, AuditLog } from "../audit/audit_log.ts";
import { SYSTEM } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import type { Mutation } from "../store/mutation.ts";
import { normalUsername, type StaffRecord } from "../store/staff_store.ts";
import type { Stores } from "../store/stores.ts";
import { changeAccount } from "./change_account.ts";
import type { LoginThrottle } from "./login_throttle.ts";
import { ENGLISH } from "../../words/languages.ts";
import { refusalText } from "../../words/refusal.ts";
import { weaknessOf } from "./password_strength.ts";
import { generatePassword, type Passwords } from "./passwords.ts";
import { requireOwnName } from "./reserved_names.ts";
import type { Sessions } from "./sessions.ts";
import { newId } from "./tokens.ts";

/** Name of the first account. */
const FIRST_ADMIN = "admin";

/** A new account's fields; the rest has one beginning. */
interface NewAccount {
  username: string;
  role: StaffRole;
  /** PHC string. */
  password: string;
  mustChangePassword: boolean;
}

/** The record of an account that nobody has signed in to. */
export function newStaffRecord(account: NewAccount, now: number): StaffRecord {
  return {
    staffId: newId(),
    username: normalUsername(account.username),
    role: account.role,
    password: account.password,
    mustChangePassword: account.mustChangePassword,
    disabledAt: null,
    createdAt: now,
    lastLoginAt: null,
    totp: null,
    pendingTotp: null,
    knownAddresses: [],
    environmentPassword: null,
  };
}

/**
 * Refuses a weak password with the reason.
 *
 * @throws {Refusal} `invalid`, with the field's path.
 */
export function requireStrongPassword(password: string, username: string, path: string): void {
  const weakness = weaknessOf(password, username);
  if (weakness !== null) throw new Refusal("invalid", weakness, { path });
}

/** Makes, changes and disables accounts of staff. */
export class Accounts {
  constructor(
    readonly stores: Pick<Stores, "staff" | "commit">,
    readonly now: () => number,
    readonly passwords: Passwords,
    readonly sessions: Sessions,
    readonly throttle: LoginThrottle,
    readonly audit: AuditLog,
  ) {}

  /**
   * Makes the first account, `admin`, if it is not there.
   *
   * With a password from the environment that is the account's, and need not be changed. When the environment's
   * password is another one than it was, the account gets it again, without its second factor and its sessions:
   * the way back in for whoever runs the server. A password that was changed on a page is left alone.
   *
   * @param environmentPassword `INVIGIL_ADMIN_PASSWORD`.
   * @param isDemo Whether a weak password is taken.
   * @returns The password that was made up, to be printed once; null if none was.
   * @throws {RangeError} If the environment's password is weak.
   */
  async ensureFirstAdmin(environmentPassword: string | undefined, isDemo: boolean): Promise<string | null> {
    requireStrongFirstPassword(environmentPassword, isDemo);
    const existing = await this.stores.staff.byName(FIRST_ADMIN);
    if (existing === null) return await this.#makeFirstAdmin(environmentPassword);
    if (environmentPassword === undefined) return null;
    const { staffId, environmentPassword: applied } = existing.record;
    if (await this.passwords.verify(environmentPassword, applied)) return null;
    const password = await this.passwords.hash(environmentPassword);
    await changeAccount(this.stores, staffId, async (before) => {
      const record = {
        ...before,
        password,
        environmentPassword: password,
        mustChangePassword: false,
        disabledAt: null,
        totp: null,
        pendingTotp: null,
      };
      const line = this.audit.line({
        ...SYSTEM,
        what: "reset_account",
        about: `staff:${FIRST_ADMIN}`,
        why: "another password in the environment",
      });
      return { record, also: [...await this.sessions.endAll(staffId, null), line] };
    });
    return null;
  }

  /**
   * {@link ensureFirstAdmin} for a start that is to be quick: comparing a password takes a fifth of a second, on a
   * thread of its own, and where the account is there already, nobody waits for it.
   *
   * @returns The password that was made up, and the end of what goes on behind.
   * @throws {RangeError} If the environment's password is weak.
   */
  async startFirstAdmin(
    environmentPassword: string | undefined,
    isDemo: boolean,
  ): Promise<{ firstPassword: string | null; settled: Promise<unknown> }> {
    requireStrongFirstPassword(environmentPassword, isDemo);
    const isThere = await this.stores.staff.byName(FIRST_ADMIN) !== null;
    const work = this.ensureFirstAdmin(environmentPassword, isDemo);
    return { firstPassword: isThere ? null : await work, settled: work };
  }

  async #makeFirstAdmin(environmentPassword: string | undefined): Promise<string | null> {
    const generated = environmentPassword === undefined ? generatePassword() : null;
    const password = await this.passwords.hash(environmentPassword ?? generated ?? "");
    const account = { username: FIRST_ADMIN, role: "admin", password, mustChangePassword: generated !== null } as const;
    const record: StaffRecord = {
      ...newStaffRecord(account, this.now()),
      environmentPassword: generated === null ? password : null,
    };
    // Not made: another instance made it in the meantime and has printed its password.
    return await this.#insert(SYSTEM, record) ? generated : null;
  }

  /**
   * Refuses a name or a password that a new account could not have. An account that is there keeps its own.
   *
   * @param path Of what has both as its fields.
   * @throws {Refusal} `invalid`, with the field's path.
   */
  async requireUsable(username: string, password: string | undefined, path: string): Promise<void> {
    if (await this.stores.staff.byName(username) !== null) return;
    requireOwnName(username, `${path}.username`);
    if (password !== undefined) requireStrongPassword(password, username, `${path}.password`);
  }

  /**
   * The account that a name has, or the one that it would get; nothing is stored yet. How an exam's document names its
   * staff.
   *
   * @param password Of a new account; made up where undefined, and then to be changed at first.
   * @returns The record, and the password that was made up; null if the account is there or had one given.
   */
  async plan(
    username: string,
    role: StaffRole,
    password: string | undefined,
  ): Promise<{ record: StaffRecord; generated: string | null }> {
    const existing = await this.stores.staff.byName(username);
    if (existing !== null) return { record: existing.record, generated: null };
    const generated = password === undefined ? generatePassword() : null;
    const hash = await this.passwords.hash(password ?? generated ?? "");
    const account = { username, role, password: hash, mustChangePassword: generated !== null };
    return { record: newStaffRecord(account, this.now()), generated };
  }

  /**
   * Makes a planned account, unless there is one of its name.
   *
   * @param also What belongs into the same atomic, for the account that has the name.
   * @returns The id of the account that has the name now.
   */
  async ensure(actor: Actor, planned: StaffRecord, also: (staffId: string) => Mutation[]): Promise<string> {
    for (;;) {
      const existing = await this.stores.staff.byName(planned.username);
      if (existing !== null) {
        await this.stores.commit(also(existing.record.staffId));
        return existing.record.staffId;
      }
      if (await this.#insert(actor, planned, planned.role, also(planned.staffId))) return planned.staffId;
    }
  }

  /** @returns Whether the account was made; false where the name is taken by now. */
  async #insert(actor: Actor, record: StaffRecord, why?: string, also: Mutation[] = []): Promise<boolean> {
    const line = this.audit.line({ ...actor, what: "create_account", about: `staff:${record.username}`, why });
    return await this.stores.commit([...this.stores.staff.insert(record), line, ...also]) !== null;
  }

  /**
   * Checks the own password once more before something that a found, open browser must not be able to do.
   * Slowed down like a login.
   *
   * @throws {Refusal} `invalid` with the path if it is wrong, `rate_limited` after too many wrong ones.
   */
  async requireOwnPassword(staffId: string, password: string, address: string, path: string): Promise<StaffRecord> {
    const entry = await this.stores.staff.get(staffId);
    if (entry === null) throw new Refusal("not_found", "no_such_account");
    const { username } = entry.record;
    // Who asks is signed in: what strangers at the address do holds nothing up.
    const attempt = this.throttle.admit(username, { address, isKnown: true, deviceId: null });
    let isRight: boolean;
    try {
      isRight = await this.passwords.verify(password, entry.record.password);
    } catch (error) {
      attempt.undecided();
      throw error;
    }
    if (!isRight) throw new Refusal("invalid", "wrong_password", { path });
    attempt.succeeded();
    return entry.record;
  }

  /**
   * Changes the own password and ends every other session of the account.
   *
   * @throws {Refusal} `invalid` with the path `current` or `next`; `rate_limited`.
   */
  async changePassword(
    actor: Actor,
    own: { staffId: string; sessionId: string },
    current: string,
    next: string,
  ): Promise<void> {
    const { username, password: checked } = await this.requireOwnPassword(
      own.staffId,
      current,
      actor.from ?? "unknown",
      "current",
    );
    requireStrongPassword(next, username, "next");
    if (next.normalize("NFKC") === current.normalize("NFKC")) {
      throw new Refusal("invalid", "same_password", { path: "next" });
    }
    const password = await this.passwords.hash(next);
    await changeAccount(this.stores, own.staffId, async (record) => {
      if (record.password !== checked) throw new Refusal("conflict", "password_changed");
      const line = this.audit.line({ ...actor, what: "change_password", about: `staff:${username}` });
      return {
        record: { ...record, password, mustChangePassword: false },
        also: [...await this.sessions.endAll(own.staffId, own.sessionId), line],
      };
    });
  }

  /**
   * Disables an account and ends its sessions. Nobody disables themselves, so that one admin is always left.
   *
   * @throws {Refusal} `wrong_state` for the own account, `not_found`, or `forbidden` if the admin was disabled.
   */
  async disable(actor: Actor, adminId: string, staffId: string): Promise<void> {
    if (adminId === staffId) {
      throw new Refusal("wrong_state", "own_account");
    }
    await changeAccount(this.stores, staffId, async (record) => {
      const admin = await this.stores.staff.get(adminId);
      if (admin === null || admin.record.disabledAt !== null || admin.record.role !== "admin") {
        throw new Refusal("forbidden", "not_any_more");
      }
      // Of two admins who disable each other, one is refused.
      const also: Mutation[] = [this.stores.staff.unchanged(admin)];
      if (record.disabledAt !== null) return { record, also };
      also.push(...await this.sessions.endAll(staffId, null));
      also.push(this.audit.line({ ...actor, what: "disable_account", about: `staff:${record.username}` }));
      return { record: { ...record, disabledAt: this.now() }, also };
    });
  }
}

function requireStrongFirstPassword(environmentPassword: string | undefined, isDemo: boolean): void {
  const weakness = environmentPassword === undefined || isDemo ? null : weaknessOf(environmentPassword, FIRST_ADMIN);
  if (weakness !== null) {
    throw new RangeError(`Cannot start: INVIGIL_ADMIN_PASSWORD is too weak. ${refusalText(weakness, ENGLISH)}`);
  }
}
