import { z } from "zod";
import { StaffRole } from "./exam.ts";

const id = z.string().min(1).max(64);
const instant = z.number().describe("Server time, ms since 1970");
const username = z.string().trim().toLowerCase()
  .regex(/^[a-z0-9._@-]{2,64}$/, "username_form");
const oneTimeCode = z.string().trim().regex(/^\d{6}$/, "one_time_code_form");

/** Characters of a password that a person chooses, at least. */
export const MIN_PASSWORD_CHARACTERS = 10;
const newPassword = z.string().min(MIN_PASSWORD_CHARACTERS).max(200);

/** `GET /api/session`: who is signed in here. */
export const SessionInfo = z.strictObject({
  session_id: id,
  username: z.string(),
  role: StaffRole,
  must_change_password: z.boolean(),
  totp: z.boolean().describe("Whether the account has a second factor"),
  expires_at: instant,
});
export type SessionInfo = z.infer<typeof SessionInfo>;

/** One signed-in browser or machine of the own account. */
export const StaffSession = z.strictObject({
  session_id: id,
  created_at: instant,
  last_used_at: instant,
  expires_at: instant,
  address: z.string(),
  user_agent: z.string(),
  current: z.boolean().describe("The session that is asking"),
});
export type StaffSession = z.infer<typeof StaffSession>;

/** `GET /api/sessions`, newest first. */
export const StaffSessions = z.array(StaffSession);

/** `POST /api/password`; answered 204, and every other session of the account is ended. */
export const PasswordBody = z.strictObject({ current: z.string().min(1).max(1_000), next: newPassword });
export type PasswordBody = z.infer<typeof PasswordBody>;

/** `POST /api/totp`: begins the set-up; nothing changes until the code is confirmed. */
export const StartTotpBody = z.strictObject({ password: z.string().min(1).max(1_000) });
export const StartTotpAnswer = z.strictObject({
  secret: z.string().describe("Base32, to be typed into an authenticator"),
  uri: z.string().describe("otpauth:// address of the same secret"),
});
export type StartTotpAnswer = z.infer<typeof StartTotpAnswer>;

/** `PUT /api/totp`: confirms the set-up by a first code; answered 204. */
export const ConfirmTotpBody = z.strictObject({ code: oneTimeCode });
/** `DELETE /api/totp`: removes the second factor; answered 204. */
export const DeleteTotpBody = z.strictObject({ password: z.string().min(1).max(1_000) });

/** An account, as admins see it. */
export const StaffMember = z.strictObject({
  staff_id: id,
  username: z.string(),
  role: StaffRole,
  disabled: z.boolean(),
  totp: z.boolean(),
  must_change_password: z.boolean(),
  created_at: instant,
  last_login_at: instant.nullable(),
});
export type StaffMember = z.infer<typeof StaffMember>;
/** `GET /api/staff`, by name. */
export const StaffList = z.array(StaffMember);

/** `POST /api/invitations`. */
export const InviteBody = z.strictObject({
  username,
  role: StaffRole,
  exam_ids: z.array(id).max(100).default([]).describe("Exams that the account is assigned to when it is made"),
});
export type InviteBody = z.infer<typeof InviteBody>;
export const InviteAnswer = z.strictObject({
  token: z.string().describe("Shown once; the page's address carries it behind the #, so that no log sees it"),
  expires_at: instant,
});
export type InviteAnswer = z.infer<typeof InviteAnswer>;

/** `POST /api/invitations/accept`; answered like a new session, with the cookie. */
export const AcceptInvitationBody = z.strictObject({ token: z.string().min(1).max(200), password: newPassword });

/** One line of the audit log: who, what, when, from where, why. */
export const AuditEntry = z.strictObject({
  id,
  at: instant,
  who: z.string().describe("A staff account, `student`, or `system`"),
  role: z.enum([...StaffRole.options, "student", "reader", "anyone", "system"]),
  what: z.string().describe("An operation or action, `sign_in`, `pause`…"),
  about: z.string().nullable().describe("What it was done to: an exam, attempt or account"),
  from: z.string().nullable().describe("Network address"),
  why: z.string().nullable(),
  request_id: z.string().nullable().describe("The same id stands in the server's log lines"),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Lines of the audit log that are wanted; what is absent is not asked about. */
const auditFilter = {
  who: z.string().min(1).max(64).optional().describe("A staff account, `student`, or `system`"),
  what: z.string().min(1).max(64).optional().describe("An operation or action"),
  about: z.string().min(1).max(200).optional().describe("What it was done to, as `about` has it"),
  from: z.coerce.number().int().min(0).optional().describe("The earliest, server time in ms since 1970"),
  to: z.coerce.number().int().min(0).optional().describe("The latest, server time in ms since 1970"),
};
export const AuditFilter = z.strictObject(auditFilter);
export type AuditFilter = z.infer<typeof AuditFilter>;

/** `GET /api/audit?before=&limit=`: newest first, a page at a time; with `format=csv` all that is wanted, as a file. */
export const AuditQuery = z.strictObject({
  before: id.optional().describe("`next` of the page before"),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  format: z.enum(["json", "csv"]).default("json"),
  ...auditFilter,
});
export const AuditPage = z.strictObject({
  entries: z.array(AuditEntry),
  next: z.string().nullable().describe(
    "`before` of the next page; null at the end. A page that is filtered may be short and still have one behind it",
  ),
  names: z.record(z.string(), z.string()).describe(
    "What exams and attempts are called that `about` names, as far as they are still there",
  ),
});
export type AuditPage = z.infer<typeof AuditPage>;

/** `GET /api/metrics`: what the server measures of itself. */
export const Metrics = z.strictObject({
  metrics: z.array(z.strictObject({
    name: z.string(),
    value: z.number().nullable(),
    unit: z.string(),
    note: z.string().optional(),
  })),
});
export type Metrics = z.infer<typeof Metrics>;

/** `GET /api/operation`: what of the running of the server an admin should know of, or has to decide. */
export const OperationNotices = z.strictObject({
  clock: z.strictObject({
    noticed_at: instant,
    ahead_ms: z.number().describe("How far the machine's clock is ahead of the server's; negative for behind"),
  }).nullable().describe("The machine's clock has jumped, and the server does not follow it"),
  retention: z.strictObject({
    since: instant,
    events: z.int().min(0).describe("Attempts whose events and answers are due"),
    everything: z.int().min(0).describe(
      "Attempts of which everything is due, and lines of rosters of whom never began",
    ),
  }).nullable().describe("What would be removed, and waits for an admin"),
  is_store_damaged: z.boolean(),
});
export type OperationNotices = z.infer<typeof OperationNotices>;

/** `POST /api/exams` is an exam document; this is what comes back once: tokens and passwords that were made for it. */
export const CreateExamAnswer = z.strictObject({
  exam_id: id,
  code: z.string(),
  tokens: z.array(z.strictObject({ name: z.string(), number: z.string().optional(), token: z.string() })),
  passwords: z.array(z.strictObject({ username: z.string(), password: z.string() })),
  warnings: z.array(z.strictObject({
    code: z.string(),
    message: z.string(),
    path: z.string().describe("Dotted path of the field that it is about"),
  })).describe("What stops nobody, and may not be meant so"),
});
export type CreateExamAnswer = z.infer<typeof CreateExamAnswer>;
