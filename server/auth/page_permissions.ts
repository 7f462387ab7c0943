import { ADMIN, ANYONE, AUTHORS, EXAM_AUTHORS, EXAM_STAFF, type Permission, STAFF } from "./reach.ts";

/** Who may open which page: rows of the table of permissions. */
export const PAGE_PERMISSIONS = {
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
  page_evidence: {
    method: "get",
    path: "/evidence",
    allow: ANYONE,
    reason: "A page without anything in it: the evidence comes by the student's token, or by a link's secret.",
  },
  page_privacy: { method: "get", path: "/privacy", allow: ANYONE },
  page_verify: {
    method: "get",
    path: "/verify",
    allow: ANYONE,
    reason:
      "Whoever is handed evidence checks it here, in their own browser: the page holds nothing and sends nothing.",
  },
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
} as const satisfies Record<string, Permission>;
