import type { StaffRole } from "../../protocol/exam.ts";
import type { Actor, AuditLog } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import { normalUsername, type StaffRecord } from "../store/staff_store.ts";
import type { Stores } from "../store/stores.ts";
import { changeAccount } from "./change_account.ts";
import { limitedAs } from "./client_address.ts";
import type { Device } from "./devices.ts";
import type { LoginThrottle } from "./login_throttle.ts";
import type { Passwords } from "./passwords.ts";
import type { OpenedSession, SessionOrigin, Sessions } from "./sessions.ts";
import { acceptedStep } from "./totp.ts";

/** Networks kept as the owner's. */
const MAX_KNOWN_ADDRESSES = 10;

export interface Credentials {
  username: string;
  password: string;
  /** One-time code, where the account has a second factor. */
  code?: string;
}

/** A session that was opened, and for whom. */
export interface SignedIn extends OpenedSession {
  staffId: string;
  username: string;
  role: StaffRole;
}

/** The owner's networks after a good login from `address`, newest first. */
export function withKnownAddress(known: readonly string[], address: string): string[] {
  const from = limitedAs(address);
  return [from, ...known.filter((other) => other !== from)].slice(0, MAX_KNOWN_ADDRESSES);
}

/** Signs staff in. */
export class SignIn {
  constructor(
    readonly stores: Pick<Stores, "staff" | "commit">,
    readonly now: () => number,
    readonly passwords: Passwords,
    readonly sessions: Sessions,
    readonly throttle: LoginThrottle,
    readonly audit: AuditLog,
  ) {}

  /**
   * Checks name, password and code, and opens a session.
   *
   * An unknown name, a wrong password and a disabled account get the same answer after the same work. That a code
   * is missing is said only to who knows the password.
   *
   * @param requestId For the audit log.
   * @param replaces Session that the same browser had, ended with the new one's begin.
   * @param device The browser that asks, where it was here before.
   * @throws {Refusal} `unauthorized`, `code_required` or `rate_limited`.
   */
  async signIn(
    credentials: Credentials,
    origin: SessionOrigin,
    requestId: string,
    replaces: string | null,
    device: Device | null = null,
  ): Promise<SignedIn> {
    const account = (await this.stores.staff.byName(credentials.username))?.record ?? null;
    const isKnown = account?.knownAddresses.includes(limitedAs(origin.address)) ?? false;
    const isOwners = device !== null && device.staffId === account?.staffId;
    const attempt = this.throttle.admit(normalUsername(credentials.username), {
      address: origin.address,
      isKnown,
      deviceId: isOwners ? device.id : null,
    });
    const actor: Actor = {
      who: account?.username ?? "anyone",
      role: account?.role ?? "anyone",
      from: origin.address,
      requestId,
    };
    try {
      const isRight = await this.passwords.verify(credentials.password, account?.password ?? null);
      if (account === null || !isRight || account.disabledAt !== null) throw wrongCredentials();
      if (account.totp !== null && credentials.code === undefined) {
        throw new Refusal("code_required", "code_required", { path: "code" });
      }
      const signedIn = await this.#open(account, credentials, origin, actor, replaces);
      attempt.succeeded();
      return signedIn;
    } catch (error) {
      const isWrong = error instanceof Refusal && (error.code === "unauthorized" || error instanceof WrongCode);
      if (!isWrong) attempt.undecided();
      else await this.#writeRefused(actor, account, error);
      throw error;
    }
  }

  async #open(
    account: StaffRecord,
    credentials: Credentials,
    origin: SessionOrigin,
    actor: Actor,
    replaces: string | null,
  ): Promise<SignedIn> {
    let checked = account.password;
    const renewed = this.passwords.isOutdated(checked) ? await this.passwords.hash(credentials.password) : null;
    let opened: OpenedSession | null = null;
    const record = await changeAccount(this.stores, account.staffId, async (record) => {
      if (record.password !== checked) {
        if (!await this.passwords.verify(credentials.password, record.password)) throw wrongCredentials();
        checked = record.password;
      }
      if (record.disabledAt !== null) throw wrongCredentials();
      let { totp } = record;
      if (totp !== null) {
        const step = acceptedStep(totp.secret, credentials.code ?? "", this.now(), totp.lastStep);
        if (step === null) throw new WrongCode();
        totp = { ...totp, lastStep: step };
      }
      const session = await this.sessions.open(record.staffId, origin, replaces);
      opened = session.opened;
      const entered = {
        ...record,
        totp,
        password: renewed !== null && checked === account.password ? renewed : record.password,
        lastLoginAt: this.now(),
        knownAddresses: withKnownAddress(record.knownAddresses, origin.address),
      };
      const line = this.audit.line({ ...actor, what: "sign_in", about: `staff:${record.username}` });
      return { record: entered, also: [...session.mutations, line] };
    });
    if (opened === null) throw new Error("A changed account without its session");
    return { ...(opened as OpenedSession), staffId: record.staffId, username: record.username, role: record.role };
  }

  /** A typed name that is no account is not written down: it may be a password in the wrong field. */
  async #writeRefused(actor: Actor, account: StaffRecord | null, error: Error): Promise<void> {
    await this.audit.write({
      ...actor,
      who: "anyone",
      role: "anyone",
      what: "sign_in_refused",
      about: account === null ? undefined : `staff:${account.username}`,
      why: error instanceof WrongCode ? "wrong code" : undefined,
    });
  }
}

class WrongCode extends Refusal {
  constructor() {
    super("code_required", "code_used", { path: "code" });
  }
}

function wrongCredentials(): Refusal {
  return new Refusal("unauthorized", "wrong_credentials");
}
