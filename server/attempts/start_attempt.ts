import { Accommodations, type Student } from "../../protocol/exam.ts";
import type { Consent, StartExamAnswer, StartExamBody } from "../../protocol/rest.ts";
import { hashToken, newId, newToken } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import { said } from "../../words/refusal.ts";
import { deadlineOf } from "../exams/exam_time.ts";
import { paperOf } from "../exams/paper.ts";
import { EMPTY_CHAIN, type LinkedEntry, linkEntry, type NewEntry } from "../log/entry.ts";
import type { AttemptHead, AttemptRecord, RiskSummary } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Check, Mutation } from "../store/mutation.ts";
import type { RosterEntry } from "../store/roster_store.ts";
import type { Attempts } from "./attempts.ts";
import type { CurrentContext } from "./contexts.ts";

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
 * @throws {Refusal} `unknown_exam`, `exam_not_open`, `exam_closed`, `exam_full`, `token_used`, `unauthorized`.
 */
export async function startAttempt(
  attempts: Attempts,
  body: StartExamBody,
  onReuse: OnReuse,
): Promise<StartExamAnswer> {
  const entrant = "token" in body
    ? await byToken(attempts, body.token)
    : await byCode(attempts, body.code, body.student);
  const { exam, roster } = entrant;
  if (roster?.entry.attemptId) return await reopen(attempts, entrant, roster.entry.attemptId, onReuse);
  requireOpen(exam, attempts.now());
  return await create(attempts, entrant, body.consent);
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
  const hash = hashToken(token.trim());
  const stored = await attempts.stores.roster.get(hash);
  const unknown = new Refusal("unauthorized", "opens_no_exam", { path: "token" });
  if (stored === null) throw unknown;
  const { value: entry, versionstamp } = stored;
  const exam = await attempts.exams.get(entry.examId);
  if (exam === null || exam.state === "draft") throw unknown;
  const accommodations = entry.accommodations ?? exam.document.accommodations ?? Accommodations.parse({});
  return { exam, student: entry.student, accommodations, roster: { hash, entry, versionstamp } };
}

function requireOpen(exam: Exam, now: number): void {
  const { opens_at, closes_at } = exam.document;
  if (exam.state === "closed" || (closes_at && now >= Date.parse(closes_at))) {
    throw new Refusal("exam_closed", "exam_closed");
  }
  if (opens_at && now < Date.parse(opens_at)) {
    throw new Refusal("exam_not_open", said("exam_opens_at", { at: opens_at }));
  }
}

async function create(
  attempts: Attempts,
  entrant: Entrant,
  consent: Consent | undefined,
): Promise<StartExamAnswer> {
  const { exam, student, accommodations, roster } = entrant;
  const attemptId = newId();
  const token = newToken();
  const now = attempts.now();
  const deadline = Math.round(deadlineOf(exam.document, accommodations, now));
  const record: AttemptRecord = {
    attemptId,
    examId: exam.examId,
    student: { name: student.name, ...(student.number && { number: student.number }) },
    startedAt: now,
    accommodations,
    consent: consent?.version ?? null,
    tokenHash: hashToken(token),
    rosterHash: roster?.hash ?? null,
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
  };
  const linked = linkEntry(started, EMPTY_CHAIN);
  const head = firstHead(attempts.instance, deadline, linked.end);
  const begin = () => commitStart(attempts, entrant, { record, head, linked, token, started, current });
  // Everybody who takes a limited place checks the same count: here they queue, and only instances compete.
  return exam.document.capacity === undefined ? await begin() : await attempts.turns.take(exam.examId, begin);
}

interface Start {
  record: AttemptRecord;
  head: AttemptHead;
  linked: LinkedEntry;
  token: string;
  started: NewEntry;
  current: CurrentContext;
}

async function commitStart(
  attempts: Attempts,
  { exam, roster }: Entrant,
  { record, head, linked, token, started, current }: Start,
): Promise<StartExamAnswer> {
  const { stores } = attempts;
  const { attemptId, tokenHash } = record;
  const { examId } = exam;
  const { deadline } = head;
  const begin: Mutation[] = [
    ...stores.attempts.insert(record, head),
    ...stores.log.insert(attemptId, linked.end.n, linked.bytes),
    ...stores.examAttempts.insert(examId, attemptId),
    stores.studentTokens.put(tokenHash, { attemptId, examId }),
    stores.deadlines.put({ deadlineMs: deadline, attemptId }),
  ];
  if (roster !== null) {
    const used = { ...roster.entry, attemptId, isReleased: false };
    begin.push(...stores.roster.replace(roster.hash, roster.versionstamp, used));
  }
  for (let tries = 0; tries < 20; tries++) {
    const versionstamp = await stores.commit([...await requirePlace(attempts, exam), ...begin]);
    if (versionstamp !== null) {
      attempts.adopt(attemptId, { record, head, versionstamp }, exam, started, current);
      return { attempt_id: attemptId, session_token: token, deadline, exam: paperOf(exam) };
    }
    if (roster !== null && (await stores.roster.get(roster.hash))?.versionstamp !== roster.versionstamp) {
      throw new Refusal("token_used", "token_used", { path: "token" });
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
  const token = newToken();
  const record: AttemptRecord = { ...stored.record, tokenHash: hashToken(token) };
  const used: RosterEntry = { ...roster.entry, isReleased: false };
  const { stores } = attempts;
  const committed = await stores.commit([
    ...stores.roster.replace(roster.hash, roster.versionstamp, used),
    stores.attempts.putRecord(record),
    stores.studentTokens.remove(stored.record.tokenHash),
    stores.studentTokens.put(record.tokenHash, { attemptId, examId: exam.examId }),
  ]);
  if (committed === null) throw new Refusal("token_used", "token_used", { path: "token" });
  return { attempt_id: attemptId, session_token: token, deadline: stored.head.deadline, exam: paperOf(exam) };
}
