/**
 * Who may do what: the one table of permissions. Every REST call, page and socket is registered by its name
 * here and takes its method and path from here; what is not in the table does not exist, and a role that is
 * not in a row is refused. tests/server/auth/permissions_test.ts walks every row against every role.
 */

/** A role, or a stranger. */
export type Role = "anyone" | "student" | "proctor" | "instructor" | "admin";

/**
 * Where a role may do it: everywhere, on the attempt that its token opens (`own`), or in the exams that it is
 * assigned to (`exam`).
 */
export type Reach = "all" | "own" | "exam";

export interface Permission {
  method: "get" | "post" | "put" | "delete" | "socket";
  path: string;
  allow: Partial<Record<Role, Reach>>;
  /** Why it is open to anyone, where that does not follow from what it is: a probe, a public page, a way to come in. */
  reason?: string;
}

const ANYONE = { anyone: "all", student: "all", proctor: "all", instructor: "all", admin: "all" } as const;
const STAFF = { proctor: "all", instructor: "all", admin: "all" } as const;
const EXAM_STAFF = { proctor: "exam", instructor: "exam", admin: "all" } as const;
const AUTHORS = { instructor: "all", admin: "all" } as const;
const EXAM_AUTHORS = { instructor: "exam", admin: "all" } as const;
const ADMIN = { admin: "all" } as const;
const OWN = { student: "own" } as const;

export const PERMISSIONS = {
  ping: { method: "get", path: "/ping", allow: ANYONE },
  healthz: { method: "get", path: "/healthz", allow: ANYONE },
  readyz: { method: "get", path: "/readyz", allow: ANYONE },
  openapi: { method: "get", path: "/openapi.json", allow: ANYONE },
  asyncapi: { method: "get", path: "/asyncapi.json", allow: ANYONE },
  static: { method: "get", path: "/static/*", allow: ANYONE },
  evidence_keys: {
    method: "get",
    path: "/.well-known/invigil-evidence.json",
    allow: ANYONE,
    reason: "Whoever holds an export or a receipt asks whether the key in it is this server's.",
  },

  start_exam: { method: "post", path: "/start_exam", allow: ANYONE },
  log_activity: { method: "post", path: "/log_activity", allow: OWN },
  risk_score: { method: "get", path: "/risk_score", allow: { ...OWN, ...EXAM_STAFF } },
  submit_exam: { method: "post", path: "/submit_exam", allow: OWN },
  predict: { method: "post", path: "/predict", allow: ANYONE },
  features_extract: { method: "post", path: "/features/extract", allow: EXAM_STAFF },
  features_test: { method: "get", path: "/features/test", allow: ANYONE },
  scoring_calculate: { method: "post", path: "/scoring/calculate", allow: EXAM_STAFF },
  scoring_summary: { method: "get", path: "/scoring/summary/{test_id}", allow: EXAM_STAFF },

  create_session: { method: "post", path: "/api/session", allow: ANYONE },
  get_session: { method: "get", path: "/api/session", allow: STAFF },
  delete_session: { method: "delete", path: "/api/session", allow: STAFF },
  list_sessions: { method: "get", path: "/api/sessions", allow: STAFF },
  revoke_session: { method: "delete", path: "/api/sessions/{session_id}", allow: STAFF },
  change_password: { method: "post", path: "/api/password", allow: STAFF },
  start_totp: { method: "post", path: "/api/totp", allow: STAFF },
  confirm_totp: { method: "put", path: "/api/totp", allow: STAFF },
  delete_totp: { method: "delete", path: "/api/totp", allow: STAFF },
  list_staff: { method: "get", path: "/api/staff", allow: ADMIN },
  invite_staff: { method: "post", path: "/api/invitations", allow: ADMIN },
  accept_invitation: { method: "post", path: "/api/invitations/accept", allow: ANYONE },
  disable_staff: { method: "delete", path: "/api/staff/{staff_id}", allow: ADMIN },
  list_audit: { method: "get", path: "/api/audit", allow: ADMIN },
  get_operation: { method: "get", path: "/api/operation", allow: ADMIN },
  confirm_retention: { method: "post", path: "/api/operation/retention", allow: ADMIN },
  get_metrics: { method: "get", path: "/api/metrics", allow: ADMIN },

  list_exams: { method: "get", path: "/api/exams", allow: STAFF },
  create_exam: { method: "post", path: "/api/exams", allow: AUTHORS },
  get_exam: { method: "get", path: "/api/exams/{exam_id}", allow: EXAM_AUTHORS },
  publish_exam: { method: "post", path: "/api/exams/{exam_id}/publish", allow: EXAM_AUTHORS },
  reopen_exam: { method: "post", path: "/api/exams/{exam_id}/reopen", allow: EXAM_AUTHORS },
  close_exam: { method: "post", path: "/api/exams/{exam_id}/close", allow: EXAM_AUTHORS },
  import_questions: { method: "post", path: "/api/import", allow: AUTHORS },
  export_questions: { method: "get", path: "/api/exams/{exam_id}/export", allow: EXAM_AUTHORS },
  get_attempt_detail: { method: "get", path: "/api/exams/{exam_id}/attempts/{attempt_id}", allow: EXAM_STAFF },
  get_attempt_log: { method: "get", path: "/api/exams/{exam_id}/attempts/{attempt_id}/log", allow: EXAM_STAFF },
  take_late_work: {
    method: "post",
    path: "/api/exams/{exam_id}/attempts/{attempt_id}/late_work",
    allow: EXAM_STAFF,
  },
  apply_late_work: {
    method: "post",
    path: "/api/exams/{exam_id}/attempts/{attempt_id}/late_work/apply",
    allow: EXAM_STAFF,
  },
  decide_flag: { method: "put", path: "/api/exams/{exam_id}/attempts/{attempt_id}/flags/{flag_id}", allow: EXAM_STAFF },

  get_answers: { method: "get", path: "/api/exams/{exam_id}/attempts/{attempt_id}/answers", allow: EXAM_AUTHORS },
  list_marks: { method: "get", path: "/api/exams/{exam_id}/marks", allow: EXAM_AUTHORS },
  set_mark: {
    method: "put",
    path: "/api/exams/{exam_id}/attempts/{attempt_id}/marks/{question_id}",
    allow: EXAM_AUTHORS,
  },
  get_statistics: { method: "get", path: "/api/exams/{exam_id}/statistics", allow: EXAM_AUTHORS },

  get_attempt: { method: "get", path: "/api/attempt", allow: OWN },
  call_proctor: { method: "post", path: "/api/attempt/call", allow: OWN },
  end_break: { method: "post", path: "/api/attempt/back", allow: OWN },
  see_notice: { method: "post", path: "/api/attempt/seen", allow: OWN },
  get_captured: { method: "get", path: "/api/attempt/captured", allow: OWN },

  page_home: { method: "get", path: "/", allow: ANYONE },
  page_join: { method: "get", path: "/join", allow: ANYONE },
  page_join_exam: { method: "get", path: "/join/{code}", allow: ANYONE },
  page_exam: {
    method: "get",
    path: "/exam",
    allow: ANYONE,
    reason: "A page without anything in it: the student's token is in the browser, and all else comes by it.",
  },
  page_declined: {
    method: "get",
    path: "/declined",
    allow: ANYONE,
    reason: "Who declined has no token, and nothing was begun for them.",
  },
  page_privacy: { method: "get", path: "/privacy", allow: ANYONE },
  page_login: {
    method: "get",
    path: "/login",
    allow: ANYONE,
    reason: "Where staff say who they are.",
  },
  page_invitation: {
    method: "get",
    path: "/invitation",
    allow: ANYONE,
    reason: "Who is invited has no account yet; the invitation is in the address's fragment, which is not sent.",
  },
  page_exams: { method: "get", path: "/exams", allow: STAFF },
  page_room: { method: "get", path: "/exams/{exam_id}/room", allow: EXAM_STAFF },
  page_account: { method: "get", path: "/account", allow: STAFF },
  page_admin: { method: "get", path: "/admin", allow: ADMIN },

  ws_student: { method: "socket", path: "/ws/student", allow: OWN },
  ws_proctor: { method: "socket", path: "/ws/proctor", allow: EXAM_STAFF },
} as const satisfies Record<string, Permission>;

/** Name of an operation. */
export type Operation = keyof typeof PERMISSIONS;

/** Who is asking. */
export type Principal =
  | { kind: "anyone" }
  | { kind: "student"; attemptId: string; examId: string }
  | {
    kind: "staff";
    staffId: string;
    username: string;
    role: "proctor" | "instructor" | "admin";
    sessionId: string;
    /** A printed first password that must be changed before anything else is allowed. */
    mustChangePassword: boolean;
  };

/**
 * What an account may do, beside what is open to anyone, while it still has a printed first password: see that
 * it must be changed, change it, and leave.
 */
const WITH_FIRST_PASSWORD: ReadonlySet<Operation> = new Set<Operation>([
  "get_session",
  "delete_session",
  "change_password",
  "page_account",
]);

/** Whether nobody needs a role for an operation. */
export function isOpen(operation: Operation): boolean {
  const { allow }: Permission = PERMISSIONS[operation];
  return allow.anyone !== undefined;
}

/** Whether a principal has to change its printed first password before it may ask for this operation. */
export function mustChangePasswordFirst(principal: Principal, operation: Operation): boolean {
  return principal.kind === "staff" && principal.mustChangePassword && !isOpen(operation) &&
    !WITH_FIRST_PASSWORD.has(operation);
}

/** What is asked about, as far as the request names it. */
export interface Scope {
  examId?: string;
  attemptId?: string;
}

export type Decision = "allowed" | "unauthorized" | "forbidden";

/** Role that a principal acts in. */
export function roleOf(principal: Principal): Role {
  return principal.kind === "staff" ? principal.role : principal.kind;
}

/**
 * Whether a principal may do an operation. A stranger who would need a role is `unauthorized`, everybody else
 * who may not is `forbidden`.
 *
 * @param isAssigned Whether the principal's account is assigned to `scope.examId`; asked only where it matters.
 *
 * @example
 * assert.equal(decide({ kind: "anyone" }, "list_exams", {}, false), "unauthorized");
 */
export function decide(principal: Principal, operation: Operation, scope: Scope, isAssigned: boolean): Decision {
  const allow: Partial<Record<Role, Reach>> = PERMISSIONS[operation].allow;
  const reach = allow[roleOf(principal)];
  if (reach === undefined) return principal.kind === "anyone" ? "unauthorized" : "forbidden";
  if (mustChangePasswordFirst(principal, operation)) return "forbidden";
  if (reach === "all") return "allowed";
  if (reach === "exam") return isAssigned ? "allowed" : "forbidden";
  const isOwn = principal.kind === "student" &&
    (scope.attemptId === undefined || scope.attemptId === principal.attemptId);
  return isOwn ? "allowed" : "forbidden";
}
