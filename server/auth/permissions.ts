/**
 * Who may do what: the one table of permissions. Every REST call, page and socket is registered by its name
 * here and takes its method and path from here; what is not in the table does not exist, and a role that is
 * not in a row is refused. tests/server/auth/permissions_test.ts walks every row against every role.
 */

import { PAGE_PERMISSIONS } from "./page_permissions.ts";
import {
  ADMIN,
  ANYONE,
  AUTHORS,
  EXAM_AUTHORS,
  EXAM_STAFF,
  OWN,
  OWN_EVIDENCE,
  type Permission,
  STAFF,
} from "./reach.ts";

export type { Permission, Reach, Role } from "./reach.ts";

export const PERMISSIONS = {
  ping: { method: "get", path: "/ping", allow: ANYONE },
  healthz: { method: "get", path: "/healthz", allow: ANYONE },
  readyz: { method: "get", path: "/readyz", allow: ANYONE },
  openapi: { method: "get", path: "/openapi.json", allow: ANYONE },
  asyncapi: { method: "get", path: "/asyncapi.json", allow: ANYONE },
  embed_script: {
    method: "get",
    path: "/static/embed.js",
    allow: ANYONE,
    reason: "Pages of other sites load it, and are told by it where an exam does not name them.",
  },
  embed_module: {
    method: "get",
    path: "/static/embed.mjs",
    allow: ANYONE,
    reason: "As `embed_script`, for pages that load modules.",
  },
  embed_part: {
    method: "get",
    path: "/static/embed_watch.mjs",
    allow: ANYONE,
    reason: "As `embed_script`: what it loads once a student has agreed.",
  },
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
  read_watched_exam: {
    method: "post",
    path: "/api/watched",
    allow: ANYONE,
    reason: "Whoever is asked to be watched reads what that means before they say who they are.",
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
  make_statement: { method: "post", path: "/api/attempt/statement", allow: OWN_EVIDENCE },
  list_statements: { method: "get", path: "/api/attempt/statement", allow: OWN_EVIDENCE },

  list_evidence_links: {
    method: "get",
    path: "/api/exams/{exam_id}/attempts/{attempt_id}/evidence_links",
    allow: EXAM_STAFF,
  },
  make_evidence_link: {
    method: "post",
    path: "/api/exams/{exam_id}/attempts/{attempt_id}/evidence_links",
    allow: EXAM_STAFF,
  },
  revoke_evidence_link: {
    method: "delete",
    path: "/api/exams/{exam_id}/attempts/{attempt_id}/evidence_links/{link_id}",
    allow: EXAM_STAFF,
  },
  open_evidence: {
    method: "post",
    path: "/api/evidence",
    allow: ANYONE,
    reason: "Whoever holds the secret of a link has no account; it is exchanged for a token of one attempt alone.",
  },
  get_evidence: { method: "get", path: "/api/evidence", allow: OWN_EVIDENCE },
  get_evidence_replay: { method: "get", path: "/api/evidence/replay", allow: OWN_EVIDENCE },
  get_proof: { method: "get", path: "/api/evidence/proof", allow: OWN_EVIDENCE },

  ...PAGE_PERMISSIONS,

  ws_student: { method: "socket", path: "/ws/student", allow: OWN },
  ws_proctor: { method: "socket", path: "/ws/proctor", allow: EXAM_STAFF },
} as const satisfies Record<string, Permission>;

/** Name of an operation. */
export type Operation = keyof typeof PERMISSIONS;

/** Every row's name. */
export const OPERATIONS = Object.keys(PERMISSIONS) as Operation[];
