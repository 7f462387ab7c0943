import type { ReviseExamBody } from "../../protocol/exam_document.ts";
import { said } from "../../words/refusal.ts";
import type { Actor, AuditLog } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import { canonicalJson } from "../log/hash.ts";
import { type Exam, revisionOf } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";
import { codeTaken, requireStorable } from "./create_exam.ts";
import { requireComplete } from "./require_complete.ts";

/** What revising needs. */
export interface Revising {
  stores: Pick<Stores, "exams" | "examAttempts" | "examRevisions" | "roster" | "trials" | "commit">;
  audit: AuditLog;
  /** Server time, ms since 1970. */
  now: () => number;
}

/** How often a change is tried again that met one of the exam's state. */
const MOST_TRIES = 5;

/** An exam before and after a change; one and the same where nothing changes. */
export interface Revision {
  before: Exam;
  after: Exam;
}

/**
 * What a change of an exam's document would make of it. Writes nothing.
 *
 * @throws {Refusal} As {@link reviseExam}.
 */
export async function planRevision(revising: Revising, examId: string, body: ReviseExamBody, actor: Actor) {
  const { before, after } = await plan(revising, examId, body, actor);
  return { before, after };
}

/**
 * Puts a document in the place of an exam's, with the next revision; the audit log's line and the exam's code are in the same
 * atomic. Where attempts may have been begun, the document of before is kept first, under its revision. The same document
 * again changes nothing.
 *
 * @throws {Refusal} `not_found`; `conflict` where another revision is the newest, or the code is taken; `invalid` where an exam
 * that is no draft would lack what it needs; `too_large`; `unavailable`. Nothing is changed then.
 */
export async function reviseExam(
  revising: Revising,
  examId: string,
  body: ReviseExamBody,
  actor: Actor,
): Promise<Revision> {
  const { stores, audit } = revising;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { before, after, versionstamp } = await plan(revising, examId, body, actor);
    if (before === after) return { before, after };
    await keep(stores, before, versionstamp);
    const { mutations, tidy } = stores.exams.replace(versionstamp, after);
    const [was, is] = [before.document.code, after.document.code];
    const moved = was === is ? [] : stores.exams.moveCode(examId, was, is);
    const dropped = stores.exams.forgetEmbedOrigins(before, after);
    const line = audit.line({ ...actor, what: "revise_exam", about: `exam:${examId}` });
    if (await stores.commit([...mutations, ...moved, ...dropped, line]) === null) continue;
    await tidy();
    return { before, after };
  }
  throw new Refusal("unavailable", "exam_changed_meanwhile");
}

async function plan(
  { stores, now }: Revising,
  examId: string,
  { revision: read, document: written }: ReviseExamBody,
  actor: Actor,
): Promise<Revision & { versionstamp: string }> {
  const stored = await stores.exams.get(examId);
  if (stored === null) throw new Refusal("not_found", "no_such_exam");
  const { value: before, versionstamp } = stored;
  const revision = revisionOf(before);
  if (revision !== read) throw new Refusal("conflict", said("exam_revised", { revision }), { path: "revision" });
  const document = { ...written, roster: [], staff: [] };
  if (canonicalJson(document) === canonicalJson(before.document)) return { before, after: before, versionstamp };
  requireStorable(document, "document.questions");
  if (before.state !== "draft") await requireComplete(stores, examId, document, "document.");
  const isCodeNew = document.code !== before.document.code;
  if (isCodeNew && await stores.exams.idOfCode(document.code) !== null) throw codeTaken(document, "document.code");
  const after: Exam = { ...before, document, revision: revision + 1, revisedBy: actor.who, revisedAt: now() };
  return { before, after, versionstamp };
}

/** Keeps the document that is about to be replaced, unless nobody can have begun under it or it is kept already. */
async function keep(
  { exams, examAttempts, examRevisions, trials, commit }: Revising["stores"],
  exam: Exam,
  versionstamp: string,
) {
  const { examId, state, createdAt, revisedBy, revisedAt, document, revision = 1 } = exam;
  if (state === "draft") {
    const [{ attempts }, tried] = await Promise.all([examAttempts.count(examId), trials.of(examId)]);
    if (attempts === 0 && tried.length === 0) return;
  }
  const kept = examRevisions.insert({ examId, revision, createdAt, revisedBy, revisedAt, document });
  await commit([exams.unchanged(examId, versionstamp), ...kept]);
}
