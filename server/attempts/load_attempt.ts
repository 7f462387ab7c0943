import { answerIds } from "../../protocol/items/answer_ids.ts";
import { Refusal } from "../errors.ts";
import { drawnExam } from "../exams/drawn_exam.ts";
import type { Exams } from "../exams/exams.ts";
import type { AttemptRecord, StoredAttempt } from "../store/attempt_record.ts";
import type { Committer } from "../store/committer.ts";
import type { Exam } from "../store/exam_store.ts";
import { claim } from "../store/instance_log.ts";
import type { LogStore } from "../store/log_store.ts";
import type { StoredSnapshot } from "../store/snapshot_store.ts";
import type { Stores } from "../store/stores.ts";
import { termsOf } from "./allowances.ts";
import { type AttemptFold, createFold, foldEntry } from "./attempt_fold.ts";
import type { Contexts, CurrentContext } from "./contexts.ts";
import { placesOf } from "./forward_path.ts";
import { restoreFold, restoreWords } from "./fold_snapshot.ts";
import { withFolded } from "./head_after.ts";
import { storedAttempt } from "./stored_attempt.ts";

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

const idsOf = new WeakMap<Exam["document"], ReadonlySet<string>>();

/** Questions that answers of an attempt may be to: one set for all attempts of a document. */
export function questionIds({ document }: Exam): ReadonlySet<string> {
  const ids = idsOf.get(document) ?? new Set(document.questions.flatMap(answerIds));
  idsOf.set(document, ids);
  return ids;
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
 * Takes an attempt over from whichever instance wrote it, this one included, and loads it.
 *
 * @throws {Refusal} `not_found`; `unavailable` where others take it at the same time.
 */
export async function loadAttempt(parts: LoadingParts, attemptId: string): Promise<LoadedAttempt> {
  for (let tries = 0; tries < 3; tries++) {
    const loaded = await tryLoad(parts, attemptId);
    if (loaded !== null) return loaded;
  }
  throw new Refusal("unavailable", "opened_elsewhere");
}

/** The same once; null where the head was changed meanwhile. */
async function tryLoad(
  { stores, exams, contexts, committer }: LoadingParts,
  attemptId: string,
): Promise<LoadedAttempt | null> {
  const { attempts, log, ownLog, unsettled } = stores;
  const before = await attempts.get(attemptId);
  if (before === null) throw new Refusal("not_found", "no_such_attempt");
  const { instance: from, epoch } = before.head.writer;
  // Whoever wrote it writes nothing more of it from here on: what its log says then is all. Students who come back together
  // share a commit.
  const isOpen = before.head.unsettledFrom !== undefined;
  if (isOpen) await committer.commit(claim(from, attemptId, epoch + 1));
  const found = isOpen ? await storedAttempt(stores, attemptId) : { ...before, settledN: before.head.n };
  if (found === null || found.head.writer.epoch !== epoch) return null;
  const { head, settledN } = found;
  const { unsettledFrom = 0 } = head;
  const isAhead = head.n > settledN;
  const places = isAhead ? await log.placesBehind(attemptId, settledN, from, unsettledFrom) : [];
  places.length = head.n - settledN;
  // What follows reads it as it stands.
  if (isAhead) unsettled.set(attemptId, { head, log: from, places });
  try {
    const exam = await requireExam(exams, found.record);
    const [loaded, current] = await Promise.all([
      loadFold(stores, contexts, attemptId, found, exam),
      contexts.current(exam, termsOf(found)),
    ]);
    const newest = isAhead ? withFolded({ ...head }, loaded.folded, loaded.folded.report) : head;
    const mine = { ...newest, unsettledFrom: undefined, writer: { instance: ownLog.id, epoch: epoch + 1 } };
    const taken = await committer.commit([
      ...log.name(attemptId, settledN + 1, from, places),
      ...attempts.replaceHead(attemptId, found.versionstamp, mine),
    ]);
    if (!taken.ok) return null;
    return { stored: { ...found, head: mine, versionstamp: taken.versionstamp }, exam, loaded, current, from };
  } finally {
    if (isAhead) unsettled.delete(attemptId);
  }
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
