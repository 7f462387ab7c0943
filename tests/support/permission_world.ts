import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { AddToBankBody } from "../../protocol/bank.ts";
import { ExamDocument } from "../../protocol/exam_document.ts";
import { SYSTEM } from "../../server/audit/audit_log.ts";
import { type Operation, type Permission, PERMISSIONS, type Role } from "../../server/auth/permissions.ts";
import { addToBank } from "../../server/bank/bank.ts";
import { keepPicture } from "../../server/exams/media/keep_picture.ts";
import { publishExam } from "../../server/exams/publish_exam.ts";
import { readRoster } from "../../server/exams/roster/roster_lines.ts";
import { raiseFlag } from "../../server/review/flags.ts";
import { PICTURE } from "./pictures.ts";
import type { LiveServer } from "./live_server.ts";

/** Somebody who comes: a role, a token, and whether exam A is theirs. */
export interface Comer {
  who: string;
  role: Role;
  token: string | null;
  /** Whether the account is assigned to exam A; for a student, whether attempt `one` is theirs. */
  isTheirs: boolean;
}

/** What the comers come to. */
export interface World {
  server: LiveServer;
  examA: string;
  examB: string;
  one: { attempt_id: string; session_token: string };
  flagId: string;
  mediaId: string;
  victimId: string;
  /** A question of the bank, shared. */
  bankItemId: string;
  studentId: string;
  comers: Comer[];
}

/** Families of keys that change by themselves while nobody does anything. */
const RESTLESS = new Set([
  "retention",
  "instance",
  "probe",
  "lease",
  "feed",
  "feed_cursor",
  "cohort",
  "cohort_member",
  "context",
  "part",
  "snapshot",
]);

/** A page of another site that the exams name. */
export const SCHOOL = "https://lms.example.org";

const ESSAY = { id: "q1", type: "essay", text: "?" };

const event = { type: "focus_change", t: 100, focused: true };

/** What the table says: whether a comer may do this to exam A and the attempt `one`. */
export function isAllowed(operation: Operation, { role, isTheirs }: Comer): boolean {
  const { allow }: Permission = PERMISSIONS[operation];
  const reach = allow[role];
  // An own operation without an attempt's id is about the comer's own attempt: `risk_score` alone names one.
  return reach === "all" || (reach === "exam" && isTheirs) ||
    (reach === "own" && (isTheirs || operation !== "risk_score"));
}

/** Bodies with which an operation would do something, were it allowed. */
export function bodyOf(operation: Operation, { one, examA, bankItemId }: World): unknown {
  const bodies: Partial<Record<Operation, unknown>> = {
    log_activity: { seq: 1, sentAt: 0, events: [event] },
    submit_exam: {},
    features_extract: { attempt_id: one.attempt_id },
    scoring_calculate: { test_id: examA, interval_seconds: 10, window_size_seconds: 10 },
    change_password: { current: "x".repeat(12), next: "y".repeat(12) },
    start_totp: { password: "x".repeat(12) },
    confirm_totp: { code: "123456" },
    delete_totp: { password: "x".repeat(12) },
    invite_staff: { username: "intruder", role: "admin" },
    create_exam: {
      code: "NEW",
      title: "New",
      duration_minutes: 5,
      questions: [{ id: "q1", type: "essay", text: "?" }],
    },
    revise_exam: {
      revision: 1,
      document: {
        code: "ALPHA",
        title: "Revised",
        duration_minutes: 60,
        questions: [{ id: "q1", type: "essay", text: "?" }],
      },
    },
    render_texts: { text: "**x**" },
    import_questions: [{ id: "q1", type: "essay", text: "?" }],
    add_to_bank: { questions: [ESSAY] },
    take_from_bank: { item_ids: [bankItemId] },
    change_bank_item: { revision: 1, question: { ...ESSAY, text: "Why?" }, shared: true },
    take_late_work: {
      attempt_id: one.attempt_id,
      batches: [{ seq: 1, sentAt: 0, events: [event] }],
      last_hash: null,
    },
    apply_late_work: { reason: "Their device was offline." },
    decide_flag: { state: "dismissed" },
    write_note: { text: "Asked for water." },
    set_mark: { points: 1 },
    give_verdict: { verdict: "satisfactory" },
    assign_review: { to: null },
    make_evidence_link: { days: 1 },
    open_evidence: { secret: "A".repeat(43) },
    make_statement: { text: "My phone rang." },
    upload_roster: [{ name: "Intruder" }],
    put_roster_student: { name: "Intruder" },
    allow_sitting: {},
    assign_staff: { role: "instructor" },
    read_personal_token: { token: "no-such-token-at-all" },
    put_file: "A text.",
    release_results: { released: true },
    get_result_by_token: { token: "ABCDE-FGHJK-MNPQR-STVWX" },
    call_proctor: { text: "Here" },
    practise: { events: [{ type: "keystroke_data", key: "letter", dwell: 80, flight: null, t: 5 }] },
    take_break: {},
    end_break: {},
    see_notice: { id: "1" },
  };
  return bodies[operation];
}

/** Address of an operation on exam A and the attempt `one`. */
export function pathOf(operation: Operation, world: World): string {
  const { examA, one, flagId, mediaId, victimId, bankItemId, studentId } = world;
  const path = PERMISSIONS[operation].path
    .replace("{exam_id}", examA)
    .replace("{test_id}", examA)
    .replace("{attempt_id}", one.attempt_id)
    .replace("{flag_id}", flagId)
    .replace("{media_id}", mediaId)
    .replace("{question_id}", "q1")
    .replace("{item_id}", bankItemId)
    .replace("{file_id}", "0".repeat(64))
    .replace("{staff_id}", victimId)
    .replace("{student_id}", studentId)
    .replace("{username}", "proctor-b")
    .replace("{link_id}", "A".repeat(22))
    .replace("{session_id}", "A".repeat(43))
    .replace("{code}", "ALPHA")
    .replace("{part}", "exams")
    .replace("{name}", "rooms.svg")
    .replace("*", "favicon.svg");
  if (operation === "page_document") return "/docs/scoring";
  if (operation === "put_file") return `${path}?name=a.txt`;
  if (operation === "export_questions") return `${path}?format=json`;
  return operation === "risk_score" ? `${path}?attempt_id=${one.attempt_id}` : path;
}

/** What stands in the store, except what moves by itself. */
export async function digest(server: LiveServer): Promise<string> {
  const hash = createHash("sha256");
  for await (const { key, value } of server.services.stores.whole.read()) {
    if (RESTLESS.has(String(key[0]))) continue;
    // That a session was used just now is written down, and is no effect; that there is one less would be.
    const known = key[0] === "session" ? null : value;
    hash.update(JSON.stringify([key, known]));
  }
  return hash.digest("hex");
}

/** Two exams, their students and staff, and what is to be kept from whom. */
export async function permissionWorld(server: LiveServer): Promise<World> {
  const { services } = server;
  const exam = (code: string) =>
    ExamDocument.parse({
      code,
      title: code,
      duration_minutes: 60,
      questions: [ESSAY],
      policy: { proctors_see: "answers", embed_origins: [SCHOOL] },
      roster: [{ name: "Di" }],
    });
  const { exam_id: examA } = await publishExam(services, exam("ALPHA"), null, SYSTEM);
  const { exam_id: examB } = await publishExam(services, exam("BETA"), null, SYSTEM);
  const one = await server.join("Ada", "ALPHA");
  const two = await server.join("Bo", "ALPHA");
  const other = await server.join("Cy", "BETA");
  const attempt = await services.attempts.open(one.attempt_id);
  const { flag_id: flagId } = await raiseFlag(attempt, services.stores.flags, {
    t: 0,
    at: services.now(),
    by: "rule",
    note: "",
  });

  const mediaId = await keepPicture(services.stores, examA, PICTURE, services.now());
  const { accounts } = services.auth;
  const make = async (name: string, role: "proctor" | "instructor", password: string): Promise<string> => {
    const { record } = await accounts.plan(name, role, password);
    return await accounts.ensure(SYSTEM, record, () => []);
  };
  const account = async (role: "proctor" | "instructor", examId: string, name: string): Promise<string> => {
    const password = `${name}-first-password`;
    const staffId = await make(name, role, password);
    await services.stores.commit(services.stores.assignments.insert(staffId, examId));
    const token = await server.signIn(name, password);
    const next = `${name}-second-password`;
    const changed = await server.call("POST", "/api/password", token, { current: password, next });
    assert.ok([204, 403].includes(changed.status), JSON.stringify(changed.body));
    return token;
  };
  const victimId = await make("victim", "proctor", "victim-password-1");
  const reader = {
    kind: "staff",
    staffId: victimId,
    username: "victim",
    role: "instructor",
    sessionId: "",
    mustChangePassword: false,
  } as const;
  const banked = AddToBankBody.parse({ questions: [ESSAY], shared: true });
  const [bankItemId] = await addToBank(services, reader, banked, SYSTEM);
  const { evidenceLinks } = services.auth;
  const linked = async ({ attempt_id: attemptId }: { attempt_id: string }) => {
    const { secret } = await evidenceLinks.make({ attemptId, examId: examA, days: 1, actor: SYSTEM });
    return (await evidenceLinks.open(secret, SYSTEM)).token;
  };
  const comers: Comer[] = [
    { who: "anyone", role: "anyone", token: null, isTheirs: false },
    { who: "somebody with an invented token", role: "anyone", token: "invented-token-000", isTheirs: false },
    {
      who: "somebody with an invented session",
      role: "anyone",
      token: `${"a".repeat(43)}.${"b".repeat(43)}`,
      isTheirs: false,
    },
    { who: "the student", role: "student", token: one.session_token, isTheirs: true },
    { who: "another student of the exam", role: "student", token: two.session_token, isTheirs: false },
    { who: "a student of another exam", role: "student", token: other.session_token, isTheirs: false },
    { who: "who reads the student's evidence by a link", role: "reader", token: await linked(one), isTheirs: true },
    { who: "who reads another student's evidence", role: "reader", token: await linked(two), isTheirs: false },
    { who: "proctor of A", role: "proctor", token: await account("proctor", examA, "proctor-a"), isTheirs: true },
    { who: "proctor of B", role: "proctor", token: await account("proctor", examB, "proctor-b"), isTheirs: false },
    {
      who: "instructor of A",
      role: "instructor",
      token: await account("instructor", examA, "author-a"),
      isTheirs: true,
    },
    {
      who: "instructor of B",
      role: "instructor",
      token: await account("instructor", examB, "author-b"),
      isTheirs: false,
    },
    { who: "admin", role: "admin", token: await server.signIn(), isTheirs: true },
  ];
  const [{ studentId }] = await readRoster(services.stores, examA);
  return { server, examA, examB, one, flagId, mediaId, victimId, bankItemId, studentId, comers };
}
