import { MEDIA_TYPES } from "../../protocol/attempt_file.ts";
import {
  MAX_BATCH_BYTES,
  MAX_BODY_BYTES,
  MAX_EXAM_BYTES,
  MAX_FILE_MEBIBYTES,
  MAX_IMPORT_BYTES,
  MAX_LATE_WORK_BYTES,
  MAX_PICTURE_BYTES,
  MAX_RENDER_BYTES,
  MAX_ROSTER_BYTES,
  MAX_SUBMISSION_BYTES,
  MEBIBYTE,
} from "../../protocol/limits.ts";
import type { Operation } from "../../server/auth/permissions.ts";
import { CSV_TYPE, HTML_TYPE, NDJSON_TYPE, PICTURE_TYPES, STATIC_TYPES } from "./file_types.ts";
import { type BodyPolicy, CLOSED, type Policy } from "./policy.ts";

function json(maxBytes: number, mayBeEmpty = false): BodyPolicy {
  return { kind: "json", maxBytes, mayBeEmpty };
}

const FORM = json(MAX_BODY_BYTES);

const JSON_ANSWER: Policy = { ...CLOSED, answer: { kind: "json" } };
/** What the exam's page of a student calls; the student's token is a bearer, and staff are told that it is not for them. */
const STUDENT: Policy = { ...JSON_ANSWER, origins: "embed", cookie: "counts" };
/** What pages of staff call, with a JSON answer or none. */
const STAFF: Policy = { ...JSON_ANSWER, cookie: "counts" };
/** A file of evidence for staff, to be kept or printed. */
const REPORT: Policy = { ...CLOSED, cookie: "counts", answer: { kind: "file", types: [HTML_TYPE], isPrivate: true } };
const STAFF_DONE: Policy = { ...CLOSED, cookie: "counts" };
const PAGE: Policy = { ...CLOSED, answer: { kind: "html" }, rate: "pages" };
const STAFF_PAGE: Policy = { ...PAGE, cookie: "counts", rate: "none" };

/** What pages of other sites load to be watched; whether they may be is asked of the exam. */
const EMBED_SCRIPT: Policy = {
  ...CLOSED,
  origins: "any",
  answer: { kind: "file", types: [STATIC_TYPES[".js"]], isPrivate: false },
  rate: "files",
  needsStore: false,
};

/**
 * The policy of each operation: a row beside its row in the table of permissions. A field that a row does not name is
 * {@link CLOSED}. tests/live/policy_walk_test.ts walks every row over real requests.
 */
export const POLICIES: Readonly<Record<Operation, Policy>> = {
  ping: { ...JSON_ANSWER, rate: "probes", needsStore: false },
  healthz: { ...JSON_ANSWER, rate: "probes", needsStore: false },
  readyz: { ...JSON_ANSWER, rate: "readiness", needsStore: false },
  openapi: { ...JSON_ANSWER, rate: "documents", needsStore: false },
  asyncapi: { ...JSON_ANSWER, rate: "documents", needsStore: false },
  evidence_keys: { ...JSON_ANSWER, rate: "documents", needsStore: false },
  embed_script: EMBED_SCRIPT,
  embed_module: EMBED_SCRIPT,
  embed_part: EMBED_SCRIPT,
  static: {
    ...CLOSED,
    answer: { kind: "file", types: Object.values(STATIC_TYPES), isPrivate: false },
    rate: "files",
    needsStore: false,
  },

  start_exam: { ...STUDENT, body: FORM, rate: "joins" },
  read_personal_token: { ...STUDENT, origins: "own", body: FORM, rate: "joins" },
  read_watched_exam: { ...STUDENT, body: FORM, rate: "joins" },
  log_activity: { ...STUDENT, body: json(MAX_BATCH_BYTES) },
  risk_score: STUDENT,
  submit_exam: { ...STUDENT, body: json(MAX_SUBMISSION_BYTES, true) },
  predict: { ...JSON_ANSWER, body: FORM, rate: "predictions" },
  features_extract: { ...STAFF, body: json(MAX_BATCH_BYTES) },
  features_test: { ...JSON_ANSWER, rate: "documents" },
  scoring_calculate: { ...STAFF, body: FORM },
  scoring_summary: STAFF,

  create_session: { ...JSON_ANSWER, cookie: "replaced", body: FORM, rate: "logins" },
  get_session: STAFF,
  delete_session: STAFF_DONE,
  list_sessions: STAFF,
  revoke_session: STAFF_DONE,
  change_password: { ...STAFF_DONE, body: FORM },
  start_totp: { ...STAFF, body: FORM },
  confirm_totp: { ...STAFF_DONE, body: FORM },
  delete_totp: { ...STAFF_DONE, body: FORM },
  list_staff: STAFF,
  invite_staff: { ...STAFF, body: FORM },
  accept_invitation: { ...JSON_ANSWER, cookie: "replaced", body: FORM, rate: "invitations" },
  disable_staff: STAFF_DONE,
  list_audit: { ...STAFF, answer: { kind: "json", orFile: [CSV_TYPE] } },
  get_operation: STAFF,
  confirm_retention: STAFF_DONE,
  get_metrics: STAFF,

  list_exams: STAFF,
  list_bank: STAFF,
  add_to_bank: { ...STAFF, body: json(MAX_EXAM_BYTES) },
  get_bank_item: STAFF,
  change_bank_item: { ...STAFF, body: json(MAX_EXAM_BYTES) },
  remove_bank_item: STAFF_DONE,
  add_bank_picture: { ...STAFF, body: { kind: "bytes", maxBytes: MAX_PICTURE_BYTES, mayBeEmpty: false } },
  take_from_bank: { ...STAFF, body: FORM },
  create_exam: { ...STAFF, body: json(MAX_EXAM_BYTES) },
  get_exam: STAFF,
  revise_exam: { ...STAFF, body: json(MAX_EXAM_BYTES) },
  publish_exam: STAFF,
  archive_exam: STAFF,
  duplicate_exam: STAFF,
  close_exam: STAFF,
  reopen_exam: STAFF,
  add_picture: { ...STAFF, body: { kind: "bytes", maxBytes: MAX_PICTURE_BYTES, mayBeEmpty: false } },
  get_picture: {
    ...CLOSED,
    answer: { kind: "file", types: PICTURE_TYPES, isPrivate: false, isInert: true },
    rate: "files",
  },
  render_texts: { ...STAFF, body: json(MAX_RENDER_BYTES) },
  import_questions: { ...STAFF, body: { kind: "bytes", maxBytes: MAX_IMPORT_BYTES, mayBeEmpty: false } },
  export_questions: {
    ...CLOSED,
    cookie: "counts",
    answer: {
      kind: "file",
      types: [
        "text/plain; charset=utf-8",
        "text/csv; charset=utf-8",
        "application/json; charset=utf-8",
        "application/xml; charset=utf-8",
        "application/zip",
      ],
      isPrivate: true,
    },
  },
  get_roster: { ...STAFF, answer: { kind: "json", orFile: [CSV_TYPE] } },
  upload_roster: { ...STAFF, body: { kind: "bytes", maxBytes: MAX_ROSTER_BYTES, mayBeEmpty: false } },
  put_roster_student: { ...STAFF, body: FORM },
  remove_roster_student: STAFF_DONE,
  renew_token: STAFF,
  allow_sitting: { ...STAFF, body: json(MAX_BODY_BYTES, true) },
  get_exam_staff: STAFF,
  assign_staff: { ...STAFF, body: FORM },
  unassign_staff: STAFF_DONE,
  list_trials: STAFF,
  start_trial: STAFF,
  remove_trial: STAFF_DONE,
  get_attempt_detail: STAFF,
  get_attempt_log: STAFF,
  take_late_work: { ...STAFF, body: json(MAX_LATE_WORK_BYTES) },
  apply_late_work: { ...STAFF, body: FORM },
  decide_flag: { ...STAFF, body: FORM },
  write_note: { ...STAFF, body: FORM },
  get_overview: STAFF,
  list_review: STAFF,
  get_review: STAFF,
  give_verdict: { ...STAFF, body: FORM },
  get_attempt_report: REPORT,
  get_exam_report: REPORT,
  get_replay: STAFF,
  assign_review: { ...STAFF, body: FORM },

  get_answers: STAFF,
  list_files: STAFF,
  get_file: {
    ...CLOSED,
    cookie: "counts",
    answer: { kind: "file", types: Object.values(MEDIA_TYPES).flat(), isPrivate: true },
  },
  list_marks: { ...STAFF, answer: { kind: "json", orFile: [CSV_TYPE] } },
  set_mark: { ...STAFF, body: FORM },
  list_marking: STAFF,
  get_mark_history: STAFF,
  get_statistics: STAFF,
  compare_answers: STAFF,

  get_release: STAFF,
  release_results: { ...STAFF, body: json(MAX_BODY_BYTES, true) },
  preview_result: STAFF,
  get_result: STUDENT,
  get_result_by_token: { ...JSON_ANSWER, body: FORM, rate: "invitations" },

  get_attempt: STUDENT,
  put_file: { ...STUDENT, body: { kind: "bytes", maxBytes: MAX_FILE_MEBIBYTES * MEBIBYTE, mayBeEmpty: false } },
  call_proctor: { ...CLOSED, origins: "embed", cookie: "counts", body: FORM },
  practise: { ...CLOSED, origins: "embed", cookie: "counts", body: FORM },
  take_break: { ...CLOSED, origins: "embed", cookie: "counts", body: FORM },
  end_break: { ...CLOSED, origins: "embed", cookie: "counts", body: FORM },
  see_notice: { ...CLOSED, origins: "embed", cookie: "counts", body: FORM },
  get_captured: STUDENT,
  make_statement: { ...STUDENT, body: FORM },
  list_statements: STUDENT,

  list_evidence_links: STAFF,
  make_evidence_link: { ...STAFF, body: json(MAX_BODY_BYTES, true) },
  revoke_evidence_link: STAFF_DONE,
  open_evidence: { ...JSON_ANSWER, body: FORM, rate: "joins" },
  get_evidence: STUDENT,
  get_evidence_replay: STUDENT,
  get_proof: {
    ...CLOSED,
    origins: "embed",
    cookie: "counts",
    answer: { kind: "file", types: [NDJSON_TYPE], isPrivate: true },
  },

  page_home: PAGE,
  page_join: PAGE,
  page_join_exam: PAGE,
  page_watch: PAGE,
  page_check: PAGE,
  exam_worker: {
    ...CLOSED,
    answer: { kind: "file", types: [STATIC_TYPES[".js"]], isPrivate: false },
    rate: "files",
    needsStore: false,
  },
  page_exam: PAGE,
  page_result: PAGE,
  page_evidence: PAGE,
  page_declined: PAGE,
  page_privacy: PAGE,
  page_verify: PAGE,
  page_demo: PAGE,
  // Documents are part of what is deployed: they are read also while the store does not answer, when they are needed most.
  page_docs: { ...PAGE, needsStore: false },
  document_image: {
    ...CLOSED,
    answer: { kind: "file", types: [STATIC_TYPES[".svg"], STATIC_TYPES[".webp"]], isPrivate: false },
    rate: "files",
    needsStore: false,
  },
  page_document: { ...PAGE, needsStore: false },
  page_style: { ...PAGE, needsStore: false },
  page_api: { ...PAGE, needsStore: false },
  page_api_part: { ...PAGE, needsStore: false },
  page_login: PAGE,
  page_invitation: PAGE,
  page_exams: STAFF_PAGE,
  page_edit: STAFF_PAGE,
  page_bank: STAFF_PAGE,
  page_bank_item: STAFF_PAGE,
  page_room: STAFF_PAGE,
  page_room_attempt: STAFF_PAGE,
  page_marking: STAFF_PAGE,
  page_review: STAFF_PAGE,
  page_review_compare: STAFF_PAGE,
  page_review_attempt: STAFF_PAGE,
  page_overview: STAFF_PAGE,
  page_people: STAFF_PAGE,
  page_slips: STAFF_PAGE,
  page_paper: STAFF_PAGE,
  page_print: STAFF_PAGE,
  page_results: STAFF_PAGE,
  page_account: STAFF_PAGE,
  page_admin: STAFF_PAGE,
  page_admin_server: STAFF_PAGE,
  page_admin_audit: STAFF_PAGE,

  ws_student: { ...CLOSED, origins: "embed", answer: { kind: "socket" }, rate: "sockets" },
  ws_proctor: { ...CLOSED, cookie: "counts", answer: { kind: "socket" }, rate: "sockets" },
};
