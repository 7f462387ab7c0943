import type { Student } from "../../protocol/exam.ts";
import { examPhase } from "../../protocol/exam_phase.ts";
import type { StartExamAnswer, StartExamBody } from "../../protocol/start_exam.ts";
import { hashToken, newId, newToken } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import { said } from "../../words/refusal.ts";
import { accommodationsFor } from "../exams/accommodations_for.ts";
import { drawnExam } from "../exams/drawn_exam.ts";
import { requireLetIn } from "../auth/embedding.ts";
import { deadlineOf } from "../exams/exam_time.ts";
import { EMPTY_CHAIN, type LinkedEntry, linkEntry, type NewEntry } from "../log/entry.ts";
import { examHashes } from "../evidence/exam_hashes.ts";
import { newSalt, saltedHash } from "../evidence/salted_hash.ts";
import type { AttemptHead, AttemptRecord } from "../store/attempt_record.ts";
import type { Places } from "../store/exam_attempt_store.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Mutation } from "../store/mutation.ts";
import { isByProctor, waitsUntil } from "./admission.ts";
import { agentMark } from "./agent_mark.ts";
import type { Attempts } from "./attempts.ts";
import type { CurrentContext } from "./contexts.ts";
import { firstHead } from "./first_head.ts";
import { dueAt } from "./effective_deadline.ts";
import type { OnNews } from "./join_news.ts";
import { nameSkeleton } from "./name_skeleton.ts";
import { repeatStart } from "./repeat_start.ts";
import { releaseOf, reopenAttempt } from "./reopen_attempt.ts";
import { isManyOfAName, releasedTo, takeSeat } from "./sittings.ts";
import { byToken } from "./by_token.ts";
import { type Entrant, timesOf } from "./entrant.ts";
import { startAnswer } from "./start_answer.ts";
import type { RepeatableStart } from "./start_requests.ts";

/** How often a join is tried again that met a change of its roster's line. */
const MOST_ROSTER_CHANGES = 5;

/** Longest pause before a place is tried for again that another instance took in the same moment, ms. */
const MOST_PAUSE_MS = 20;

/** How somebody comes who wants to begin. */
interface Comer {
  /** What the browser says that it is, so that another one is noticed later. */
  agent?: string;
  /** Origin of the page of another site that asks for it; null for ours and for machines. */
  embedder?: string | null;
}

/**
 * Lets a student in: by the exam's code and a name, or by a personal token, which works once.
 *
 * @param onNews Told of what proctors are to see.
 * @throws {Refusal} `forbidden` for a page that the exam does not name, `unknown_exam`, `exam_not_open`, `exam_closed`, `exam_full`, `token_used`, `conflict`, `unauthorized`.
 */
export async function startAttempt(
  attempts: Attempts,
  body: StartExamBody,
  onNews: OnNews,
  { agent = "", embedder = null }: Comer = {},
): Promise<StartExamAnswer> {
  const request = attempts.startRequests.of(body);
  for (let tries = 0; tries < MOST_ROSTER_CHANGES; tries++) {
    const begun = await tryStart(attempts, body, { request, agent, onNews, embedder });
    if (begun !== null) return begun;
  }
  throw new Refusal("unavailable", "joining_busy");
}

/** The same once; null where the roster's line was changed meanwhile, and is to be read anew. */
async function tryStart(attempts: Attempts, body: StartExamBody, joining: Joining): Promise<StartExamAnswer | null> {
  const { request, onNews } = joining;
  const entrant = "token" in body
    ? await byToken(attempts, body.token)
    : await byCode(attempts, body.code, body.student);
  const { exam, roster, student } = entrant;
  requireLetIn(joining.embedder, exam);
  // After the roster was read: of two that come at the same moment, the later one finds both done or neither.
  const again = await repeatStart(attempts, request);
  if (again !== null) return again;
  if (roster?.entry.attemptId) {
    const release = await releaseOf(attempts, roster, roster.entry.attemptId, onNews);
    return await reopenAttempt(attempts, exam, release, request);
  }
  const released = roster === null && student.number !== undefined
    ? await releasedTo(attempts.stores, exam, student.number)
    : null;
  if (released !== null) return await reopenAttempt(attempts, exam, released, request);
  requireOpen(timesOf(entrant), attempts.now());
  return await create(attempts, entrant, body, joining);
}

/**
 * Begins an attempt by which somebody of the staff tries an exam, a draft as well. It is none of the exam's attempts.
 *
 * @param username Of the account.
 */
export async function startTrial(attempts: Attempts, exam: Exam, username: string): Promise<StartExamAnswer> {
  const accommodations = accommodationsFor(exam.document, undefined);
  const entrant = { exam, student: { name: username }, accommodations, roster: null, trialOf: username };
  const begun = await create(attempts, entrant, {}, { request: null, agent: "", onNews: () => {} });
  if (begun === null) throw new Error("Cannot begin a trial: it stands in no roster");
  return begun;
}

async function byCode(attempts: Attempts, code: string, student: Student): Promise<Entrant> {
  const exam = await attempts.exams.getByCode(code);
  if (exam === null || exam.state === "draft") {
    throw new Refusal("unknown_exam", said("no_such_code", { code: code.trim().toUpperCase() }), { path: "code" });
  }
  if (exam.document.join === "roster") {
    throw new Refusal("unauthorized", "personal_token_needed", { path: "token" });
  }
  return { exam, student, accommodations: accommodationsFor(exam.document, undefined), roster: null };
}

function requireOpen({ opens_at, ...times }: ReturnType<typeof timesOf>, now: number): void {
  const phase = examPhase({ opens_at, ...times }, now);
  if (phase === "closed" || phase === "over") throw new Refusal("exam_closed", "exam_closed");
  if (phase === "upcoming" && opens_at) {
    throw new Refusal("exam_not_open", said("exam_opens_at", { at: opens_at }), { extra: { opens_at } });
  }
}

interface Joining extends Required<Comer> {
  onNews: OnNews;
  request: RepeatableStart | null;
}

async function create(
  attempts: Attempts,
  entrant: Entrant,
  { consent, declared }: Pick<StartExamBody, "consent" | "declared">,
  { request, agent, onNews }: Omit<Joining, "embedder">,
): Promise<StartExamAnswer | null> {
  const { exam, student, accommodations, roster, trialOf } = entrant;
  const attemptId = newId();
  const token = request?.tokenOf(attemptId) ?? newToken();
  const now = attempts.now();
  const studentSalt = newSalt();
  const { closes_at } = timesOf(entrant);
  // Who tries the exam has nobody to be let in by.
  const waiting = trialOf === undefined && isByProctor(exam) ? { closesAt: closes_at ?? null } : null;
  const deadline = waiting === null
    ? Math.round(deadlineOf({ ...exam.document, closes_at }, accommodations, now))
    : waitsUntil(exam, waiting, accommodations, now);
  const record: AttemptRecord = {
    attemptId,
    examId: exam.examId,
    ...(exam.revision !== undefined && { revision: exam.revision }),
    student: { name: student.name, ...(student.number && { number: student.number }) },
    studentSalt,
    startedAt: now,
    accommodations,
    ...(declared !== undefined && declared.length > 0 && { declared }),
    consent: consent?.version ?? null,
    tokenHash: hashToken(token),
    rosterHash: roster?.hash ?? null,
    ...(trialOf !== undefined && { trialOf }),
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
    ...(waiting && { waits: true }),
    binds: {
      attempt_id: attemptId,
      exam_id: exam.examId,
      ...examHashes(exam.document),
      student: saltedHash("student", studentSalt, record.student),
    },
  };
  const linked = linkEntry(started, EMPTY_CHAIN);
  const head = firstHead(attempts.instance, deadline, linked.end, waiting);
  const begin = () =>
    commitStart(attempts, entrant, { record, head, linked, token, request, started, current, onNews });
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
  onNews: OnNews;
}

async function commitStart(
  attempts: Attempts,
  { exam, roster }: Entrant,
  { record, head, linked, token, request, started, current, onNews }: Start,
): Promise<StartExamAnswer | null> {
  const { stores } = attempts;
  const { attemptId, tokenHash } = record;
  const { examId } = exam;
  const dueMs = dueAt(head);
  const isTrial = record.trialOf !== undefined;
  const begin: Mutation[] = [
    ...stores.attempts.insert(record, head),
    ...stores.log.insert(attemptId, linked.end.n, linked.bytes),
    ...(isTrial ? [stores.trials.insert(examId, attemptId)] : stores.examAttempts.insert(examId, attemptId)),
    stores.studentTokens.put(tokenHash, { attemptId, examId, ...(request && { startRequest: request.hash }) }),
    ...(request === null ? [] : attempts.startRequests.note(request, attemptId)),
    ...(dueMs === null ? [] : [stores.deadlines.put({ deadlineMs: dueMs, attemptId })]),
  ];
  if (roster !== null) {
    const used = { ...roster.entry, attemptId, isReleased: false };
    begin.push(...stores.roster.replace(roster.hash, roster.versionstamp, used));
  }
  const { name, number } = record.student;
  const skeleton = nameSkeleton(name);
  // Whom a roster names, its author has told apart.
  const isNamed = roster === null && !isTrial;
  const namesakes = isNamed ? await stores.namesakes.count(examId, skeleton) : 0;
  if (isNamed) begin.push(stores.namesakes.insert(examId, skeleton, attemptId));
  const isListed = isNamed && await attempts.listed.has(examId, record.student);
  const onSitting = (seated: string) => onNews({ code: "number_reused", attemptId: seated });
  for (let tries = 0; tries < 20; tries++) {
    const [places, seats] = await Promise.all([
      isTrial || exam.document.capacity === undefined ? null : stores.examAttempts.count(examId),
      roster !== null || number === undefined ? null : stores.sittings.of(examId, number),
    ]);
    // Asked once those are read: where the same request came twice at the same moment, the other one may have taken both.
    const again = await repeatStart(attempts, request);
    if (again !== null) return again;
    const line = tries > 0 && roster !== null ? await stores.roster.get(roster.hash) : undefined;
    if (line !== undefined && line?.versionstamp !== roster?.versionstamp) {
      if (line?.value.attemptId != null) throw new Refusal("token_used", "token_used", { path: "token" });
      return null;
    }
    const taken = [
      ...(places === null ? [] : takePlace(exam, places)),
      ...(seats === null || number === undefined ? [] : takeSeat(stores, exam, number, seats, attemptId, onSitting)),
    ];
    const versionstamp = await stores.commit([...taken, ...begin]);
    if (versionstamp !== null) {
      const own = drawnExam(exam, attemptId);
      attempts.adopt(attemptId, { record, head, versionstamp }, own, started, current);
      const count = namesakes + 1;
      if (isManyOfAName(count)) onNews({ code: "same_name", attemptId, count });
      if (isListed) onNews({ code: "listed", attemptId });
      return startAnswer(record, head, own, token);
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * MOST_PAUSE_MS));
  }
  throw new Refusal("unavailable", "joining_busy");
}

/**
 * What takes a place where they are limited, of which the atomic fails if another one took one meanwhile.
 *
 * @param places As they were read.
 * @throws {Refusal} `exam_full`
 */
function takePlace({ document: { capacity = Infinity } }: Exam, { attempts, unchanged }: Places): Mutation[] {
  if (attempts >= capacity) throw new Refusal("exam_full", said("exam_full", { capacity }));
  return [unchanged];
}
