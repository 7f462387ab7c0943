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
  read_personal_token: {
    method: "post",
    path: "/api/personal",
    allow: ANYONE,
    reason: "Whoever holds a personal token could begin with it; first they see whose it is.",
  },
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
  revise_exam: { method: "put", path: "/api/exams/{exam_id}", allow: EXAM_AUTHORS },
  publish_exam: { method: "post", path: "/api/exams/{exam_id}/publish", allow: EXAM_AUTHORS },
  reopen_exam: { method: "post", path: "/api/exams/{exam_id}/reopen", allow: EXAM_AUTHORS },
  archive_exam: { method: "post", path: "/api/exams/{exam_id}/archive", allow: EXAM_AUTHORS },
  duplicate_exam: { method: "post", path: "/api/exams/{exam_id}/duplicate", allow: EXAM_AUTHORS },
  close_exam: { method: "post", path: "/api/exams/{exam_id}/close", allow: EXAM_AUTHORS },
  add_picture: { method: "post", path: "/api/exams/{exam_id}/media", allow: EXAM_AUTHORS },
  get_picture: {
    method: "get",
    path: "/media/{exam_id}/{media_id}",
    allow: ANYONE,
    reason: "Pages load pictures without a token; nobody names one by the hash of its content who was not shown it.",
  },
  render_texts: { method: "post", path: "/api/render", allow: AUTHORS },
  import_questions: { method: "post", path: "/api/import", allow: AUTHORS },
  export_questions: { method: "get", path: "/api/exams/{exam_id}/export", allow: EXAM_AUTHORS },
  list_bank: { method: "get", path: "/api/bank", allow: AUTHORS },
  add_to_bank: { method: "post", path: "/api/bank", allow: AUTHORS },
  get_bank_item: { method: "get", path: "/api/bank/{item_id}", allow: AUTHORS },
  change_bank_item: { method: "put", path: "/api/bank/{item_id}", allow: AUTHORS },
  take_from_bank: { method: "post", path: "/api/exams/{exam_id}/bank", allow: EXAM_AUTHORS },
  add_bank_picture: { method: "post", path: "/api/bank/{item_id}/media", allow: AUTHORS },
  remove_bank_item: { method: "delete", path: "/api/bank/{item_id}", allow: AUTHORS },
  get_roster: { method: "get", path: "/api/exams/{exam_id}/roster", allow: EXAM_AUTHORS },
  upload_roster: { method: "post", path: "/api/exams/{exam_id}/roster", allow: EXAM_AUTHORS },
  put_roster_student: { method: "put", path: "/api/exams/{exam_id}/roster/{student_id}", allow: EXAM_AUTHORS },
  remove_roster_student: { method: "delete", path: "/api/exams/{exam_id}/roster/{student_id}", allow: EXAM_AUTHORS },
  renew_token: { method: "post", path: "/api/exams/{exam_id}/roster/{student_id}/token", allow: EXAM_AUTHORS },
  allow_sitting: { method: "post", path: "/api/exams/{exam_id}/roster/{student_id}/sitting", allow: EXAM_AUTHORS },
  get_exam_staff: { method: "get", path: "/api/exams/{exam_id}/staff", allow: EXAM_AUTHORS },
  assign_staff: { method: "put", path: "/api/exams/{exam_id}/staff/{username}", allow: EXAM_AUTHORS },
  unassign_staff: { method: "delete", path: "/api/exams/{exam_id}/staff/{username}", allow: EXAM_AUTHORS },
  list_trials: { method: "get", path: "/api/exams/{exam_id}/trials", allow: EXAM_AUTHORS },
  start_trial: { method: "post", path: "/api/exams/{exam_id}/trials", allow: EXAM_AUTHORS },
  remove_trial: { method: "delete", path: "/api/exams/{exam_id}/trials/{attempt_id}", allow: EXAM_AUTHORS },
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
  write_note: { method: "post", path: "/api/exams/{exam_id}/attempts/{attempt_id}/notes", allow: EXAM_STAFF },
  get_overview: { method: "get", path: "/api/exams/{exam_id}/overview", allow: EXAM_STAFF },
  list_review: { method: "get", path: "/api/exams/{exam_id}/review", allow: EXAM_STAFF },
  get_review: { method: "get", path: "/api/exams/{exam_id}/attempts/{attempt_id}/review", allow: EXAM_STAFF },
  give_verdict: { method: "put", path: "/api/exams/{exam_id}/attempts/{attempt_id}/verdict", allow: EXAM_STAFF },
  assign_review: { method: "put", path: "/api/exams/{exam_id}/attempts/{attempt_id}/assignment", allow: EXAM_STAFF },
  get_attempt_report: {
    method: "get",
    path: "/api/exams/{exam_id}/attempts/{attempt_id}/report",
    allow: EXAM_STAFF,
  },
  get_exam_report: { method: "get", path: "/api/exams/{exam_id}/report", allow: EXAM_STAFF },
  get_replay: { method: "get", path: "/api/exams/{exam_id}/attempts/{attempt_id}/replay", allow: EXAM_STAFF },

  get_answers: { method: "get", path: "/api/exams/{exam_id}/attempts/{attempt_id}/answers", allow: EXAM_STAFF },
  list_marks: { method: "get", path: "/api/exams/{exam_id}/marks", allow: EXAM_AUTHORS },
  list_files: {
    method: "get",
    path: "/api/exams/{exam_id}/attempts/{attempt_id}/files",
    allow: EXAM_AUTHORS,
  },
  get_file: {
    method: "get",
    path: "/api/exams/{exam_id}/attempts/{attempt_id}/files/{file_id}",
    allow: EXAM_AUTHORS,
  },
  set_mark: {
    method: "put",
    path: "/api/exams/{exam_id}/attempts/{attempt_id}/marks/{question_id}",
    allow: EXAM_AUTHORS,
  },
  list_marking: { method: "get", path: "/api/exams/{exam_id}/marking", allow: EXAM_AUTHORS },
  get_mark_history: {
    method: "get",
    path: "/api/exams/{exam_id}/attempts/{attempt_id}/marks/{question_id}",
    allow: EXAM_AUTHORS,
  },
  get_statistics: { method: "get", path: "/api/exams/{exam_id}/statistics", allow: EXAM_AUTHORS },

  compare_answers: { method: "get", path: "/api/exams/{exam_id}/alike", allow: EXAM_STAFF },

  get_release: { method: "get", path: "/api/exams/{exam_id}/release", allow: EXAM_AUTHORS },
  release_results: { method: "post", path: "/api/exams/{exam_id}/release", allow: EXAM_AUTHORS },
  preview_result: { method: "get", path: "/api/exams/{exam_id}/attempts/{attempt_id}/result", allow: EXAM_AUTHORS },
  get_result: { method: "get", path: "/api/attempt/result", allow: OWN },
  get_result_by_token: {
    method: "post",
    path: "/api/result",
    allow: ANYONE,
    reason: "A student who comes back on another device has the personal token alone, as when joining.",
  },

  get_attempt: { method: "get", path: "/api/attempt", allow: OWN },
  put_file: { method: "put", path: "/api/attempt/files/{question_id}", allow: OWN },
  call_proctor: { method: "post", path: "/api/attempt/call", allow: OWN },
  practise: { method: "post", path: "/api/attempt/practice", allow: OWN },
  take_break: { method: "post", path: "/api/attempt/break", allow: OWN },
  end_break: { method: "post", path: "/api/attempt/back", allow: OWN },
  see_notice: { method: "post", path: "/api/attempt/seen", allow: OWN },
  get_captured: { method: "get", path: "/api/attempt/captured", allow: OWN },
  make_statement: { method: "post", path: "/api/attempt/statement", allow: OWN },
  list_statements: { method: "get", path: "/api/attempt/statement", allow: OWN },

  page_home: { method: "get", path: "/", allow: ANYONE },
  page_join: { method: "get", path: "/join", allow: ANYONE },
  page_join_exam: { method: "get", path: "/join/{code}", allow: ANYONE },
  page_check: {
    method: "get",
    path: "/check",
    allow: ANYONE,
    reason: "A device is tried before anybody has joined; the page holds nothing, keeps nothing and sends nothing.",
  },
  exam_worker: {
    method: "get",
    path: "/exam_worker.js",
    allow: ANYONE,
    reason: "The script that opens the exam's empty page without a network; the same for everybody.",
  },
  page_exam: {
    method: "get",
    path: "/exam",
    allow: ANYONE,
    reason: "A page without anything in it: the student's token is in the browser, and all else comes by it.",
  },
  page_result: {
    method: "get",
    path: "/result",
    allow: ANYONE,
    reason: "A page without anything in it, as the exam's: the result comes by the student's token.",
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
  page_edit: { method: "get", path: "/exams/{exam_id}/edit", allow: EXAM_AUTHORS },
  page_bank: { method: "get", path: "/bank", allow: AUTHORS },
  page_bank_item: { method: "get", path: "/bank/{item_id}", allow: AUTHORS },
  page_room: { method: "get", path: "/exams/{exam_id}/room", allow: EXAM_STAFF },
  // Nothing of the row is in the page, which says itself where there is none: no attempt is looked up.
  page_room_attempt: { method: "get", path: "/exams/{exam_id}/room/{row_id}", allow: EXAM_STAFF },
  page_marking: { method: "get", path: "/exams/{exam_id}/marking", allow: EXAM_AUTHORS },
  page_review: { method: "get", path: "/exams/{exam_id}/review", allow: EXAM_STAFF },
  page_review_compare: { method: "get", path: "/exams/{exam_id}/review/compare", allow: EXAM_STAFF },
  page_review_attempt: { method: "get", path: "/exams/{exam_id}/review/{attempt_id}", allow: EXAM_STAFF },
  page_overview: { method: "get", path: "/exams/{exam_id}/overview", allow: EXAM_STAFF },
  page_people: { method: "get", path: "/exams/{exam_id}/people", allow: EXAM_AUTHORS },
  page_slips: { method: "get", path: "/exams/{exam_id}/people/slips", allow: EXAM_AUTHORS },
  page_print: { method: "get", path: "/exams/{exam_id}/results/print", allow: EXAM_AUTHORS },
  page_results: { method: "get", path: "/exams/{exam_id}/results", allow: EXAM_AUTHORS },
  page_account: { method: "get", path: "/account", allow: STAFF },
  page_admin: { method: "get", path: "/admin", allow: ADMIN },
  page_admin_server: { method: "get", path: "/admin/server", allow: ADMIN },
  page_admin_audit: { method: "get", path: "/admin/audit", allow: ADMIN },

  ws_student: { method: "socket", path: "/ws/student", allow: OWN },
  ws_proctor: { method: "socket", path: "/ws/proctor", allow: EXAM_STAFF },
} as const satisfies Record<string, Permission>;

/** Name of an operation. */
export type Operation = keyof typeof PERMISSIONS;
