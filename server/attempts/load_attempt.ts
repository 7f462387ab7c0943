import { answerIds } from "../../protocol/items/answer_ids.ts";
import { Refusal } from "../errors.ts";
import { drawnExam } from "../exams/drawn_exam.ts";
import type { Exams } from "../exams/exams.ts";
import type { AttemptRecord, StoredAttempt } from "../store/attempt_record.ts";
import type { Committer } from "../store/committer.ts";
import type { Exam } from "../store/exam_store.ts";
import type { LogStore } from "../store/log_store.ts";
import type { StoredSnapshot } from "../store/snapshot_store.ts";
import type { Stores } from "../store/stores.ts";
import { termsOf } from "./allowances.ts";
import { type AttemptFold, createFold, foldEntry } from "./attempt_fold.ts";
import type { Contexts, CurrentContext } from "./contexts.ts";
import { placesOf } from "./forward_path.ts";
import { restoreFold, restoreWords } from "./fold_snapshot.ts";

/**
 * Exam of a stored attempt, with the document that the attempt was begun under and the questions that it was drawn: whatever is
 * changed later, it keeps those.
 *
 * @throws {Refusal} `not_found`
 */
export async function requireExam(
  exams: Exams,
  { attemptId, examId, revision = 1 }: Pick<AttemptRecord, "attemptId" | "examId" | "revision">,
): Promise<Exam> {
  const exam = await exams.get(examId, revision);
  if (exam === null) throw new Refusal("not_found", "exam_gone");
  return drawnExam(exam, attemptId);
}

/** An exam as it is now, whichever of its documents an attempt has. @throws {Refusal} `not_found` */
export async function requireNewest(exams: Exams, examId: string): Promise<Exam> {
  const exam = await exams.get(examId);
  if (exam === null) throw new Refusal("not_found", "exam_gone");
  return exam;
}

/** Questions that answers of an attempt may be to. */
export function questionIds(exam: Exam): ReadonlySet<string> {
  return new Set(exam.document.questions.flatMap(answerIds));
}

/** A fold up to the end of the log, and the entry that the snapshot was of from which it went on; 0 for none. */
export interface LoadedFold {
  folded: AttemptFold;
  snapshotN: number;
}

/** What loading stands on. */
interface LoadingParts {
  stores: Stores;
  exams: Exams;
  contexts: Contexts;
  committer: Committer;
  /** Who writes the attempt from then on. */
  instance: string;
}

/** An attempt that was taken over, up to the end of its log. */
interface LoadedAttempt {
  stored: StoredAttempt;
  exam: Exam;
  loaded: LoadedFold;
  current: CurrentContext;
  /** The instance that wrote it before. */
  from: string;
}

/**
 * Takes an attempt over from whichever instance wrote it, and loads it.
 *
 * @throws {Refusal} `not_found`; `unavailable` where others take it at the same time.
 */
export async function loadAttempt(
  { stores, exams, contexts, committer, instance }: LoadingParts,
  attemptId: string,
): Promise<LoadedAttempt> {
  for (let tries = 0; tries < 3; tries++) {
    const found = await stores.attempts.get(attemptId);
    if (found === null) throw new Refusal("not_found", "no_such_attempt");
    const exam = await requireExam(exams, found.record);
    const { instance: from, epoch } = found.head.writer;
    const head = { ...found.head, writer: { instance, epoch: epoch + 1 } };
    // The log is read meanwhile: it ends where the head says, or the head has changed and the take-over fails.
    // Students who come back together share a commit.
    const [taken, loaded, current] = await Promise.all([
      committer.commit(stores.attempts.replaceHead(attemptId, found.versionstamp, head)),
      loadFold(stores, contexts, attemptId, found, exam),
      contexts.current(exam, termsOf(found)),
    ]);
    if (!taken.ok) continue;
    return { stored: { ...found, head, versionstamp: taken.versionstamp }, exam, loaded, current, from };
  }
  throw new Refusal("unavailable", "opened_elsewhere");
}

/**
 * Folds a stored attempt up to its last entry: from the last snapshot where there is one, else from the first
 * entry. Where the log was removed, its last report is all there is.
 *
 * @param last Its snapshot, where that was read before.
 */
export async function loadFold(
  stores: Pick<Stores, "log" | "snapshots">,
  contexts: Contexts,
  attemptId: string,
  { head }: StoredAttempt,
  exam: Exam,
  last?: StoredSnapshot,
): Promise<LoadedFold> {
  const { snapshot, lastWord } = last ?? await stores.snapshots.get(attemptId);
  const isUsable = snapshot !== null && snapshot.n <= head.n;
  const restored = isUsable ? restoreFold(snapshot, questionIds(exam), placesOf(exam)) : null;
  const folded = restored ?? createFold(questionIds(exam), placesOf(exam));
  const snapshotN = folded.n;
  if (snapshotN < head.n) await foldLog(folded, stores.log, contexts, attemptId, head.n);
  if (folded.n === 0 && lastWord !== null) {
    folded.report = lastWord.report;
    folded.timeline.restore(lastWord.timeline);
    restoreWords(folded, lastWord);
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
