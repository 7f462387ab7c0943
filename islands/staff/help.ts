import type { Viewer } from "./viewer.ts";

/** Which document explains a staff page, by the page's script: a path below `docs/`, or null for the contents. */
export const HELP = {
  exams: "guides/write_an_exam",
  edit: "guides/write_an_exam",
  bank: "guides/keep_questions",
  bank_item: "guides/keep_questions",
  people: "guides/let_students_in",
  slips: "guides/let_students_in",
  paper: "guides/let_students_in",
  room: "guides/work_a_room",
  review: "guides/review_attempts",
  review_attempt: "guides/review_attempts",
  review_compare: "guides/review_attempts",
  overview: "guides/review_attempts",
  marking: "guides/mark_an_exam",
  print: "guides/mark_an_exam",
  results: "guides/give_results",
  account: null,
  admin: "guides/run_a_server",
  admin_server: "observability",
  admin_audit: "guides/run_a_server",
} as const satisfies Record<string, string | null>;

/** The script of a staff page. */
export type StaffScript = keyof typeof HELP;

/** The list of exams is where proctors come from, too, who write none. */
const OF_PROCTORS: Partial<Record<StaffScript, string>> = { exams: "guides/work_a_room" };

/** The address of what explains a staff page to whoever looks at it. */
export function helpOf(script: StaffScript, role: Viewer["role"]): string {
  const path = (role === "proctor" ? OF_PROCTORS[script] : undefined) ?? HELP[script];
  return path === null ? "/docs" : `/docs/${path}`;
}
