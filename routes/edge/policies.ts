import {
  MAX_BATCH_BYTES,
  MAX_BODY_BYTES,
  MAX_EXAM_BYTES,
  MAX_IMPORT_BYTES,
  MAX_LATE_WORK_BYTES,
  MAX_SUBMISSION_BYTES,
} from "../../protocol/limits.ts";
import type { Operation } from "../../server/auth/permissions.ts";
import { CSV_TYPE, STATIC_TYPES } from "./file_types.ts";
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
const STAFF_DONE: Policy = { ...CLOSED, cookie: "counts" };
const PAGE: Policy = { ...CLOSED, answer: { kind: "html" }, rate: "pages" };
/** A page of the way through an exam, which may stand in a page of somebody else. */
const STUDENT_PAGE: Policy = { ...PAGE, framing: "embed" };
const STAFF_PAGE: Policy = { ...PAGE, cookie: "counts", rate: "none" };

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
  static: {
    ...CLOSED,
    answer: { kind: "file", types: Object.values(STATIC_TYPES), isPrivate: false },
    rate: "files",
    needsStore: false,
  },

  start_exam: { ...STUDENT, body: FORM, rate: "joins" },
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
  list_audit: STAFF,
  get_operation: STAFF,
  confirm_retention: STAFF_DONE,
  get_metrics: STAFF,

  list_exams: STAFF,
  create_exam: { ...STAFF, body: json(MAX_EXAM_BYTES) },
  get_exam: STAFF,
  publish_exam: STAFF,
  close_exam: STAFF,
  reopen_exam: STAFF,
  import_questions: { ...STAFF, body: { kind: "bytes", maxBytes: MAX_IMPORT_BYTES, mayBeEmpty: false } },
  export_questions: {
    ...CLOSED,
    cookie: "counts",
    answer: {
      kind: "file",
      types: ["text/plain; charset=utf-8", "text/csv; charset=utf-8", "application/json; charset=utf-8"],
      isPrivate: true,
    },
  },
  get_attempt_detail: STAFF,
  get_attempt_log: STAFF,
  take_late_work: { ...STAFF, body: json(MAX_LATE_WORK_BYTES) },
  apply_late_work: { ...STAFF, body: FORM },
  decide_flag: { ...STAFF, body: FORM },

  get_answers: STAFF,
  list_marks: { ...STAFF, answer: { kind: "json", orFile: [CSV_TYPE] } },
  set_mark: { ...STAFF, body: FORM },
  get_statistics: STAFF,

  get_attempt: STUDENT,
  call_proctor: { ...CLOSED, origins: "embed", cookie: "counts", body: FORM },
  end_break: { ...CLOSED, origins: "embed", cookie: "counts", body: FORM },
  see_notice: { ...CLOSED, origins: "embed", cookie: "counts", body: FORM },
  get_captured: STUDENT,

  page_home: PAGE,
  page_join: STUDENT_PAGE,
  page_join_exam: STUDENT_PAGE,
  page_exam: STUDENT_PAGE,
  page_declined: STUDENT_PAGE,
  page_privacy: PAGE,
  page_login: PAGE,
  page_invitation: PAGE,
  page_exams: STAFF_PAGE,
  page_room: STAFF_PAGE,
  page_account: STAFF_PAGE,
  page_admin: STAFF_PAGE,

  ws_student: { ...CLOSED, origins: "embed", answer: { kind: "socket" }, rate: "sockets" },
  ws_proctor: { ...CLOSED, cookie: "counts", answer: { kind: "socket" }, rate: "sockets" },
};
