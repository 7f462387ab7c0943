/**
 * Every page script, by the name it is served under: `/static/build/<name>.js`. A page names its script by
 * this name; what is not here is not built.
 */
export const ENTRIES = {
  join: "islands/student/join_main.tsx",
  exam: "islands/student/exam_main.tsx",
  ticker: "islands/student/ticker_worker.ts",
  login: "islands/proctor/login_main.tsx",
  invitation: "islands/proctor/invitation_main.tsx",
  exams: "islands/proctor/exams_main.tsx",
  room: "islands/proctor/room_main.tsx",
  account: "islands/proctor/account_main.tsx",
  admin: "islands/proctor/admin_main.tsx",
} as const;

/** Name of a page script. */
export type EntryName = keyof typeof ENTRIES;

/** Where built files go, from the project's root. Served as `/static/build/`, ignored by git. */
export const BUILD_DIRECTORY = "static/build";

/** Files and folders that a build depends on, from the project's root. */
export const SOURCES = [
  "deno.lock",
  "islands",
  "protocol",
  "routes/pages",
  "scoring",
  "server/build",
  "server/tasks/build.ts",
  "static",
  "words",
] as const;
