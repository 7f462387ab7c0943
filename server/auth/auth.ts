import { AuditLog } from "../audit/audit_log.ts";
import { keys } from "../store/keys.ts";
import { Accounts } from "./accounts.ts";
import { Assignments } from "./assignments.ts";
import { Identify, type OpenedAttempt } from "./identify.ts";
import { Invitations } from "./invitations.ts";
import { LoginThrottle } from "./login_throttle.ts";
import { Passwords } from "./passwords.ts";
import { SecondFactor } from "./second_factor.ts";
import { Sessions } from "./sessions.ts";
import { SignIn } from "./sign_in.ts";
import { StaffStore } from "./staff_store.ts";
import { TokenSigner } from "./tokens.ts";

/** What auth is made of. */
export interface AuthDependencies {
  kv: Deno.Kv;
  /** Server time, ms since 1970. */
  now: () => number;
  /** Signs sessions: `INVIGIL_SECRET`. */
  secret: string;
  /** The attempt that a student's token opens, by `hashToken` of it. */
  attemptByToken: (tokenHash: string) => Promise<OpenedAttempt | null>;
  /** At the usual cost where absent; tests give a cheap one. */
  passwords?: Passwords;
  /** Whether there is such an exam; looks for its document where absent. */
  hasExam?: (examId: string) => Promise<boolean>;
}

/** Everything about who is who and who may what, over one store. */
export interface Auth {
  staff: StaffStore;
  sessions: Sessions;
  accounts: Accounts;
  signIn: SignIn;
  secondFactor: SecondFactor;
  invitations: Invitations;
  assignments: Assignments;
  identify: Identify;
  audit: AuditLog;
}

/** Puts the parts together. Reads and writes nothing yet. */
export function createAuth(dependencies: AuthDependencies): Auth {
  const { kv, now, secret, attemptByToken } = dependencies;
  const passwords = dependencies.passwords ?? new Passwords();
  const hasExam = dependencies.hasExam ?? (async (examId) => (await kv.get(keys.exam(examId))).value !== null);
  const audit = new AuditLog(kv, now);
  const staff = new StaffStore(kv);
  const sessions = new Sessions(kv, now, staff, new TokenSigner(secret, "session"));
  const throttle = new LoginThrottle(now);
  const assignments = new Assignments(kv);
  const accounts = new Accounts(kv, now, passwords, staff, sessions, throttle, audit);
  return {
    staff,
    sessions,
    accounts,
    signIn: new SignIn(now, passwords, staff, sessions, throttle, audit),
    secondFactor: new SecondFactor(now, staff, accounts, throttle, audit),
    invitations: new Invitations(kv, now, passwords, staff, sessions, assignments, audit, hasExam),
    assignments,
    identify: new Identify(now, sessions, attemptByToken),
    audit,
  };
}
