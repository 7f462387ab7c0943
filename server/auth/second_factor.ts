import type { Actor, AuditLog } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import type { Stores } from "../store/stores.ts";
import type { Accounts } from "./accounts.ts";
import { changeAccount } from "./change_account.ts";
import type { LoginThrottle } from "./login_throttle.ts";
import { acceptedStep, newTotpSecret, totpUri } from "./totp.ts";

/**
 * The second factor of an account, by its owner: begun with the password, in force when a first code has shown
 * that the authenticator has the secret, removed with the password.
 */
export class SecondFactor {
  constructor(
    readonly stores: Pick<Stores, "staff" | "commit">,
    readonly now: () => number,
    readonly accounts: Accounts,
    readonly throttle: LoginThrottle,
    readonly audit: AuditLog,
  ) {}

  /**
   * Begins a set-up; one that was begun before is forgotten. Signing in stays as it was.
   *
   * @throws {Refusal} `invalid` if the password is wrong, `wrong_state` if there is a second factor.
   */
  async start(actor: Actor, staffId: string, password: string): Promise<{ secret: string; uri: string }> {
    await this.accounts.requireOwnPassword(staffId, password, actor.from ?? "unknown", "password");
    const secret = newTotpSecret();
    const { username } = await changeAccount(this.stores, staffId, (record) => {
      if (record.totp !== null) {
        throw new Refusal("wrong_state", "has_second_factor");
      }
      const line = this.audit.line({ ...actor, what: "start_totp", about: `staff:${record.username}` });
      return { record: { ...record, pendingTotp: secret }, also: [line] };
    });
    return { secret, uri: totpUri(secret, username) };
  }

  /**
   * Confirms a set-up by a code, which cannot be used again to sign in.
   *
   * @throws {Refusal} `wrong_state` if none was begun, `invalid` if the code is wrong, `rate_limited`.
   */
  async confirm(actor: Actor, staffId: string, code: string): Promise<void> {
    const entry = await this.stores.staff.get(staffId);
    if (entry?.record.pendingTotp == null) throw new Refusal("wrong_state", "no_second_factor_begun");
    const address = actor.from ?? "unknown";
    const attempt = this.throttle.admit(entry.record.username, { address, isKnown: true, deviceId: null });
    try {
      await changeAccount(this.stores, staffId, (record) => {
        if (record.pendingTotp === null) throw new Refusal("wrong_state", "no_second_factor_begun");
        const step = acceptedStep(record.pendingTotp, code, this.now(), null);
        if (step === null) {
          throw new Refusal("invalid", "wrong_code", {
            path: "code",
          });
        }
        const line = this.audit.line({ ...actor, what: "confirm_totp", about: `staff:${record.username}` });
        const totp = { secret: record.pendingTotp, lastStep: step };
        return { record: { ...record, totp, pendingTotp: null }, also: [line] };
      });
    } catch (error) {
      const isWrong = error instanceof Refusal && error.code === "invalid";
      if (!isWrong) attempt.undecided();
      throw error;
    }
    attempt.succeeded();
  }

  /**
   * Removes the second factor; without one, changes nothing.
   *
   * @throws {Refusal} `invalid` if the password is wrong, `rate_limited`.
   */
  async remove(actor: Actor, staffId: string, password: string): Promise<void> {
    await this.accounts.requireOwnPassword(staffId, password, actor.from ?? "unknown", "password");
    await changeAccount(this.stores, staffId, (record) => {
      if (record.totp === null && record.pendingTotp === null) return { record };
      const line = this.audit.line({ ...actor, what: "delete_totp", about: `staff:${record.username}` });
      return { record: { ...record, totp: null, pendingTotp: null }, also: [line] };
    });
  }
}
