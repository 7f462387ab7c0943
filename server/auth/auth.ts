import { AuditLog } from "../audit/audit_log.ts";
import type { AssignmentStore } from "../store/assignment_store.ts";
import type { StaffStore } from "../store/staff_store.ts";
import type { Stores } from "../store/stores.ts";
import { Accounts } from "./accounts.ts";
import { EvidenceLinks } from "./evidence_links.ts";
import { Devices } from "./devices.ts";
import { Identify, type OpenedAttempt } from "./identify.ts";
import { Invitations } from "./invitations.ts";
import { LoginThrottle } from "./login_throttle.ts";
import { Passwords } from "./passwords.ts";
import { SecondFactor } from "./second_factor.ts";
import { Sessions } from "./sessions.ts";
import { SignIn } from "./sign_in.ts";
import { TokenSigner } from "./tokens.ts";

/** What auth is made of. */
interface AuthDependencies {
  stores: Pick<Stores, "staff" | "sessions" | "invitations" | "assignments" | "evidenceLinks" | "audit" | "commit">;
  /** Server time, ms since 1970. */
  now: () => number;
  /** Signs sessions: `INVIGIL_SECRET`. */
  secret: string;
  /** The attempt that a student's token opens, by `hashToken` of it. */
  attemptByToken: (tokenHash: string) => Promise<OpenedAttempt | null>;
  /** At the usual cost where absent; tests give a cheap one. */
  passwords?: Passwords;
  /** Whether there is such an exam. */
  hasExam: (examId: string) => Promise<boolean>;
}

/** Everything about who is who and who may what, over one store. */
export interface Auth {
  staff: StaffStore;
  sessions: Sessions;
  accounts: Accounts;
  signIn: SignIn;
  secondFactor: SecondFactor;
  invitations: Invitations;
  assignments: AssignmentStore;
  identify: Identify;
  devices: Devices;
  evidenceLinks: EvidenceLinks;
  audit: AuditLog;
}

/** Puts the parts together. Reads and writes nothing yet. */
export function createAuth(dependencies: AuthDependencies): Auth {
  const { stores, now, secret, attemptByToken, hasExam } = dependencies;
  const passwords = dependencies.passwords ?? new Passwords();
  const audit = new AuditLog(stores, now);
  const sessions = new Sessions(stores, now, new TokenSigner(secret, "session"));
  const throttle = new LoginThrottle(now);
  const evidenceLinks = new EvidenceLinks(stores, audit, now);
  const accounts = new Accounts(stores, now, passwords, sessions, throttle, audit);
  return {
    staff: stores.staff,
    sessions,
    accounts,
    signIn: new SignIn(stores, now, passwords, sessions, throttle, audit),
    secondFactor: new SecondFactor(stores, now, accounts, throttle, audit),
    invitations: new Invitations(stores, now, passwords, sessions, audit, hasExam),
    assignments: stores.assignments,
    identify: new Identify(sessions, attemptByToken, evidenceLinks),
    devices: new Devices(secret),
    evidenceLinks,
    audit,
  };
}
