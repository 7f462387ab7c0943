/**
 * Every page script, by the name it is served under: `/static/build/<name>.js`. A page names its script by
 * this name; what is not here is not built.
 */
export const ENTRIES = {
  join: "islands/student/join_main.tsx",
  exam: "islands/student/exam_main.tsx",
  exam_worker: "islands/student/exam_worker.ts",
  check: "islands/student/check_main.tsx",
  ticker: "islands/student/ticker_worker.ts",
  login: "islands/proctor/login_main.tsx",
  invitation: "islands/proctor/invitation_main.tsx",
  exams: "islands/author/exams_main.tsx",
  pdf_pages: "islands/author/import/pages/pdf_pages_worker.ts",
  edit: "islands/author/edit_main.tsx",
  bank: "islands/author/bank/bank_main.tsx",
  bank_item: "islands/author/bank/bank_item_main.tsx",
  room: "islands/proctor/room_main.tsx",
  marking: "islands/marking/marking_main.tsx",
  people: "islands/people/people_main.tsx",
  paper: "islands/people/paper_main.tsx",
  slips: "islands/people/slips_main.tsx",
  review: "islands/review/queue_main.tsx",
  review_compare: "islands/review/compare/compare_main.tsx",
  review_attempt: "islands/review/attempt_main.tsx",
  overview: "islands/review/overview_main.tsx",
  results: "islands/marking/results_main.tsx",
  print: "islands/marking/print_main.tsx",
  result: "islands/student/result_main.tsx",
  evidence: "islands/evidence/evidence_main.tsx",
  docs: "islands/docs/docs_main.tsx",
  demo: "islands/demo/demo_main.tsx",
  verify: "islands/evidence/verify_main.tsx",
  verify_worker: "server/delivery/verify_worker.ts",
  account: "islands/proctor/account_main.tsx",
  admin: "islands/admin/accounts_main.tsx",
  admin_server: "islands/admin/server_main.tsx",
  admin_audit: "islands/admin/audit_main.tsx",
} as const;

/** The letters of most texts: a page asks for them with its style, and begins with others where they are late. */
export const TEXT_FONT = "inter-latin-wght-normal.woff2";

/** Name of a page script. */
export type EntryName = keyof typeof ENTRIES;

/** Where built files go, from the project's root. Served as `/static/build/`, ignored by git. */
export const BUILD_DIRECTORY = "static/build";

/** Files and folders that a build depends on, from the project's root. */
export const SOURCES = [
  "deno.lock",
  "islands",
  "protocol",
  "routes/api",
  "routes/edge/policies.ts",
  "routes/pages",
  "routes/reference",
  "scoring",
  "server/auth",
  "server/build",
  "server/tasks/build.ts",
  "static",
  "words",
] as const;
