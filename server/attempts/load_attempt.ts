import { Refusal } from "../errors.ts";
import type { Exams } from "../exams/exams.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { LogStore } from "../store/log_store.ts";
import type { Stores } from "../store/stores.ts";
import { type AttemptFold, createFold, foldEntry } from "./attempt_fold.ts";
import type { Contexts } from "./contexts.ts";
import { restoreFold } from "./fold_snapshot.ts";

/** Exam of a stored attempt. @throws {Refusal} `not_found` */
export async function requireExam(exams: Exams, examId: string): Promise<Exam> {
  const exam = await exams.get(examId);
  if (exam === null) throw new Refusal("not_found", "exam_gone");
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
  stores: Pick<Stores, "log" | "snapshots">,
  contexts: Contexts,
  attemptId: string,
  { head }: StoredAttempt,
  exam: Exam,
): Promise<LoadedFold> {
  const { snapshot, lastWord } = await stores.snapshots.get(attemptId);
  const isUsable = snapshot !== null && snapshot.n <= head.n;
  const restored = isUsable ? restoreFold(snapshot, questionIds(exam)) : null;
  const folded = restored ?? createFold(questionIds(exam));
  const snapshotN = folded.n;
  if (snapshotN < head.n) await foldLog(folded, stores.log, contexts, attemptId, head.n);
  if (folded.n === 0 && lastWord !== null) {
    folded.report = lastWord.report;
    folded.timeline.restore(lastWord.timeline);
  }
  return { folded, snapshotN };
}

/** Takes the log's further entries up to `upTo` into a fold: what live scoring did, again. */
export async function foldLog(
  folded: AttemptFold,
  log: LogStore,
  contexts: Contexts,
  attemptId: string,
  upTo: number,
): Promise<void> {
  for await (const { entry } of log.read(attemptId, folded.n)) {
    if (entry.n > upTo) break;
    foldEntry(folded, entry, await contexts.require(entry.context));
  }
}
