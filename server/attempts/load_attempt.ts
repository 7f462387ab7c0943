import { isId } from "../store/stored_id.ts";
import { Refusal } from "../errors.ts";
import type { Exam, Exams } from "../exams/exams.ts";
import type { EventLog } from "../log/event_log.ts";
import { keys } from "../store/keys.ts";
import { type AttemptFold, createFold, foldEntry } from "./attempt_fold.ts";
import { AttemptHead, AttemptRecord, type StoredHead } from "./attempt_head.ts";
import type { Contexts } from "./contexts.ts";
import { restoreFold } from "./fold_snapshot.ts";
import { getSnapshot } from "./snapshots.ts";

/** An attempt as the store has it. */
export interface StoredAttempt extends StoredHead {
  record: AttemptRecord;
}

/** Attempts read in one round trip: a `getMany` takes ten keys. */
const ATTEMPTS_A_READ = 5;

/** Reads an attempt's record and head, or null. */
export async function getAttempt(kv: Deno.Kv, attemptId: string): Promise<StoredAttempt | null> {
  if (!isId(attemptId)) return null;
  const [record, head] = await kv.getMany<[unknown, unknown]>([keys.attempt(attemptId), keys.head(attemptId)]);
  return parseAttempt(record, head);
}

/** Records and heads of many attempts, in their order; those that are not there are left out. */
export async function getAttempts(kv: Deno.Kv, attemptIds: readonly string[]): Promise<StoredAttempt[]> {
  const groups: string[][] = [];
  for (let first = 0; first < attemptIds.length; first += ATTEMPTS_A_READ) {
    groups.push(attemptIds.slice(first, first + ATTEMPTS_A_READ));
  }
  const read = await Promise.all(groups.map(async (group) => {
    const entries = await kv.getMany<unknown[]>(group.flatMap((id) => [keys.attempt(id), keys.head(id)]));
    return group.map((_, index) => parseAttempt(entries[2 * index], entries[2 * index + 1]));
  }));
  return read.flat().filter((stored) => stored !== null);
}

/** Reads an attempt's head alone, or null. */
export async function getHead(kv: Deno.Kv, attemptId: string): Promise<StoredHead | null> {
  const head = await kv.get(keys.head(attemptId));
  return head.versionstamp === null ? null : { head: AttemptHead.parse(head.value), versionstamp: head.versionstamp };
}

function parseAttempt(
  record: Deno.KvEntryMaybe<unknown>,
  head: Deno.KvEntryMaybe<unknown>,
): StoredAttempt | null {
  if (record.versionstamp === null || head.versionstamp === null) return null;
  return {
    record: AttemptRecord.parse(record.value),
    head: AttemptHead.parse(head.value),
    versionstamp: head.versionstamp,
  };
}

/** Exam of a stored attempt. @throws {Refusal} `not_found` */
export async function requireExam(exams: Exams, examId: string): Promise<Exam> {
  const exam = await exams.get(examId);
  if (exam === null) throw new Refusal("not_found", "The exam is no longer there.");
  return exam;
}

/** Questions that answers of an attempt may be to. */
export function questionIds(exam: Exam): ReadonlySet<string> {
  return new Set(exam.document.questions.map((question) => question.id));
}

/** A fold up to the end of the log, and the entry that the snapshot was of from which it went on; 0 for none. */
export interface LoadedFold {
  folded: AttemptFold;
  snapshotN: number;
}

/**
 * Folds a stored attempt up to its last entry: from the last snapshot where there is one, else from the first
 * entry. Where the log was removed, its last report is all there is.
 */
export async function loadFold(
  kv: Deno.Kv,
  log: EventLog,
  contexts: Contexts,
  attemptId: string,
  { head }: StoredAttempt,
  exam: Exam,
): Promise<LoadedFold> {
  const { snapshot, lastWord } = await getSnapshot(kv, attemptId);
  const isUsable = snapshot !== null && snapshot.n <= head.n;
  const restored = isUsable ? restoreFold(snapshot, questionIds(exam)) : null;
  const folded = restored ?? createFold(questionIds(exam));
  const snapshotN = folded.n;
  if (snapshotN < head.n) await foldLog(folded, log, contexts, attemptId, head.n);
  if (folded.n === 0 && lastWord !== null) {
    folded.report = lastWord.report;
    folded.timeline.restore(lastWord.timeline);
  }
  return { folded, snapshotN };
}

/** Takes the log's further entries up to `upTo` into a fold: what live scoring did, again. */
export async function foldLog(
  folded: AttemptFold,
  log: EventLog,
  contexts: Contexts,
  attemptId: string,
  upTo: number,
): Promise<void> {
  for await (const { entry } of log.read(attemptId, folded.n)) {
    if (entry.n > upTo) break;
    foldEntry(folded, entry, await contexts.require(entry.context));
  }
}
