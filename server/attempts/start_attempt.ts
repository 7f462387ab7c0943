import { Accommodations, type Student } from "../../protocol/exam.ts";
import type { StartExamAnswer, StartExamBody } from "../../protocol/rest.ts";
import { hashToken, newId, newToken } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import { said } from "../../words/refusal.ts";
import { rosterHashes } from "../exams/personal_token.ts";
import { deadlineOf } from "../exams/exam_time.ts";
import { paperOf } from "../exams/paper.ts";
import { EMPTY_CHAIN, type LinkedEntry, linkEntry, type NewEntry } from "../log/entry.ts";
import { examHashes } from "../evidence/exam_hashes.ts";
import { newSalt, saltedHash } from "../evidence/salted_hash.ts";
import type { AttemptHead, AttemptRecord, RiskSummary } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Check, Mutation } from "../store/mutation.ts";
import type { RosterEntry } from "../store/roster_store.ts";
import { agentMark, RELEASED } from "./agent_mark.ts";
import type { Attempts } from "./attempts.ts";
import type { CurrentContext } from "./contexts.ts";
import type { RepeatableStart } from "./start_requests.ts";

/** Longest pause before a place is tried for again that another instance took in the same moment, ms. */
const MOST_PAUSE_MS = 20;

/** Risk of an attempt without any event. */
const NO_RISK: RiskSummary = { risk: 0, level: "low", peak: 0, reasons: [], insufficient: true };

interface Entrant {
  exam: Exam;
  student: Student;
  accommodations: Accommodations;
  roster: { hash: string; entry: RosterEntry; versionstamp: string } | null;
}

/** Told when somebody comes with a personal token that has started an attempt already. */
type OnReuse = (attemptId: string, examId: string) => void;

/**
 * Lets a student in: by the exam's code and a name, or by a personal token, which works once.
 *
 * @param agent What the browser says that it is, so that another one is noticed later.
 * @throws {Refusal} `unknown_exam`, `exam_not_open`, `exam_closed`, `exam_full`, `token_used`, `unauthorized`.
 */
export async function startAttempt(
  attempts: Attempts,
  body: StartExamBody,
  onReuse: OnReuse,
  agent = "",
): Promise<StartExamAnswer> {
  const request = attempts.startRequests.of(body);
  const entrant = "token" in body
    ? await byToken(attempts, body.token)
    : await byCode(attempts, body.code, body.student);
  const { exam, roster } = entrant;
  // After the roster was read: of two that come at the same moment, the later one finds both done or neither.
  const again = request === null ? null : await repeat(attempts, request);
  if (again !== null) return again;
  if (roster?.entry.attemptId) return await reopen(attempts, entrant, roster.entry.attemptId, request, onReuse);
  requireOpen(exam, attempts.now());
  return await create(attempts, entrant, body, request, agent);
}

/** The answer of a join that was made before and whose answer got lost; null where it was not. */
async function repeat(attempts: Attempts, request: RepeatableStart): Promise<StartExamAnswer | null> {
  const attemptId = await attempts.startRequests.begun(request);
  if (attemptId === null) return null;
  const { record, head, exam } = await attempts.view(attemptId);
  return answerOf(record, head, exam, request.tokenOf(attemptId));
}

function answerOf({ attemptId }: AttemptRecord, head: AttemptHead, exam: Exam, token: string): StartExamAnswer {
  return { attempt_id: attemptId, session_token: token, deadline: head.deadline, exam: paperOf(exam) };
}

async function byCode(attempts: Attempts, code: string, student: Student): Promise<Entrant> {
  const exam = await attempts.exams.getByCode(code);
  if (exam === null || exam.state === "draft") {
    throw new Refusal("unknown_exam", said("no_such_code", { code: code.trim().toUpperCase() }), { path: "code" });
  }
  if (exam.document.join === "roster") {
    throw new Refusal("unauthorized", "personal_token_needed", { path: "token" });
  }
  const accommodations = exam.document.accommodations ?? Accommodations.parse({});
  return { exam, student, accommodations, roster: null };
}

async function byToken(attempts: Attempts, token: string): Promise<Entrant> {
  const unknown = new Refusal("unauthorized", "opens_no_exam", { path: "token" });
  const found = await rosterLine(attempts, token);
  if (found === null) throw unknown;
  const { hash, value: entry, versionstamp } = found;
  const exam = await attempts.exams.get(entry.examId);
  if (exam === null || exam.state === "draft") throw unknown;
  const accommodations = entry.accommodations ?? exam.document.accommodations ?? Accommodations.parse({});
  return { exam, student: entry.student, accommodations, roster: { hash, entry, versionstamp } };
}

/** The roster's line that a typed token opens, or null. */
async function rosterLine({ stores }: Attempts, token: string) {
  for (const hash of rosterHashes(token)) {
    const stored = await stores.roster.get(hash);
    if (stored !== null) return { hash, ...stored };
  }
  return null;
}

function requireOpen(exam: Exam, now: number): void {
  const { opens_at, closes_at } = exam.document;
  if (exam.state === "closed" || (closes_at && now >= Date.parse(closes_at))) {
    throw new Refusal("exam_closed", "exam_closed");
  }
  if (opens_at && now < Date.parse(opens_at)) {
    throw new Refusal("exam_not_open", said("exam_opens_at", { at: opens_at }), { extra: { opens_at } });
  }
}

async function create(
  attempts: Attempts,
  entrant: Entrant,
  { consent, declared }: Pick<StartExamBody, "consent" | "declared">,
  request: RepeatableStart | null,
  agent: string,
): Promise<StartExamAnswer> {
  const { exam, student, accommodations, roster } = entrant;
  const attemptId = newId();
  const token = request?.tokenOf(attemptId) ?? newToken();
  const now = attempts.now();
  const studentSalt = newSalt();
  const deadline = Math.round(deadlineOf(exam.document, accommodations, now));
  const record: AttemptRecord = {
    attemptId,
    examId: exam.examId,
    student: { name: student.name, ...(student.number && { number: student.number }) },
    studentSalt,
    startedAt: now,
    accommodations,
    ...(declared !== undefined && declared.length > 0 && { declared }),
    consent: consent?.version ?? null,
    tokenHash: hashToken(token),
    rosterHash: roster?.hash ?? null,
    ...(agent !== "" && { agentMark: agentMark(attemptId, agent) }),
  };
  const current = await attempts.contexts.current(exam, record);
  const started: NewEntry = {
    kind: "started",
    by: "student",
    received_at: now,
    reason: null,
    context: current.id,
    deadline,
    consent: record.consent,
    ...(consent?.language && { consent_language: consent.language }),
    ...(record.declared && { declared: record.declared }),
    binds: {
      attempt_id: attemptId,
      exam_id: exam.examId,
      ...examHashes(exam.document),
      student: saltedHash("student", studentSalt, record.student),
    },
  };
  const linked = linkEntry(started, EMPTY_CHAIN);
  const head = firstHead(attempts.instance, deadline, linked.end);
  const begin = () => commitStart(attempts, entrant, { record, head, linked, token, request, started, current });
  // Everybody who takes a limited place checks the same count: here they queue, and only instances compete.
  return exam.document.capacity === undefined ? await begin() : await attempts.turns.take(exam.examId, begin);
}

interface Start {
  record: AttemptRecord;
  head: AttemptHead;
  linked: LinkedEntry;
  token: string;
  request: RepeatableStart | null;
  started: NewEntry;
  current: CurrentContext;
}

async function commitStart(
  attempts: Attempts,
  { exam, roster }: Entrant,
  { record, head, linked, token, request, started, current }: Start,
): Promise<StartExamAnswer> {
  const { stores } = attempts;
  const { attemptId, tokenHash } = record;
  const { examId } = exam;
  const { deadline } = head;
  const begin: Mutation[] = [
    ...stores.attempts.insert(record, head),
    ...stores.log.insert(attemptId, linked.end.n, linked.bytes),
    ...stores.examAttempts.insert(examId, attemptId),
    stores.studentTokens.put(tokenHash, { attemptId, examId, ...(request && { startRequest: request.hash }) }),
    ...(request === null ? [] : attempts.startRequests.note(request, attemptId)),
    stores.deadlines.put({ deadlineMs: deadline, attemptId }),
  ];
  if (roster !== null) {
    const used = { ...roster.entry, attemptId, isReleased: false };
    begin.push(...stores.roster.replace(roster.hash, roster.versionstamp, used));
  }
  for (let tries = 0; tries < 20; tries++) {
    // The same request may have come twice at the same moment, and the other one have been faster.
    const again = request === null ? null : await repeat(attempts, request);
    if (again !== null) return again;
    if (tries > 0 && roster !== null && (await stores.roster.get(roster.hash))?.versionstamp !== roster.versionstamp) {
      throw new Refusal("token_used", "token_used", { path: "token" });
    }
    const versionstamp = await stores.commit([...await requirePlace(attempts, exam), ...begin]);
    if (versionstamp !== null) {
      attempts.adopt(attemptId, { record, head, versionstamp }, exam, started, current);
      return answerOf(record, head, exam, token);
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * MOST_PAUSE_MS));
  }
  throw new Refusal("unavailable", "joining_busy");
}

/**
 * Where places are limited: the check that makes the atomic that takes a place fail if another took one meanwhile.
 *
 * @throws {Refusal} `exam_full`
 */
async function requirePlace({ stores }: Attempts, exam: Exam): Promise<Check[]> {
  const { capacity } = exam.document;
  if (capacity === undefined) return [];
  const { attempts, unchanged } = await stores.examAttempts.count(exam.examId);
  if (attempts >= capacity) {
    throw new Refusal("exam_full", said("exam_full", { capacity }));
  }
  return [unchanged];
}

function firstHead(instance: string, deadline: number, end: { n: number; chain: string }): AttemptHead {
  return {
    state: "active",
    deadline,
    n: end.n,
    chain: end.chain,
    lastSeq: 0,
    lastHash: null,
    lastT: 0,
    clockOffset: null,
    stoppedAt: null,
    breakUntil: null,
    accommodations: null,
    endedBy: null,
    endedAt: null,
    lastSeen: 0,
    risk: NO_RISK,
    openFlags: 0,
    question: null,
    answered: 0,
    isHundredHandled: false,
    writer: { instance, epoch: 1 },
  };
}

/** A used token: refused and told to the proctors, unless one of them has released it to another device. */
async function reopen(
  attempts: Attempts,
  { exam, roster }: Entrant,
  attemptId: string,
  request: RepeatableStart | null,
  onReuse: OnReuse,
): Promise<StartExamAnswer> {
  if (roster === null || !roster.entry.isReleased) {
    onReuse(attemptId, exam.examId);
    throw new Refusal("token_used", "token_used_ask", {
      path: "token",
    });
  }
  const stored = await attempts.stored(attemptId);
  if (stored === null) throw new Refusal("not_found", "no_such_attempt");
  const token = request?.tokenOf(attemptId) ?? newToken();
  const record: AttemptRecord = { ...stored.record, tokenHash: hashToken(token), agentMark: RELEASED };
  const used: RosterEntry = { ...roster.entry, isReleased: false };
  const { stores } = attempts;
  const committed = await stores.commit([
    ...stores.roster.replace(roster.hash, roster.versionstamp, used),
    stores.attempts.putRecord(record),
    stores.studentTokens.remove(stored.record.tokenHash),
    stores.studentTokens.put(record.tokenHash, {
      attemptId,
      examId: exam.examId,
      ...(request && { startRequest: request.hash }),
    }),
    ...(request === null ? [] : attempts.startRequests.note(request, attemptId)),
  ]);
  if (committed === null) throw new Refusal("token_used", "token_used", { path: "token" });
  return answerOf(record, stored.head, exam, token);
}
